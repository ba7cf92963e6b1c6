/** A chart of a text, numbered in the order of the text. */
export interface Figure {
  /** The anchor of the chart on its page: `figure-gaoming-gdp`. */
  anchor: string;
  chart: string;
  title: string;
  number: number;
}

/**
 * Numbers a chart of a page.
 * @param view the chosen options, which distinguish two drawings of one chart
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
