/** A chart of a text, numbered in the order in which the text shows them. */
export interface Figure {
  /** The anchor of the chart on its page: `figure-gaoming-gdp`. */
  anchor: string;
  chart: string;
  title: string;
  number: number;
}

/**
 * Numbers a chart of a page.
 * @param view the chosen options, which part two drawings of one chart
 * @throws Error where the page shows the same drawing twice
 */
export function figureFor(locals: App.Locals, chart: string, view: string, title: string): Figure {
  const figures = (locals.figures ??= []);
  const anchor = `figure-${[chart, ...(view.match(/[\w-]+/g) ?? [])].join('-')}`;
  if (figures.some((one) => one.anchor === anchor))
    throw new Error(`the page shows the chart "${chart}" twice with the same choices`);
  const figure = { anchor, chart, title, number: figures.length + 1 };
  figures.push(figure);
  return figure;
}

/** What `<Fig />` leaves in a text until all its charts are numbered: a text may point at a chart that comes later. */
export const openReference = (chart: string): string => `<a data-figure="${chart}"></a>`;

/**
 * Puts links with the numbers of charts where a text points at them.
 * @param name the words for a number: `Figure 2`, `图 2`
 * @throws Error where the text points at a chart that it does not show, or shows in several views
 */
export function fillReferences(html: string, figures: Figure[], name: (number: number) => string): string {
  return html.replace(/<a data-figure="([^"]*)"><\/a>/g, (_, chart: string) => {
    const found = figures.filter((one) => one.chart === chart);
    if (found.length !== 1)
      throw new Error(
        `<Fig id="${chart}" /> points at a chart that the page shows ${found.length === 0 ? 'nowhere' : 'more than once'}; it shows ${figures.map((one) => one.chart).join(', ') || 'none'}`,
      );
    return `<a class="figure-link" href="#${found[0]!.anchor}">${name(found[0]!.number)}</a>`;
  });
}
