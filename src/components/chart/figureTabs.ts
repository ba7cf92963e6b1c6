/** Shows one panel of a figure at a time: chart, table or sources, chosen by click or, as in other tab lists, by arrow keys. */
for (const list of document.querySelectorAll<HTMLElement>('.figure [role="tablist"]')) {
  const tabs = [...list.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
  const choose = (chosen: HTMLButtonElement): void => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')!)!.classList.toggle('chosen', isChosen);
    }
  };
  for (const tab of tabs) {
    document.getElementById(tab.getAttribute('aria-controls')!)!.setAttribute('role', 'tabpanel');
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step === undefined) return;
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]!;
      choose(next);
      next.focus();
    });
  }
  // A tip links to its source, which is in another panel.
  document.addEventListener('click', (event) => {
    const to = (event.target as Element).closest<HTMLAnchorElement>('a[data-to-source]');
    if (to) choose(tabs.at(-1)!);
  });
}

export {};
