import { text, type Row } from '../model/row.ts';

/** The rows on one article of a text, with the anchors that lead there. */
interface ArticleGroup {
  /** As the dataset has it: `24`, `10(5)`, `52-53`, `15, 45`. */
  article: string;
  /** `art-24`; of `52-53` both, but none that another article of the page has. */
  anchors: string[];
  rows: Row[];
}

/** A stretch of articles, both ends among them. */
export interface Gap {
  from: number;
  to: number;
}

/** The numbers that an article cell covers: `52-53` both, `10(5)` the tenth. */
export function numbersIn(article: string): number[] {
  return article.split(', ').flatMap((part) => {
    const [from, to = from] = part.split('-').map((number) => Number.parseInt(number, 10));
    return Array.from({ length: to! - from! + 1 }, (_, at) => from! + at);
  });
}

const anchorsIn = (article: string): string[] =>
  article.includes('(')
    ? [`art-${article.replace(/[^\d]+/g, '-').replace(/-$/, '')}`]
    : numbersIn(article).map((number) => `art-${number}`);

/** The articles of a text in their order, each with its rows, and the rows whose number was not printed where they were read. */
export function byArticle(rows: readonly Row[]): { numbered: ArticleGroup[]; unnumbered: Row[] } {
  const groups = [...Map.groupBy(rows, (row) => text(row, 'article'))].filter(([article]) => article !== '');
  const size = (article: string): number => numbersIn(article).length;
  // Of those that begin alike the single article comes first, and so keeps the anchor.
  groups.sort(
    ([a], [b]) =>
      numbersIn(a)[0]! - numbersIn(b)[0]! ||
      Number(a.includes('(')) - Number(b.includes('(')) ||
      size(a) - size(b),
  );
  const single = new Set(groups.filter(([article]) => size(article) === 1).flatMap(([a]) => anchorsIn(a)));
  const taken = new Set<string>();
  return {
    numbered: groups.map(([article, members]) => {
      const free = anchorsIn(article).filter(
        (anchor) => !taken.has(anchor) && (size(article) === 1 || !single.has(anchor)),
      );
      for (const anchor of free) taken.add(anchor);
      return { article, anchors: free, rows: members };
    }),
    unnumbered: rows.filter((row) => text(row, 'article') === ''),
  };
}

/** The articles from the first to the last known one that no row covers: those not found, which says nothing of what they contain. */
export function gapsIn(groups: readonly ArticleGroup[]): Gap[] {
  const known = new Set(groups.flatMap(({ article }) => numbersIn(article)));
  const gaps: Gap[] = [];
  for (let number = 1; number < Math.max(0, ...known); number += 1) {
    if (known.has(number)) continue;
    const last = gaps.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else gaps.push({ from: number, to: number });
  }
  return gaps;
}

/** Articles and gaps in the order of the text. */
export function withGaps(groups: readonly ArticleGroup[]): (ArticleGroup | Gap)[] {
  const start = (part: ArticleGroup | Gap): number =>
    'from' in part ? part.from : numbersIn(part.article)[0]!;
  return [...groups, ...gapsIn(groups)].sort((a, b) => start(a) - start(b));
}
