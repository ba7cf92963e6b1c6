/** Marks the section being read in the table of contents: the last whose heading has reached the upper part of the window. */
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.toc-sections a')].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);
const passed = new Set<Element>();
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) passed[isIntersecting ? 'add' : 'delete'](target);
    const here = headings.findLast((heading) => passed.has(heading));
    for (const [id, link] of links)
      if (id === here?.id) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
  },
  // Headings above the window count as passed, so that a jump misses none.
  { rootMargin: '1000000px 0px -70% 0px' },
);
for (const heading of headings) observer.observe(heading);

export {};
