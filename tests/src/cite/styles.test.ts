import { describe, expect, test } from 'vitest';
import { apa } from '../../../src/cite/apa.ts';
import { bibtex } from '../../../src/cite/bibtex.ts';
import { chicago } from '../../../src/cite/chicago.ts';
import { cslJson } from '../../../src/cite/cslJson.ts';
import { gbt7714 } from '../../../src/cite/gbt7714.ts';
import type { CitedItem } from '../../../src/cite/item.ts';
import { harvard } from '../../../src/cite/harvard.ts';
import { mla } from '../../../src/cite/mla.ts';
import { ris } from '../../../src/cite/ris.ts';

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

describe('GB/T 7714—2015', () => {
  test('a dataset is [DS/OL]', () =>
    expect(gbt7714.write(dataset)).toBe(
      '政府购买公共服务. 已报道的购买：1.0.0 版[DS/OL]. (2026-11-24)[2026-11-24]. https://site.example/zh/datasets/purchases/.',
    ));
  test('a chart is [EB/OL]', () => expect(gbt7714.write(chart)).toContain('[EB/OL]. (2026-11-24)'));
});

test('APA 7 gives the kind in brackets and the date in words', () => {
  expect(apa.write(chart)).toBe(
    'Buying Public Services. (2026, November 24). Gaoming’s GDP & its break (Version 2026.11) [Chart]. https://site.example/en/charts/gaoming-gdp/',
  );
  expect(apa.write(dataset)).toContain('(2026年11月24日). 已报道的购买（1.0.0版） [数据集]');
});

test('BibTeX escapes what TeX would read', () => {
  expect(bibtex.write(chart)).toBe(
    [
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
  );
});

test('RIS begins with its type and ends with ER', () => {
  const lines = ris.write(dataset).split('\n');
  expect(lines[0]).toBe('TY  - DATA');
  expect(lines.at(-1)).toBe('ER  - ');
  expect(lines).toContain('TI  - 已报道的购买');
  expect(lines).toContain('DA  - 2026/11/24');
});

test('Chicago, Harvard and MLA, in both languages', () => {
  expect(chicago.write(chart)).toBe(
    'Buying Public Services. “Gaoming’s GDP & its break.” Version 2026.11. 24 November 2026. https://site.example/en/charts/gaoming-gdp/.',
  );
  expect(harvard.write(chart)).toBe(
    'Buying Public Services (2026) Gaoming’s GDP & its break (Version 2026.11). Available at: https://site.example/en/charts/gaoming-gdp/ (Accessed: 24 November 2026).',
  );
  expect(mla.write(chart)).toBe(
    '“Gaoming’s GDP & its break.” Version 2026.11, Buying Public Services, 24 November 2026, site.example/en/charts/gaoming-gdp/.',
  );
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
