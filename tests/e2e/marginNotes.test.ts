import { describe, expect, test } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 1100, height: 900 };

describe.each(['en', 'zh'])('the margin of a text in %s', (language) => {
  test('a source is shown beside the line that cites it, without a click and without JavaScript', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { viewport: WIDE, javaScriptEnabled: false });
    const notes = await page.evaluate(() =>
      [...document.querySelectorAll('.prose > p .num[data-margin]')].map((number) => {
        const style = getComputedStyle(number, '::after');
        return { text: style.content, float: style.float, width: style.width };
      }),
    );
    expect(notes.length).toBeGreaterThan(15);
    for (const note of notes) expect(note).toMatchObject({ float: 'inline-end', width: '176px' });
    expect(notes[0]!.text).toMatch(/^"\d+ P Lian[,，] ?2021"/);
  });

  test('a source has one note, and notes are numbered in the order of reading', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { javaScriptEnabled: false });
    const { linked, notes, sources } = await page.evaluate(() => ({
      linked: [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#note-"]')].map(({ hash }) => hash),
      notes: [...document.querySelectorAll('.notes ol > li')].map(({ id }) => `#${id}`),
      sources: [...document.querySelectorAll('.notes .source')].map(({ textContent }) => textContent),
    }));
    expect([...new Set(linked)].filter((note) => notes.includes(note))).toEqual([...new Set(linked)]);
    expect([...new Set(linked)]).toEqual(
      [...new Set(linked)].sort((a, b) => Number(a.slice(6)) - Number(b.slice(6))),
    );
    expect(notes).toEqual(notes.map((_, at) => `#note-${at + 1}`));
    expect(new Set(sources).size).toBe(sources.length);
  });

  test('the margin does not change the layout of lines and blocks', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { viewport: WIDE });
    const heights = (): Promise<number[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('.prose > *')].map((block) => block.getBoundingClientRect().top),
      );
    const before = await heights();
    await page.evaluate(() => {
      for (const number of document.querySelectorAll('[data-margin]')) number.removeAttribute('data-margin');
    });
    expect(await heights()).toEqual(before);
  });

  test('a narrower window has none', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { viewport: NARROW });
    expect(
      await page.evaluate(
        () => getComputedStyle(document.querySelector('.prose .num[data-margin]')!, '::after').content,
      ),
    ).toBe('none');
  });

  test('a paragraph shows each source once, and tables none', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`);
    const doubled = await page.evaluate(
      () =>
        [...document.querySelectorAll('.prose p')].filter((block) => {
          const names = [...block.querySelectorAll<HTMLElement>('[data-margin]')].map((one) =>
            one.dataset['margin']!.replace(/^\d+ /, ''),
          );
          return new Set(names).size !== names.length;
        }).length,
    );
    expect(doubled).toBe(0);
    expect(await page.locator(':is(table, dl) [data-margin]').count()).toBe(0);
  });

  test('the table of contents stays in view and marks the section being read', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { viewport: WIDE });
    const marked = page.locator('.toc [aria-current]');
    for (const at of [3, 1]) {
      const heading = page.locator('.prose h2').nth(at);
      await heading.evaluate((element) => {
        element.scrollIntoView({ behavior: 'instant' });
      });
      await page.waitForFunction(
        (id) =>
          decodeURIComponent(document.querySelector<HTMLAnchorElement>('.toc [aria-current]')?.hash ?? '') ===
          `#${id}`,
        await heading.getAttribute('id'),
      );
      expect(await marked.count()).toBe(1);
      const { y } = (await page.locator('.toc').boundingBox())!;
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThan(60);
    }
  });

  test('charts are numbered in the order of the text, listed, and named by their numbers', async () => {
    const page = await site.open(`/${language}/cases/nanhai/`, { javaScriptEnabled: false });
    const word = language === 'en' ? 'Figure' : '图';
    expect(
      (await page.locator('figure.chart figcaption .number').allTextContents()).map((one) => one.trim()),
    ).toEqual([1, 2, 3].map((number) => `${word}\u00a0${number}`));
    const link = page.locator('.figure-link');
    expect(await link.textContent()).toBe(`${word}\u00a03`);
    await link.click();
    await page.waitForURL(/#figure-amounts-per-resident$/);
    expect(await page.locator(':target figcaption .number').textContent()).toContain('3');
    expect(await page.locator('.toc ol').nth(1).locator('a').count()).toBe(3);
  });
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
