// Here and not inline: where a server does not let a frame without an origin load modules, tabs and controls would be shown and do nothing.
document.documentElement.classList.add('scripted');

/** Opens the links of an embedded chart, those of its tips too, in a window of their own instead of in the frame. */
document.addEventListener(
  'click',
  (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (link && !link.getAttribute('href')!.startsWith('#')) link.target = '_blank';
  },
  { capture: true },
);

export {};
