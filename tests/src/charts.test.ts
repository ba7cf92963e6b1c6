import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/charts.ts';
import { drawSvg, nodeEngine } from '../../src/charts/render/node.ts';
import { picture } from '../../src/charts/render/picture.ts';
import { choicesOf } from '../../src/charts/view.ts';
import { LANGUAGES } from '../../src/model/language.ts';
import { text } from '../../src/model/row.ts';
import { readDataset } from '../../src/published/catalogue.ts';
import { drawnView, selectRows } from '../../src/published/drawing.ts';
import { findSource } from '../../src/published/lookup.ts';

if (!existsSync('public/data/index.json'))
  throw new Error('run `npm run compile` before the tests of charts');

/** An SVG with an element a line, so that a change can be read. */
const readable = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`;

describe.each(CHARTS.map((chart) => [chart.id, chart] as const))('%s', (id, chart) => {
  test('is drawn as it was when it was last looked at', async () => {
    const view = { language: 'en', width: 640, controls: {} } as const;
    await expect(readable(drawSvg(chart, selectRows(chart, view), view))).toMatchFileSnapshot(
      `charts/${id}.svg`,
    );
  });

  test('draws every view in both languages, wide and narrow, and says its shape in words', () => {
    for (const language of LANGUAGES)
      for (const width of [640, 350])
        for (const controls of choicesOf(chart)) {
          const view = { language, width, controls };
          const rows = selectRows(chart, view);
          const svg = drawSvg(chart, rows, view);
          expect(svg, `${language} ${width} ${JSON.stringify(controls)}`).not.toMatch(
            /NaN|undefined|null|Infinity/,
          );
          expect(chart.alt(rows, language).length).toBeGreaterThan(20);
        }
  });

  test('names a known source for every drawn row, and draws no forecast', () => {
    for (const controls of choicesOf(chart))
      for (const row of selectRows(chart, { language: 'en', width: 640, controls })) {
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
      chart.question,
      chart.note,
      ...chart.columns.map((column) => column.title),
    ])
      for (const language of LANGUAGES) expect(words[language].trim()).not.toBe('');
    expect(chart.title.zh).toMatch(/\p{Script=Han}/u);
    for (const [dataset, table] of chart.tables)
      expect(readDataset(dataset).tables.map(({ name }) => name)).toContain(table);
  });

  test('stands alone as a file: fixed colours, letters as outlines', async () => {
    const engine = await nodeEngine();
    const svg = picture(drawnView(chart, 'zh'), engine);
    expect(svg).not.toContain('var(');
    const words = svg.replace(/<[^>]*>/g, '');
    expect(words).toContain(chart.title.zh.slice(0, 6));
    expect(engine.outline(svg)).not.toContain('<text');
  });
});

test('a chart stands in the file named by its id', () => {
  for (const { id } of CHARTS) expect(existsSync(`src/charts/${id}.ts`), id).toBe(true);
});

test('ids are unique', () => expect(new Set(CHARTS.map(({ id }) => id)).size).toBe(CHARTS.length));
