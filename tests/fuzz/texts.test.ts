import fc from 'fast-check';
import { h } from 'hastscript';
import { unified } from 'unified';
import { describe, expect } from 'vitest';
import { queryPattern } from '../../src/components/search/queryPattern.ts';
import { lawsMeant } from '../../src/components/search/searchLaws.ts';
import { segmentQuery } from '../../src/components/search/searchQuery.ts';
import { rank } from '../../src/components/search/searchRank.ts';
import { variants } from '../../src/components/search/searchSynonyms.ts';
import type { ExplorerField, ExplorerTable } from '../../src/components/explore/explorerSettings.ts';
import { conditionsOf } from '../../src/components/explore/exploreView.ts';
import { pageWithView, viewOfPage } from '../../src/components/explore/viewAddress.ts';
import { rehypeTermLinks } from '../../src/layouts/rehype/termLinks.ts';
import { readProse } from '../../scripts/prose/readProse.ts';
import { parseChanges } from '../../src/model/changes.ts';
import { fuzz } from './fuzz.ts';
import { broken } from './hostile.ts';

const ORDER_102 = {
  path: '/zh/law/cn-p-m-102-2020/',
  title: '政府购买服务管理办法',
  what: '',
  filters: {},
  number: '财政部令第102号',
  issuer: '财政部',
  pinyin: 'caizhengbu 102',
  names: ['政府购买服务管理办法'],
  articles: [{ numbers: [24], path: '/zh/law/cn-p-m-102-2020/#ru-x-102-24', says: '' }],
};

describe('input of a reader', () => {
  fuzz(
    'search: a query keeps its characters',
    fc.tuple(broken, fc.constantFrom('zh-CN', 'en')),
    ([query, language]) => {
      const cut = segmentQuery(query, language);
      expect(cut.replace(/\s/g, '')).toBe(query.replace(/\s/g, ''));
    },
  );

  fuzz(
    'search: ranking keeps every result',
    fc.array(
      fc.record({
        score: fc.double({ noNaN: true, min: 0, max: 100 }),
        inTitle: fc.double({ noNaN: true, min: 0, max: 1 }),
        path: broken,
      }),
    ),
    (results) => expect(new Set(rank(results))).toEqual(new Set(results)),
    0.2,
  );

  const word = broken
    .map((text) => text.trim())
    .filter((text) => text.length <= 60 && /[\p{L}\p{N}]/u.test(text));
  const synonyms = fc.dictionary(word, fc.array(word, { maxLength: 3 }), { maxKeys: 4 });
  fuzz(
    'search: any query finds the text that it is, in any brackets, with any table of synonyms',
    fc.tuple(broken, synonyms),
    ([query, table]) => {
      const text = query.normalize('NFKC');
      for (const written of [text, text.replace(/[[(]/g, '〔').replace(/[\])]/g, '〕')])
        expect(queryPattern(query, table)?.test(written) ?? true).toBe(true);
    },
  );

  fuzz(
    'search: whatever is asked is a law or none, and as it was typed the first of its variants',
    fc.tuple(broken, synonyms),
    ([query, table]) => {
      expect(lawsMeant(query, [ORDER_102], table).length).toBeLessThan(2);
      expect(variants(query, table)[0]).toBe(query);
    },
  );

  const field = (name: string, more: Partial<ExplorerField>): ExplorerField => ({
    name,
    type: 'string',
    title: name,
    missing: '—',
    ...more,
  });
  const TABLE: ExplorerTable = {
    name: 't',
    title: 't',
    rows: 1,
    parts: [],
    fields: [
      field('place', { filter: 'text' }),
      field('year', { type: 'year', filter: 'range' }),
      field('method', { filter: 'values', labels: { a: 'A' } }),
    ],
  };
  const asked = ['q', 'sort', 'hide', 'show', 'page', 'by', 'of', 'row', 'table'];
  const filters = ['f.', 'v.', 'r.', 'c.'].flatMap((kind) =>
    ['place', 'year', 'method', 'x'].map((name) => kind + name),
  );
  fuzz(
    'table: any address is a valid view, which can be written as an address again',
    fc.array(fc.tuple(fc.constantFrom(...[...asked, ...filters].map((name) => `t.${name}`)), broken)),
    (parameters) => {
      const settings = { prefix: 't.', tables: [TABLE] };
      const view = viewOfPage(String(new URLSearchParams(parameters)), settings);
      expect(Number.isSafeInteger(view.page) && view.page >= 1).toBe(true);
      expect(conditionsOf(view, TABLE).every(({ kind }) => kind)).toBe(true);
      const again = pageWithView('other=1&t.q=old', view, settings);
      expect(again.get('other')).toBe('1');
      expect(viewOfPage(String(again), settings)).toEqual(view);
    },
    0.5,
  );
});

