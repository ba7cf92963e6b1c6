import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA, and what axe holds for good practice. @see https://www.deque.com/axe/core-documentation/api-documentation/ */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on the colours of the theme, and nothing else does. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

interface Violation {
  id: string;
  nodes: { html: string; target: string[] }[];
}
type Axe = { axe?: { run(options: object): Promise<{ violations: Violation[] }> } };

/**
 * What axe finds wrong with the page as it stands, a line a fault: `rule: element (how many)`.
 * @param colourOnly where the page was looked at in its other theme before
 */
export async function axeFaults(page: Page, colourOnly = false): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async (runOnly) => {
      const { violations } = await (window as unknown as Required<Axe>).axe.run({
        runOnly,
        resultTypes: ['violations'],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)} (${nodes.length})`);
    },
    colourOnly ? { type: 'rule', values: OF_COLOUR } : { type: 'tag', values: TAGS },
  );
}
