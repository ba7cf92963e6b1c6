/** Records the initial content of parts of the page and restores it. */
export function initialState() {
  const kept = new Map<Element, Node[]>();
  const attributes = new Map<Element, [name: string, value: string]>();
  const keep = (element: Element): void => {
    if (!kept.has(element)) kept.set(element, [...element.childNodes]);
  };
  return {
    keep,
    keepAttribute(element: Element, name: string): void {
      if (!attributes.has(element)) attributes.set(element, [name, element.getAttribute(name) ?? '']);
    },
    set(selector: string, words: string): void {
      const element = document.querySelector(selector);
      if (!element) return;
      keep(element);
      element.replaceChildren(words);
    },
    /** The current text of an element. */
    of: (selector: string): string => document.querySelector(selector)?.textContent ?? '',
    all(): void {
      for (const [element, nodes] of kept) element.replaceChildren(...nodes);
      for (const [element, [name, value]] of attributes) element.setAttribute(name, value);
    },
  };
}
