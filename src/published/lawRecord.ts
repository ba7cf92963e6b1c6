import { text, type Row } from '../model/row.ts';
import type { LawTopic } from '../model/lawGuide.ts';
import { findRow, findSource, placesAround } from './lookup.ts';
import { readRows } from './readCatalogue.ts';

/** The order of the law in China, from what all keep to down to the county. */
export const ORDER = ['law', 'regulation', 'order', 'document', 'province', 'city', 'county'] as const;

/** The rank of a text: in the hierarchy of the law, or outside it. */
export const TIERS = [...ORDER, 'territory', 'abroad'] as const;
type Tier = (typeof TIERS)[number];

const LOCAL: Partial<Record<string, Tier>> = {
  territory: 'territory',
  province: 'province',
  prefecture: 'city',
  county: 'county',
};

/** The rank of a text. National texts are distinguished by their issuer and the series of their numbers. */
export function tierOf(policy: Row): Tier {
  const level = text(policy, 'level');
  if (level === 'territory') return 'territory';
  if (placesAround(text(policy, 'place')).at(-1) !== 'cn') return 'abroad';
  const local = LOCAL[level];
  if (local) return local;
  if (text(policy, 'issuer').startsWith('全国人民代表大会')) return 'law';
  const [, series] = /^(.+)令第/.exec(text(policy, 'number')) ?? [];
  if (series === undefined) return 'document';
  return series === '国务院' ? 'regulation' : 'order';
}

/** All texts, by date, those without one last. */
export const lawTexts = (): Row[] =>
  [...readRows('policies')].sort((a, b) => {
    const [before, after] = [text(a, 'date'), text(b, 'date')];
    if (before === '' || after === '') return Number(before === '') - Number(after === '');
    return before < after ? -1 : before > after ? 1 : 0;
  });

/** Ids in a cell, which are separated by one space. */
export const idsIn = (row: Row, field: string): string[] => text(row, field).split(' ').filter(Boolean);

/** The texts that a text replaced or amended: `replaced_by` read backwards. */
export const replacedTexts = (id: string): Row[] =>
  lawTexts().filter((policy) => idsIn(policy, 'replaced_by').includes(id));

/** The rows of `policy-articles` of a text, in the order of the dataset. */
export const articlesOf = (policy: string): Row[] =>
  readRows('policy-articles').filter((row) => row['policy'] === policy);

/** A row of a dataset by its id. @throws Error where there is no such row in the dataset, which fails the build */
function rowOf(dataset: string, id: string, named: string): Row {
  const found = findRow(id);
  if (found.dataset.id !== dataset)
    throw new Error(`${named} names "${id}", a row of ${found.dataset.id}; it must be a row of ${dataset}`);
  return found.row;
}

/** An article by the id of its row. @param named the file that names it, for the error */
export const findArticle = (id: string, named: string): Row => rowOf('policy-articles', id, named);

/** A text by its id. @param named the file that names it, for the error */
export const findText = (id: string, named = 'a page'): Row => rowOf('policies', id, named);

/** The text that an article belongs to. */
export const textOf = (article: Row): Row => findText(text(article, 'policy'), 'policy-articles');

/** Whether a text was seen in force. */
export const isInForce = (policy: Row): boolean => text(policy, 'status') === 'in-force';

const TOPICS_FILE = 'content/law/topics.yaml';

/** What a topic says first. @throws Error where a row does not bind today, or is of another topic */
export function bindingArticles(topic: LawTopic): Row[] {
  return topic.binds.map((id) => {
    const row = findArticle(id, TOPICS_FILE);
    const refuse = (what: string): never => {
      throw new Error(`${TOPICS_FILE}: ${topic.id} begins with "${id}", ${what}`);
    };
    if (row['topic'] !== topic.id) refuse(`which is of the topic ${text(row, 'topic')}`);
    if (row['kind'] !== 'text') refuse('which is how an authority reads the law, not what a text says');
    if (!isInForce(textOf(row)) || tierOf(textOf(row)) === 'abroad')
      refuse(`but ${text(row, 'policy')} was not seen in force`);
    return row;
  });
}

/** The texts abroad beside a topic. @throws Error where one is not abroad */
export function textsAbroad(topic: LawTopic): Row[] {
  return topic.abroad.map((id) => {
    const row = findText(id, TOPICS_FILE);
    if (!['abroad', 'territory'].includes(tierOf(row)))
      throw new Error(`${TOPICS_FILE}: ${topic.id} names "${id}" as a text abroad, but it is a Chinese one`);
    return row;
  });
}

/** Whether a reading of an article was read in a publication of an authority, not in the press or on another page. */
export const isOfficialReading = (article: Row): boolean =>
  ['law', 'official'].includes(text(findSource(text(article, 'source_id')), 'kind'));

interface TopicArticles {
  /** Those that bind the whole country today. */
  binding: Row[];
  /** Those of local texts and of texts not seen in force. */
  others: Row[];
  /** How authorities read or apply the law, in their own publications. */
  officialReadings: Row[];
  /** How it is read or applied according to the press and other pages. */
  otherReadings: Row[];
}

/** The articles of a topic without those it begins with, divided by what they are. */
export function topicArticles(topic: LawTopic): TopicArticles {
  const first = new Set(topic.binds);
  const rows = readRows('policy-articles').filter(
    (row) => row['topic'] === topic.id && !first.has(text(row, 'id')),
  );
  const texts = rows.filter((row) => row['kind'] === 'text');
  const readings = rows.filter((row) => row['kind'] !== 'text');
  const binds = (row: Row): boolean => isInForce(textOf(row)) && textOf(row)['place'] === 'cn';
  const rank = (row: Row): number => ORDER.indexOf(tierOf(textOf(row)) as (typeof ORDER)[number]);
  return {
    binding: texts.filter(binds).sort((a, b) => rank(a) - rank(b)),
    others: texts.filter((row) => !binds(row)).sort((a, b) => rank(a) - rank(b)),
    officialReadings: readings.filter(isOfficialReading),
    otherReadings: readings.filter((row) => !isOfficialReading(row)),
  };
}

/** Who decides what an article leaves open, the nearest to the purchase first. What is left to the centre is not for a county to ask. */
export const DECIDING = ['purchaser', 'county', 'city', 'province'] as const;

/** What is left to one who decides: the articles of national texts that leave it, and what places have decided. */
export function decidedBy(decider: (typeof DECIDING)[number]): { national: Row[]; local: Row[] } {
  const rows = readRows('policy-articles').filter((row) => row['decided_by'] === decider);
  const national = (row: Row): boolean => textOf(row)['place'] === 'cn' && row['kind'] === 'text';
  return { national: rows.filter(national), local: rows.filter((row) => !national(row)) };
}
