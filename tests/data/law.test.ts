import { describe, expect, test } from 'vitest';
import { text, type Row } from '../../src/model/row.ts';
import { readRows } from '../../src/published/readCatalogue.ts';

const policies = readRows('policies');
const articles = readRows('policy-articles');
const byId = new Map(policies.map((row) => [text(row, 'id'), row]));
const ids = (rows: Row[]): string[] => rows.map((row) => text(row, 'id'));
const ORDER_102 = 'cn-p-m-102-2020';
const REGULATION = 'cn-p-gpr-2015';
const PAYMENT = 'ru-p-802-2025';

describe('questions of an official', () => {
  test.each([
    ['whether we may sign for three years', ORDER_102, '24', 'contract-and-term', /三年|3年/],
    ['whether a 公益一类 institution may be our provider', ORDER_102, '8', 'who-may-sell', /公益一类.*不能买也不能承接/],
    ['what may not be bought', ORDER_102, '10', 'negative-list', /劳务派遣/],
    ['what must be there before we buy', ORDER_102, '14', 'need-and-budget', /指导性目录.*预算/],
    ['what the order says of payment', ORDER_102, '', 'payment', /按合同付款/],
    ['by when we must pay a small firm', PAYMENT, '9', 'payment', /30日.*60日/],
    ['when the contract must be online', REGULATION, '50', 'disclosure', /2个工作日/],
    ['when a single source is posted', REGULATION, '38', 'disclosure', /第三十一条第一项/],
    ['who hears a supplier’s complaint', 'cn-p-gpl-2014', '55-57', 'complaints', /同级财政部门/],
  ])('%s', (_question, policy, article, topic, says) => {
    const found = articles.filter(
      (row) =>
        text(row, 'kind') === 'text' &&
        [policy, article, topic].join() === ['policy', 'article', 'topic'].map((name) => text(row, name)).join(),
    );
    expect(found.map((row) => text(row, 'says_zh')).filter((said) => says.test(said))).toHaveLength(1);
    expect(text(byId.get(policy)!, 'status')).toBe('in-force');
  });

  test('every topic has articles', () => {
    const topics = new Set(
      articles.filter((row) => text(row, 'kind') === 'text').map((row) => text(row, 'topic')),
    );
    expect(topics.size).toBe(13);
  });
});

describe('status', () => {
  test('no text is replaced by itself or by an older one', () => {
    const wrong = policies.filter((row) =>
      text(row, 'replaced_by')
        .split(' ')
        .filter(Boolean)
        .some((id) => {
          const date = text(byId.get(id)!, 'date');
          return id === row['id'] || date.slice(0, 4) < text(row, 'date').slice(0, 4);
        }),
    );
    expect(ids(wrong)).toEqual([]);
    expect(policies.filter((row) => text(row, 'replaced_by')).length).toBeGreaterThan(10);
  });

  test('the status of texts in force was seen in 2023 or later', () => {
    const old = policies.filter(
      (row) => row['status'] === 'in-force' && Number(text(row, 'status_seen').slice(0, 4)) < 2023,
    );
    expect(ids(old)).toEqual([]);
  });

  test('a text is in force no earlier than it was issued', () => {
    const early = policies.filter(
      (row) => text(row, 'in_force_from') && text(row, 'in_force_from').slice(0, 4) < text(row, 'date').slice(0, 4),
    );
    expect(ids(early)).toEqual([]);
  });
});

test('an article read in a page without article numbers has none', () => {
  const unnumbered = ['ru-s-shunyi', 'ru-s-102-elk'].flatMap((source) =>
    articles.filter((row) => row['source_id'] === source && row['article'] === null),
  );
  expect(unnumbered.length).toBeGreaterThanOrEqual(5);
  expect(
    ids(articles.filter((row) => row['source_id'] === 'ru-s-shunyi' && row['article'] !== null)),
  ).toEqual([]);
});

