import { closeSync, openSync, writeSync } from 'node:fs';
import { csvRecord } from '../../src/model/csv.ts';

/**
 * How often a cell of an export needs cleaning, as counted in the ingest ledgers of the exports of Oxford, Lambeth and Philadelphia
 * (per row; the highest of the three where they differ).
 */
const RATES = {
  /** Leading, trailing or double white space, in the supplier or the description. */
  whitespace: 0.14,
  /** Amounts with thousands separators, among those of at least a thousand. */
  thousands: 0.82,
  currency: 0.02,
  negative: 0.01,
  dash: 0.03,
  /** Payees that are private persons. */
  person: 0.045,
  /** A telephone number or an e-mail address within a text. */
  contact: 0.001,
  /** A line end or a quotation mark within a cell. */
  quoted: 0.01,
  empty: 0.02,
  /** Rows that cannot be read: an amount in words. */
  unreadable: 0.0005,
} as const;

const HEADER = [
  'Reference',
  'Purchaser',
  'Description',
  'Supplier name',
  'Procedure',
  'Payment date',
  'Amount',
  'Contact e-mail',
  'Notes',
];
const PURCHASERS = [
  ...['Adult Social Care', 'Children and Families', 'Housing', 'Public Health', 'Parks and Leisure'],
  ...['区民政局', '区人力资源和社会保障局', '街道办事处', '区残疾人联合会', '区妇女联合会'],
];
const SERVICES = [
  ...['Home care', 'Day centre', 'Supported living', 'Employment training', 'Youth work', 'Street cleansing'],
  ...['居家养老服务', '社工站运营', '就业技能培训', '助残服务', '家庭综合服务', '环卫保洁服务'],
];
const NAMES = ['Bright', 'Green', 'North', 'River', 'Saint Anne', '同心', '晨光', '益民', '康乐', '和睦'];
const FORMS = ['Care Ltd', 'Community Trust', 'Services CIC', 'Training Limited', 'Housing Association'];
const HAN_FORMS = ['社会工作服务中心', '养老服务有限公司', '职业培训学校', '物业管理有限公司', '公益促进会'];
const PERSONS = ['Mr A Planted', 'Mrs Planted', 'Smith J', 'Ms. Example', '张三', '李四'];
const PROCEDURES = ['open tender', 'negotiation', 'single source', '公开招标', '竞争性磋商'];
const BATCH = 20_000;

/** Pseudo-random numbers in [0, 1), the same for a seed on every machine (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Writes a purchase export like those that governments publish, with errors at the rates found in real ones. All names are
 * invented. The same seed gives the same bytes.
 */
export function writeExport(file: string, rows: number, seed = 1): void {
  const next = random(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const happens = (rate: number): boolean => next() < rate;
  const ruffled = (text: string): string =>
    happens(RATES.whitespace / 2) ? (happens(0.5) ? `${text}  ` : text.replace(' ', '  ')) : text;

  function supplier(): string {
    if (happens(RATES.person)) return one(PERSONS);
    const number = Math.floor(next() ** 2 * 4000);
    const name = NAMES[number % NAMES.length]!;
    return /\p{Script=Han}/u.test(name)
      ? `${name}${number}${HAN_FORMS[number % HAN_FORMS.length]!}`
      : `${name} ${number} ${FORMS[number % FORMS.length]!}`;
  }

  function amount(): string {
    if (happens(RATES.unreadable)) return 'see contract';
    if (happens(RATES.dash)) return '-';
    const value = Math.round(Math.exp(4 + next() * 8) * 100) / 100;
    const digits =
      value >= 1000 && happens(RATES.thousands)
        ? value.toLocaleString('en-US', { minimumFractionDigits: 2 })
        : value.toFixed(2);
    const signed = happens(RATES.currency) ? `£${digits}` : digits;
    return happens(RATES.negative) ? `(${signed})` : signed;
  }

  function date(): string {
    const two = (most: number): string => String(1 + Math.floor(next() * most)).padStart(2, '0');
    return `${two(28)}/${two(12)}/${2012 + Math.floor(next() * 14)}`;
  }

  function note(): string {
    if (happens(RATES.contact)) return 'Ring 13800138000 or write to someone@example.org';
    if (happens(RATES.quoted)) return happens(0.5) ? 'First line,\nsecond line' : 'the so-called "pilot"';
    return happens(0.1) ? 'second instalment' : '';
  }

  const output = openSync(file, 'w');
  try {
    writeSync(output, csvRecord(HEADER));
    for (let start = 0; start < rows; start += BATCH) {
      let text = '';
      for (let row = start; row < Math.min(start + BATCH, rows); row += 1)
        text += csvRecord([
          `P-${String(row + 1).padStart(9, '0')}`,
          one(PURCHASERS),
          ruffled(`${one(SERVICES)} ${1 + Math.floor(next() * 500)}`),
          ruffled(supplier()),
          happens(RATES.empty) ? '' : one(PROCEDURES),
          happens(RATES.empty) ? '' : date(),
          amount(),
          'someone@example.org',
          note(),
        ]);
      writeSync(output, text);
    }
  } finally {
    closeSync(output);
  }
}
