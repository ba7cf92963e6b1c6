import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chartById, EVERY_CHART } from '../../../src/charts/charts.ts';
import { drawSvg, nodeEngine } from '../../../src/charts/render/nodeEngine.ts';
import { picture } from '../../../src/charts/render/picture.ts';
import { combinationsOf } from '../../../src/model/view.ts';
import { LANGUAGES } from '../../../src/model/language.ts';
import { MOVED_CHARTS } from '../../../src/model/redirects.ts';
import { text } from '../../../src/model/row.ts';
import { readDataset } from '../../../src/published/readCatalogue.ts';
import { publishersLine } from '../../../src/model/view.ts';
import { drawnView, selectRows } from '../../../src/published/drawing.ts';
import { findSource } from '../../../src/published/lookup.ts';
import { rowsOf } from './chartViews.ts';

if (!existsSync('public/data/index.json'))
  throw new Error('run `npm run compile` before the tests of charts');

/** An SVG with one element per line, so that diffs are readable. */
const readable = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`;

describe.each(EVERY_CHART.map((chart) => [chart.id, chart] as const))('%s', (id, chart) => {
  test('is drawn as in its last reviewed snapshot', async () => {
    const view = { language: 'en', width: 640, controls: {} } as const;
    await expect(readable(drawSvg(chart, selectRows(chart, view), view))).toMatchFileSnapshot(`${id}.svg`);
  });

  test('draws every view in both languages, wide and narrow, and has a text alternative', () => {
    for (const language of LANGUAGES)
      for (const width of [640, 350])
        for (const controls of combinationsOf(chart)) {
          const view = { language, width, controls };
          const rows = rowsOf(chart, view);
          const svg = drawSvg(chart, rows, view);
          expect(svg, `${language} ${width} ${JSON.stringify(controls)}`).not.toMatch(
            /NaN|undefined|null|Infinity/,
          );
          expect(chart.alt(rows, language).length).toBeGreaterThan(10);
          expect(chart.alt(rows, language)).not.toMatch(/NaN|undefined|null|Infinity/);
        }
  });

  test('names a known source for every drawn row, and draws no forecast', () => {
    for (const controls of combinationsOf(chart))
      for (const row of rowsOf(chart, { language: 'en', width: 640, controls })) {
        for (const source of text(row, 'source_id').split(' '))
          expect(text(findSource(source), 'title')).not.toBe('');
        expect(row['precision']).not.toBe('forecast');
        for (const { name } of chart.columns) expect(row, name).toHaveProperty(name);
      }
  });

  test('has its words in both languages, and its tables are published', () => {
    for (const words of [
      chart.title,
      chart.subtitle,
      ...combinationsOf(chart).flatMap((controls) => [
        chart.titleFor?.(controls) ?? chart.title,
        chart.subtitleFor?.(controls) ?? chart.subtitle,
      ]),
      chart.question,
      chart.note,
      ...chart.columns.map((column) => column.title),
    ]) {
      expect(words.en).toMatch(/[A-Za-z]/);
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
      expect(words.zh).toMatch(/\p{Script=Han}/u);
    }
    for (const [dataset, table] of chart.tables)
      expect(readDataset(dataset).tables.map(({ name }) => name)).toContain(table);
  });

  test('is a self-contained file: fixed colours, text as outlines', async () => {
    const engine = await nodeEngine();
    const svg = picture(drawnView(chart, 'zh'), engine);
    expect(svg).not.toContain('var(');
    const words = svg.replace(/<[^>]*>/g, '');
    expect(words).toContain(chart.title.zh.slice(0, 6));
    expect(engine.outline(svg)).not.toContain('<text');
  });
});

test('a chart is in the file named by its id', () => {
  for (const { id } of EVERY_CHART) expect(existsSync(`src/charts/${id}.ts`), id).toBe(true);
});

test('a view of another measure, unit or year has its own subtitle', () => {
  for (const chart of EVERY_CHART)
    for (const controls of combinationsOf(chart)) {
      // A level only filters the places; every other choice changes the measure.
      const changed = Object.keys(controls).filter((control) => control !== 'level');
      if (changed.length > 0) expect(chart.subtitleFor?.(controls), chart.id).toBeDefined();
    }
});

test('findings with the same measure share a panel, and only those', () => {
  const chart = chartById('findings-problems');
  for (const language of LANGUAGES) {
    const pairs = combinationsOf(chart).flatMap((controls) =>
      rowsOf(chart, { language, width: 640, controls }).map((row) => [
        text(row, 'measure'),
        text(row, 'heading'),
      ]),
    );
    const different = (at: 0 | 1): number => new Set(pairs.map((pair) => pair[at])).size;
    expect(different(0)).toBeGreaterThan(40);
    expect(new Set(pairs.map((pair) => pair.join('|'))).size).toBe(different(0));
    expect(different(1)).toBe(different(0));
  }
});

test('a publisher that is not stated is not printed as one', () => {
  for (const { id } of EVERY_CHART)
    for (const language of LANGUAGES) {
      const { sources } = drawnView(
        EVERY_CHART.find((chart) => chart.id === id)!,
        language,
      );
      expect(publishersLine(sources, language), id).not.toMatch(/not stated/i);
    }
  expect(publishersLine([{ publisher: 'not stated', author: '', title: 'A title' }], 'en')).toBe('A title');
});

test('the words of a chosen problem are those of its shares', () => {
  const chart = EVERY_CHART.find(({ id }) => id === 'findings-problems')!;
  for (const language of LANGUAGES) {
    const { rows } = drawnView(chart, language, { problem: 'late-payment' });
    for (const row of rows) expect(chart.alt(rows, language)).toContain(text(row, 'finding'));
  }
});

test('ids are unique', () => expect(new Set(EVERY_CHART.map(({ id }) => id)).size).toBe(EVERY_CHART.length));

test('the address of a chart that became a small figure leads to the text that shows it', () => {
  const small = EVERY_CHART.filter(({ within }) => within !== undefined);
  expect(small.length).toBeGreaterThan(5);
  for (const { id, within } of small) {
    expect(MOVED_CHARTS[id]).toBe(`${within}/#figure-${id}`);
    for (const language of LANGUAGES)
      expect(readFileSync(`content/${within}/${language}.mdx`, 'utf8')).toContain(`<Chart id="${id}"`);
  }
});
