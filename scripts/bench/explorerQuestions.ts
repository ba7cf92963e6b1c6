import type { BrowserContext, Page } from 'playwright-core';

/** A question to the explorer of payments, and the same in SQL over `FILES`. */
export interface Question {
  name: string;
  /** The parameters of the view; those of the page as it opens are empty. */
  address: string;
  /** Selector of the first part of the answer, and what its text is to have. */
  answer: string;
  said?: RegExp;
  sql: string;
}

const GROUPS = 'GROUP BY supplier_kind, currency';

export const QUESTIONS: readonly Question[] = [
  {
    name: 'rows of another page',
    address: 'page=2',
    answer: '[data-part="pager"] span',
    said: /Page 2/,
    sql: 'SELECT category_printed, supplier, date, amount, place, buyer, supplier_kind, service_field FROM FILES LIMIT 50 OFFSET 50',
  },
  {
    name: 'facet: kinds of supplier',
    address: 'facet',
    answer: '[data-column="supplier_kind"] .count',
    sql: 'SELECT supplier_kind, count(*) FROM FILES GROUP BY 1 ORDER BY 2 DESC',
  },
  {
    name: 'filter: one kind of supplier',
    address: 'v.supplier_kind=nonprofit',
    answer: '[data-part="status"]',
    said: / of /,
    sql: "SELECT count(*) FROM FILES WHERE supplier_kind = 'nonprofit'",
  },
  {
    name: 'filter: words in names',
    address: 'q=age+uk',
    answer: '[data-part="status"]',
    said: / of /,
    sql: "SELECT count(*) FROM FILES WHERE (supplier ILIKE '%age%' OR buyer ILIKE '%age%') AND (supplier ILIKE '%uk%' OR buyer ILIKE '%uk%')",
  },
  {
    name: 'group: rows by kind',
    address: 'by=supplier_kind',
    answer: '.grouped tbody tr',
    sql: 'SELECT supplier_kind, count(*) FROM FILES GROUP BY 1',
  },
  {
    name: 'group: sum by kind (the explorer adds the median)',
    address: 'by=supplier_kind&of=amount',
    answer: '.grouped tbody tr',
    sql: `SELECT supplier_kind, currency, count(*), sum(amount) FROM FILES ${GROUPS}`,
  },
  {
    name: 'group: sum and median by kind',
    address: 'by=supplier_kind&of=amount',
    answer: '.grouped tbody tr',
    sql: `SELECT supplier_kind, currency, count(*), sum(amount), median(amount) FROM FILES ${GROUPS}`,
  },
];

/** What a question cost a reader: milliseconds until the answer was on the page, and kilobytes of Parquet that were fetched. */
export interface AnswerCost {
  milliseconds: number;
  kilobytes: number;
}

/** Opens the page in a new context, so that nothing is in a cache; counts what it fetches. */
async function openPage(
  context: BrowserContext,
  url: string,
): Promise<{ page: Page; kilobytes: (of: RegExp) => number }> {
  const page = await context.newPage();
  const sizes: [string, number][] = [];
  page.on('response', (response) => {
    sizes.push([response.url(), Number(response.headers()['content-length'] ?? 0)]);
  });
  await page.goto(url);
  await page.locator('[data-part="status"]', { hasText: /rows/ }).waitFor();
  const kilobytes = (of: RegExp): number =>
    sizes.filter(([address]) => of.test(address)).reduce((sum, [, bytes]) => sum + bytes, 0) / 1024;
  return { page, kilobytes };
}

/** The page as it opens: its first rows are in its HTML, then cheap facets are counted. */
export async function firstRows(context: BrowserContext, url: string): Promise<AnswerCost> {
  const { page, kilobytes } = await openPage(context, url);
  const milliseconds = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
  );
  await page.waitForLoadState('networkidle');
  return { milliseconds, kilobytes: kilobytes(/\.parquet/) };
}

/** A question asked on a page that has read nothing yet: its filters are closed, as the window is narrow. */
export async function ask(context: BrowserContext, url: string, question: Question): Promise<AnswerCost> {
  const { page, kilobytes } = await openPage(context, url);
  const milliseconds = await page.evaluate(
    async ({ address, answer, said }) => {
      const start = performance.now();
      if (address === 'facet') {
        document.querySelector<HTMLDetailsElement>('.filters')!.open = true;
        const panel = (): HTMLDetailsElement | null =>
          document.querySelector('[data-column="supplier_kind"]');
        while (!panel()) await new Promise(requestAnimationFrame);
        panel()!.open = true;
      } else {
        history.pushState(null, '', `?${address}`);
        dispatchEvent(new PopStateEvent('popstate'));
      }
      const isThere = (): boolean => {
        const found = document.querySelector(answer);
        return found !== null && new RegExp(said).test(found.textContent);
      };
      while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 4));
      return performance.now() - start;
    },
    { address: question.address, answer: question.answer, said: question.said?.source ?? '' },
  );
  const cost = { milliseconds, kilobytes: kilobytes(/\.parquet/) };
  await page.close();
  return cost;
}