describe('input of an author', () => {
  const mark = fc.oneof(
    broken,
    fc.constantFrom(
      '<Num id="a" />',
      '<Ratio a="x" b="y" digits={1} />',
      '<Cite id=',
      '<Ours>',
      '</Ours>',
      '---',
      '\n\n',
      '## H',
      '`',
      '[a](b)',
      '区2015年',
    ),
    fc
      .tuple(fc.constantFrom('Num', 'Cite', 'Chart'), broken)
      .map(([name, id]) => `<${name} id="${id}" field="posts" />`),
  );
  fuzz(
    'prose: any text has its references and faults, each with its line',
    fc.tuple(fc.array(mark, { maxLength: 6 }), fc.constantFrom('en', 'zh')),
    ([parts, language]) => {
      const text = parts.join('');
      const { references, faults, length, perSentence } = readProse(text, language);
      for (const { ids } of references) for (const id of ids) expect(id).toBeTypeOf('string');
      for (const { row } of faults) expect(row).toBeLessThanOrEqual(text.split('\n').length);
      expect(Number.isFinite(length) && Number.isFinite(perSentence)).toBe(true);
    },
    0.5,
  );

  fuzz(
    'prose: a reference is read as it was written',
    fc.tuple(
      fc.constantFrom('Num', 'Cite', 'Chart'),
      fc.stringMatching(/^[a-z0-9-]{1,20}$/),
      fc.stringMatching(/^[^<]{0,20}$/),
    ),
    ([component, id, around]) => {
      const { references } = readProse(`${around}<${component} id="${id}" />${around}`, 'en');
      expect(references).toEqual([{ component, ids: [id] }]);
    },
    0.5,
  );

  fuzz(
    'glossary: linking terms takes nothing from a text and adds only links',
    fc.tuple(fc.string({ maxLength: 30 }), fc.string({ minLength: 1, maxLength: 6 }), broken),
    ([text, word, definition]) => {
      const tree = { type: 'root' as const, children: [h('p', text + word)] };
      const linking = { terms: [{ id: 'x', word, definition }], language: 'zh' as const };
      unified().use(rehypeTermLinks, linking).runSync(tree);
      const pieces = tree.children[0]!.children.map((piece) =>
        piece.type === 'element' ? piece.children[0]! : piece,
      );
      expect(pieces.map((piece) => (piece.type === 'text' ? piece.value : '')).join('')).toBe(text + word);
      const links = tree.children[0]!.children.filter(({ type }) => type === 'element');
      expect(links).toEqual([h('a.term', { href: '/zh/glossary/#x', title: definition }, word)]);
    },
    0.5,
  );

  fuzz(
    'changes: any text has versions',
    fc.array(fc.oneof(broken, fc.constantFrom('## 1.0.0 — 2026-01-01\n', '- x\n', '\n## '))),
    (parts) => {
      for (const { version, date } of parseChanges(parts.join('')))
        expect(`${version}${date}`).toBeTypeOf('string');
    },
    0.2,
  );
});
