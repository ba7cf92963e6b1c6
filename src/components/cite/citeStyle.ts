/** Shows one citation style at a time, and remembers which, as a writer uses one. */
const KEY = 'cite-style';

for (const select of document.querySelectorAll<HTMLSelectElement>('[data-cite-style]')) {
  const offers = [...select.closest('label')!.parentElement!.querySelectorAll<HTMLElement>('[data-style]')];
  const show = (): void => {
    for (const offer of offers) offer.classList.toggle('chosen', offer.dataset['style'] === select.value);
  };
  const known = stored();
  if (known !== null && offers.some(({ dataset }) => dataset['style'] === known)) select.value = known;
  show();
  select.addEventListener('change', () => {
    show();
    try {
      localStorage.setItem(KEY, select.value);
    } catch {
      // A browser that keeps nothing shows the first style next time.
    }
  });
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export {};