describe('where an article was read', () => {
  const kinds = new Map(readRows('sources').map((row) => [row['id'], text(row, 'kind')]));
  const told = articles.filter((row) => row['kind'] === 'text');

  test('press, papers and web pages quote a text; they are not the text', () => {
    const retold = told.filter((row) => ['news', 'paper', 'web', 'book'].includes(kinds.get(row['source_id']!)!));
    expect(retold.length).toBeGreaterThan(20);
    expect(ids(retold.filter((row) => row['read_in'] !== 'quoted'))).toEqual([]);
  });

  test('a national text does not say what one county did', () => {
    const counties = readRows('places')
      .filter((row) => row['level'] === 'county')
      .map((row) => text(row, 'name_zh'));
    expect(counties.length).toBeGreaterThan(20);
    const national = told.filter((row) => byId.get(text(row, 'policy'))!['place'] === 'cn');
    expect(ids(national.filter((row) => counties.some((name) => text(row, 'says_zh').includes(name))))).toEqual([]);
    expect(
      articles.filter((row) => text(row, 'says_zh').includes('汉阴县')).map((row) => text(row, 'kind')),
    ).toEqual(['reading']);
  });
});

describe('who decides', () => {
  const of = (id: string): unknown => articles.find((row) => row['id'] === id)!['decided_by'];

  test.each(['ru-x-sme-22', 'ru-x-sme-24', 'ru-x-info-21', 'ru-x-bud-45', 'ru-x-bud-14'])('%s, a duty, leaves nothing to decide', (id) => expect(of(id)).toBeNull());

  test.each([
    ['the limit of procurement law', 'ru-x-gpl-08', 'province'],
    ['the sum from which services are tendered openly', 'ru-x-gpl-27', 'province'],
    ['another method than open tender above that sum', 'law-a-gpl-27-method', 'city'],
    ['complaints about county purchases', 'ru-x-gpl-55', 'county'],
    ['whom to choose', 'ru-x-102-compete', 'purchaser'],
    ['what other methods there are', 'ru-x-gpl-26', 'nation'],
  ])('%s', (_matter, id, decider) => expect(of(id)).toBe(decider));

  test('what a local text decides is decided at its level', () => {
    const LEVELS: Record<string, string> = { province: 'province', prefecture: 'city', county: 'county' };
    const local = articles.filter(
      (row) => row['kind'] === 'text' && row['decided_by'] !== null && byId.get(text(row, 'policy'))!['place'] !== 'cn',
    );
    expect(local.length).toBeGreaterThan(10);
    expect(
      ids(local.filter((row) => row['decided_by'] !== LEVELS[text(byId.get(text(row, 'policy'))!, 'level')])),
    ).toEqual([]);
  });
});

test('articles that disagree name each other', () => {
  const named = (row: Row): string[] => text(row, 'disagrees_with').split(' ').filter(Boolean);
  const disagreeing = articles.filter((row) => named(row).length > 0);
  expect(disagreeing.length).toBeGreaterThan(1);
  for (const row of disagreeing)
    for (const other of named(row))
      expect(named(articles.find(({ id }) => id === other)!), `${text(row, 'id')} and ${other}`).toContain(row['id']);
});

test('Article 26 of the Procurement Law names five methods, and others', () => {
  const methods = articles.find((row) => row['policy'] === 'cn-p-gpl-2014' && row['article'] === '26')!;
  expect(text(methods, 'says_zh')).toMatch(/五种方式.*其他采购方式/);
  expect(text(methods, 'says_en')).toMatch(/^Five methods.*other methods recognised/);
  expect(ids(articles.filter((row) => /six (procurement )?methods|六[类种](采购)?方式/i.test(text(row, 'says_en') + text(row, 'says_zh'))))).toEqual([]);
});

test('no article repeats another, and its advice differs from its text', () => {
  const said = articles.map((row) => text(row, 'says_en'));
  expect(new Set(said).size).toBe(said.length);
  expect(ids(articles.filter((row) => text(row, 'means_zh') === text(row, 'says_zh')))).toEqual([]);
});
