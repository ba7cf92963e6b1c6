import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SITE_URL } from '../../src/model/site.ts';
import { useSite } from './site.ts';

const site = useSite();
const permissions = ['clipboard-read', 'clipboard-write'];
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Selects in the paragraphs of a text from the first words to the last, as a reader would with the mouse. */
async function select(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      const find = (words: string): [Text, number] => {
        const walker = document.createTreeWalker(document.querySelector('.prose')!, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node as Text).data.indexOf(words);
          if (at >= 0 && !node.parentElement!.closest('.tip, .fact-box')) return [node as Text, at];
        }
        throw new Error(`no "${words}"`);
      };
      const [start, at] = find(from!);
      const [end, until] = find(to!);
      getSelection()!.setBaseAndExtent(start, at, end, until + to!.length);
    },
    [from, to],
  );
  await page.locator('[data-cite-passage]').waitFor({ state: 'visible' });
}

/**
 * The text that a browser finds when it searches from the top of the page for the first words of a text fragment, and from there for
 * the last; with the heading of the address for browsers without text fragments. The browser of the tests finds no text at all: it is built
 * without the ICU data for it.
 */
async function found(link: string): Promise<{ text: string; section: string }> {
  const url = new URL(link);
  const [section, directive] = url.hash.slice(1).split(':~:text=');
  const [first, last] = directive!.split(',').map(decodeURIComponent);
  const page = await site.open(`${url.pathname}#${section}`);
  const shown = (await page.locator('body').innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' ');
  const heading = await page.locator(':target').textContent();
  await page.context().close();
  const start = shown.indexOf(first!);
  const end = shown.indexOf(last!, start + first!.length);
  return { text: shown.slice(start, end + last!.length), section: heading! };
}

describe.each([
  [
    'en',
    'Cite this passage',
    ['In 2011 a newspaper', 'made less effort.'],
    /^“In 2011 a newspaper compared the five districts of Foshan: Shunde and Nanhai led in raising social workers and agencies, and Gaoming, Sanshui and Chancheng made less effort\.”\n/,
    /\nBuying Public Services\. \(\d{4}, \w+ \d+\)\. Gaoming, Foshan: .*\. https?:\S+\n$/,
    ['The district’s own budget revenue', 'a hundred billion yuan in 2022'],
    'The district and its own past',
  ],
  [
    'zh',
    '引用这段',
    ['2011 年有报纸比较', '力度较小。'],
    /^“2011 年有报纸比较佛山五区，认为顺德、南海在培育社工和机构方面走在前面，高明、三水、禅城力度较小。”\n/,
    /\n政府购买公共服务\. .*\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. https?:\S+\.\n$/,
    ['到 2021 年，上位规定', '没有查到不等于没有'],
    '法规依据不足',
  ],
] as const)(
  'citing a passage in %s',
  (language, button, [from, to], quotation, reference, [first, last], heading) => {
    test('the quotation, the reference and the address are copied, from the keyboard', async () => {
      const page = await site.open(`/${language}/cases/gaoming/`, { permissions });
      await select(page, from, to);
      const cite = page.getByRole('button', { name: button });
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^(Copied|已复制)$/ }).waitFor();
      const text = await copied(page);
      expect(text).toMatch(quotation);
      expect(text).toMatch(reference);
      expect(text.split('\n')[0], 'no number of a note').not.toMatch(/[.。，]\d/);
      expect(text).toContain(`${SITE_URL || site.address}/${language}/cases/gaoming/#`);
      await page.keyboard.press('Escape');
      expect(await cite.isVisible()).toBe(false);
    });

    test('the address leads to the passage, and to its section where the passage was removed', async () => {
      const page = await site.open(`/${language}/cases/gaoming/`, { permissions });
      await select(page, first, last);
      await page.locator('[data-cite-passage]').click();
      const link = /https?:\S+?(?=\.?\n)/.exec((await copied(page)).split('\n').slice(-2).join('\n'))![0];
      expect(link).toMatch(/#[^:]+:~:text=[^,]+,[^,]+$/);
      const { text, section } = await found(link);
      expect(text.slice(0, first.length)).toBe(first);
      expect(text.slice(-last.length)).toBe(last);
      expect(text.length, 'the whole passage').toBeGreaterThan(120);
      expect(section).toContain(heading);
    });

    test('a page is cited in every style', async () => {
      const page = await site.open(`/${language}/countermeasures/legal-framework/`, { permissions });
      await page
        .locator('article')
        .getByRole('link', { name: /^(Cite this page|引用本页)$/ })
        .click();
      await page.locator('[data-cite-style]').selectOption('bibtex');
      await page.getByRole('button', { name: /BibTeX/ }).click();
      expect(await copied(page)).toContain(
        `${SITE_URL ? 'url' : 'note'} = {${SITE_URL}/${language}/countermeasures/legal-framework/`,
      );
      await page.locator('[data-cite-style]').selectOption('gbt7714');
      await page.getByRole('button', { name: /GB\/T 7714/ }).click();
      expect(await copied(page)).toMatch(/\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)\[/);
    });

    test('without JavaScript each section has a link to itself, and nothing is offered that needs one', async () => {
      const page = await site.open(`/${language}/cases/gaoming/`, { javaScriptEnabled: false });
      expect(await page.locator('[data-cite-passage]').isVisible()).toBe(false);
      const headings = await page.locator('.prose :is(h2, h3)').count();
      expect(await page.locator('.prose .headed > .anchor').count()).toBe(headings);
      const section = await page.locator('.prose h2').first().getAttribute('id');
      await page.locator('.anchor').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(({ hash }) => decodeURIComponent(hash) === `#${section}`);
    });
  },
);

test('repeated words are made unique by the words beside them', async () => {
  const page = await site.open('/en/cases/gaoming/', { permissions });
  await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('.prose > p')].find((one) =>
      one.textContent!.includes('own budget revenue'),
    )!;
    const text = paragraph.firstChild as Text;
    const at = text.data.indexOf('budget revenue');
    getSelection()!.setBaseAndExtent(text, at, text, at + 'budget revenue'.length);
  });
  await page.locator('[data-cite-passage]').click();
  expect(await copied(page)).toMatch(/:~:text=[^,]*budget%20revenue,-was\n$/);
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
