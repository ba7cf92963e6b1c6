import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { apa } from '../../../src/cite/apa.ts';
import { bibtex } from '../../../src/cite/bibtex.ts';
import { cslJson } from '../../../src/cite/cslJson.ts';
import { gbt7714 } from '../../../src/cite/gbt7714.ts';
import type { CitationStyle, CitedItem } from '../../../src/cite/item.ts';
import { harvard } from '../../../src/cite/harvard.ts';
import { ris } from '../../../src/cite/ris.ts';
import { CITATION_STYLES } from '../../../src/cite/styles.ts';

const chart: CitedItem = {
  key: 'bps-chart-gaoming-gdp-2026.11',
  kind: 'chart',
  title: 'Gaoming’s GDP & its break',
  language: 'en',
  date: '2026-11-24',
  version: '2026.11',
  url: 'https://site.example/en/charts/gaoming-gdp/',
};
const dataset: CitedItem = {
  key: 'bps-purchases-1.0.0',
  kind: 'dataset',
  title: '已报道的购买',
  language: 'zh',
  date: '2026-11-24',
  version: '1.0.0',
  url: 'https://site.example/zh/datasets/purchases/',
};

/** The reference to the chart in every style. A new style is added here with the example of its standard. */
const EXAMPLES: Record<string, string> = {
  gbt7714:
    'Buying Public Services. Gaoming’s GDP & its break: version 2026.11[EB/OL]. (2026-11-24)[2026-11-24]. https://site.example/en/charts/gaoming-gdp/.',
  apa: 'Buying Public Services. (2026, November 24). Gaoming’s GDP & its break (Version 2026.11) [Chart]. https://site.example/en/charts/gaoming-gdp/',
  chicago:
    'Buying Public Services. “Gaoming’s GDP & its break.” Version 2026.11. 24 November 2026. https://site.example/en/charts/gaoming-gdp/.',
  harvard:
    'Buying Public Services (2026) Gaoming’s GDP & its break (Version 2026.11). Available at: https://site.example/en/charts/gaoming-gdp/ (Accessed: 24 November 2026).',
  mla: '“Gaoming’s GDP & its break.” Version 2026.11, Buying Public Services, 24 November 2026, site.example/en/charts/gaoming-gdp/.',
  bibtex: [
    '@misc{bps-chart-gaoming-gdp-2026.11,',
    '  author = {{Buying Public Services}},',
    '  title = {{Gaoming’s GDP \\& its break}},',
    '  year = {2026},',
    '  month = {11},',
    '  version = {2026.11},',
    '  language = {en},',
    '  url = {https://site.example/en/charts/gaoming-gdp/}',
    '}',
  ].join('\n'),
  ris: [
    'TY  - FIGURE',
    'AU  - Buying Public Services',
    'TI  - Gaoming’s GDP & its break',
    'PB  - Buying Public Services',
    'PY  - 2026',
    'DA  - 2026/11/24',
    'ET  - 2026.11',
    'LA  - en',
    'UR  - https://site.example/en/charts/gaoming-gdp/',
    'ER  - ',
  ].join('\n'),
  'csl-json': JSON.stringify(
    [
      {
        id: 'bps-chart-gaoming-gdp-2026.11',
        type: 'graphic',
        title: 'Gaoming’s GDP & its break',
        author: [{ literal: 'Buying Public Services' }],
        publisher: 'Buying Public Services',
        issued: { 'date-parts': [[2026, 11, 24]] },
        version: '2026.11',
        language: 'en',
        URL: 'https://site.example/en/charts/gaoming-gdp/',
      },
    ],
    null,
    1,
  ),
};

test.each(CITATION_STYLES.map((style) => [style.id, style] as const))('%s: its example', (id, style) => {
  expect(
    EXAMPLES[id],
    `EXAMPLES in tests/src/cite/styles.test.ts needs the example of the style "${id}"`,
  ).toBeDefined();
  expect(style.write(chart)).toBe(EXAMPLES[id]);
});

test('every file of src/cite is a style in the list', async () => {
  const files = readdirSync('src/cite').filter((file) => !['item.ts', 'styles.ts'].includes(file));
  for (const file of files) {
    const styles = Object.values((await import(`../../../src/cite/${file}`)) as Record<string, unknown>);
    expect(
      styles.some((style) => CITATION_STYLES.includes(style as CitationStyle)),
      `src/cite/${file} exports no style that CITATION_STYLES in src/cite/styles.ts lists`,
    ).toBe(true);
  }
  expect(files).toHaveLength(CITATION_STYLES.length);
});

describe('GB/T 7714—2015', () => {
  test('a dataset is [DS/OL]', () =>
    expect(gbt7714.write(dataset)).toBe(
      '政府购买公共服务. 已报道的购买：1.0.0 版[DS/OL]. (2026-11-24)[2026-11-24]. https://site.example/zh/datasets/purchases/.',
    ));
  test('a chart is [EB/OL]', () => expect(gbt7714.write(chart)).toContain('[EB/OL]. (2026-11-24)'));
});

test('APA 7 gives the kind in brackets and the date in words', () => {
  expect(apa.write(dataset)).toContain('(2026年11月24日). 已报道的购买（1.0.0版） [数据集]');
});

test('RIS begins with its type and ends with ER', () => {
  const lines = ris.write(dataset).split('\n');
  expect(lines[0]).toBe('TY  - DATA');
  expect(lines.at(-1)).toBe('ER  - ');
  expect(lines).toContain('TI  - 已报道的购买');
  expect(lines).toContain('DA  - 2026/11/24');
});

test('Harvard in Chinese', () => {
  expect(harvard.write(dataset)).toContain('（访问日期：2026年11月24日）');
});

test('CSL-JSON is one item that citeproc reads', () => {
  const [item] = JSON.parse(cslJson.write(dataset)) as Record<string, unknown>[];
  expect(item).toMatchObject({
    type: 'dataset',
    title: '已报道的购买',
    issued: { 'date-parts': [[2026, 11, 24]] },
    language: 'zh-CN',
  });
});

test('a title cannot end a field of RIS or BibTeX', () => {
  const title = 'a\r\nER  - \u2028{ 50\\% ~ }} @misc{x,';
  expect(ris.write({ ...chart, title }).split(/[\r\n\u2028]/)).toHaveLength(
    ris.write(chart).split('\n').length,
  );
  expect(bibtex.write({ ...chart, title })).toContain(
    'title = {{a ER - \\textbraceleft{} 50\\textbackslash{}\\% \\textasciitilde{} \\textbraceright{}\\textbraceright{} @misc\\textbraceleft{}x,}}',
  );
});

test('a page that is made in the browser is cited with the day of access, in each style for readers once', () => {
  for (const [item, day] of [
    [chart, '1 December 2026'],
    [dataset, '2026年12月1日'],
  ] as const)
    for (const style of CITATION_STYLES.filter(({ extension }) => !extension)) {
      const wanted = style.id === 'gbt7714' ? '[2026-12-01]' : day;
      expect(style.write({ ...item, accessed: '2026-12-01' }).split(wanted), style.id).toHaveLength(2);
    }
});
