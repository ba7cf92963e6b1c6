/** Marks in the table of contents the section being read: the last whose heading has come into the upper part of the window. */
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
  // All that lies above the window counts as passed, so that no leap misses a heading.
  { rootMargin: '1000000px 0px -70% 0px' },
);
for (const heading of headings) observer.observe(heading);

export {};
