import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA, and axe's best practices. @see https://www.deque.com/axe/core-documentation/api-documentation/ */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that depend on the colours of the theme. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

interface Violation {
  id: string;
  nodes: { html: string; target: string[] }[];
}
type Axe = { axe?: { run(options: object): Promise<{ violations: Violation[] }> } };

/**
 * The violations that axe finds in the current page, a line each: `rule: element (count)`.
 * @param colourOnly only the rules on colours, where the page was already checked in its other theme
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
