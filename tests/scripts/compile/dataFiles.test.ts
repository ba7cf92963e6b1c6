import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_FIELDS, HEADER, Project, ROW_2015, ROW_2018, SOURCE_KEY, table } from '../project.ts';

const GAOMING = 'data/gaoming/gaoming.csv';
const YAML = 'data/gaoming/dataset.yaml';
const TEXT = [HEADER, ROW_2015, ROW_2018, ''].join('\n');

/** A text in UTF-8 with one byte in place of a character. */
function withByte(text: string, character: string, byte: number): Uint8Array {
  const [before, after] = text.split(character) as [string, string];
  return Buffer.concat([Buffer.from(before), Buffer.from([byte]), Buffer.from(after)]);
}

describe('a file of data/ that is not text in UTF-8 is refused by what it is', () => {
  const littleEndian = (text: string): Buffer => Buffer.from(text, 'utf16le');
  const bigEndian = (text: string): Buffer => littleEndian(text).swap16();
  const right = '(files in data/ are UTF-8; save it as UTF-8)';
  test.each([
    [
      'UTF-16 LE',
      littleEndian(`\ufeff${TEXT}`),
      `is UTF-16: it begins with the byte order mark FF FE ${right}`,
    ],
    ['UTF-16 BE', bigEndian(`\ufeff${TEXT}`), `is UTF-16: it begins with the byte order mark FE FF ${right}`],
    [
      'UTF-16 without its mark',
      littleEndian(HEADER),
      `is UTF-16: it has a zero in every second byte ${right}`,
    ],
  ])('%s', async (_, content, fault) => {
    for (const file of [GAOMING, YAML, 'data/gaoming/CHANGES.md', 'data/codelists.yaml'])
      expect(await new Project({ [file]: content }).faults()).toContain(`${file} ${fault}`);
  });

  test('a single byte that is none, in a text of UTF-8', async () => {
    expect(await new Project({ [GAOMING]: withByte(TEXT, '711亿', 0x93) }).faults()).toEqual([
      `${GAOMING}:2 has the byte 0x93, which is no character in UTF-8 (the rest of the text is UTF-8: correct it there)`,
    ]);
    const yaml = new Project().read(YAML).replace('zh: gaoming }', 'zh: 高明“ }');
    expect(await new Project({ [YAML]: withByte(yaml, '“', 0x93) }).faults()).toEqual([
      `${YAML}:2 has the byte 0x93, which is no character in UTF-8 (the rest of the text is UTF-8: correct it there)`,
    ]);
  });

  test.each([GAOMING, YAML, 'data/gaoming/CHANGES.md', 'data/codelists.yaml'])(
    'a folder: %s',
    async (path) => {
      const project = new Project({ [path]: '' });
      project.remove(path);
      mkdirSync(join(project.root, path));
      expect(await project.faults()).toContain(
        `${path} is a folder (a file of that name; rename or move the folder)`,
      );
    },
  );
});

describe('a control character is refused by row, column and code', () => {
  test.each([
    ['U+0000', '\u0000'],
    ['U+0007', '\u0007'],
    ['U+001B', '\u001b'],
    ['U+007F', '\u007f'],
    ['U+0093', '\u0093'],
  ])('%s', async (code, character) => {
    const row = ROW_2018.replace('879.49亿元', `879.49${character}亿元`);
    expect(await new Project(table(ROW_2015, row)).faults()).toEqual([
      `${GAOMING}:3:value_printed "879.49亿元" has the control character ${code} at position 7 (take it out)`,
    ]);
  });

  test('in a key, in the header and in a text beside the rows', async () => {
    expect(await new Project(table(ROW_2015.replace('gf-gm-2015', 'gf-gm-\u00002015'))).faults()).toEqual([
      `${GAOMING}:2:id "gf-gm-2015-gdp" has the control character U+0000 at position 7 (take it out)`,
    ]);
    expect(await new Project({ [GAOMING]: TEXT.replace('place', 'pla\u0001ce') }).faults()).toEqual([
      `${GAOMING}:1:place "place" has the control character U+0001 at position 4 (take it out)`,
    ]);
    expect(
      await new Project({ 'data/gaoming/CHANGES.md': '## 1.0.0 — 2026-11-24\n\n- a\u0000b\n' }).faults(),
    ).toEqual([
      'data/gaoming/CHANGES.md:3 "- ab" has the control character U+0000 at position 4 (take it out)',
    ]);
  });

  test('far behind the first rows too', async () => {
    const rows = Array.from({ length: 8000 }, (_, n) => ROW_2018.replace('gf-gm-2018-gdp', `row-${n}`));
    rows[7990] = rows[7990]!.replace('亿', '\u0000亿');
    expect(await new Project(table(...rows)).faults()).toEqual([
      `${GAOMING}:7992:value_printed "879.49亿元" has the control character U+0000 at position 7 (take it out)`,
    ]);
  });

  test('a line end, a tab or a form feed within a cell is white space, and cleaned as such', async () => {
    const project = new Project(table(ROW_2018.replace('879.49亿元', '"879.49\n\t\f亿元"')));
    expect(await project.faults()).toEqual([]);
    expect(project.read('public/data/gaoming/gaoming.csv')).toContain('879.49 亿元');
  });
});

describe('a number is kept as written, or refused', () => {
  const value = (text: string): Promise<string[]> =>
    new Project(table(ROW_2015.replace('71100000000', text))).faults();
  const FAULT =
    'has more digits than a number keeps, and would be rounded (whole numbers are exact up to 9007199254740991; a code or document number is type: string)';

  test.each([
    '9007199254740993',
    '914406000000000001',
    '9007199254740993.5',
    '0.1234567890123456789',
    '1E-400',
  ])('%s is refused', async (text) =>
    expect(await value(text)).toEqual([`${GAOMING}:2:value "${text}" ${FAULT}`]),
  );

  test.each([
    '9007199254740992',
    '1E23',
    '0.30000000000000004',
    '0.33333333333333331',
    '-879.4900',
    '0.000',
    '711000000000000000',
  ])('%s is kept', async (text) => expect(await value(text)).toEqual([]));

  test('an integer too', async () => {
    const project = new Project(table(ROW_2015.replace('71100000000', '9007199254740993')));
    project.write(
      YAML,
      project.read(YAML).replace('name: value, type: number', 'name: value, type: integer'),
    );
    expect(await project.faults()).toEqual([`${GAOMING}:2:value "9007199254740993" ${FAULT}`]);
  });
});

describe('a table whose rows are evidence', () => {
  const described = new Project().read(YAML);
  const [source, confidence] = EVIDENCE_FIELDS as [string, string];
  test.each([
    ['without sources', `${source}\n`, '', 'lack "source_id", which every row of evidence has'],
    ['without grades', `${confidence}\n`, '', 'lack "confidence", which every row of evidence has'],
    ['with rows without a source', source, source.replace('true', 'false'), 'let "source_id" be empty'],
    [
      'with a grade of any name',
      confidence,
      confidence.replace(', enum: [A, B, C]', ''),
      'let "confidence" be anything',
    ],
    ['with a source that is nowhere', SOURCE_KEY, '', 'let "source_id" name no source'],
  ])('is refused %s', async (_, before, after, fault) => {
    const faults = await new Project({ [YAML]: described.replace(before, after) }).faults();
    expect(faults.join('\n')).toContain(`${YAML}:tables.gaoming.fields ${fault}`);
  });

  test('a list says that its rows are none', async () => {
    const project = new Project({
      [YAML]: described
        .replace(`${confidence}\n`, '')
        .replace('    primaryKey', '    evidence: false\n    primaryKey'),
      [GAOMING]: [HEADER, ROW_2015, ''].map((line) => line.replace(/,[^,]*$/, '')).join('\n'),
    });
    expect(await project.faults()).toEqual([]);
  });
});

describe('a fault of dataset.yaml names field, value and what is expected', () => {
  const TITLE = 'title: { en: gaoming, zh: gaoming }';
  test.each([
    ['version: 1.0.0', 'version: 1.5', 'version "1.5" is of another type (write a text, in quotes)'],
    ['version: 1.0.0', 'version: one', 'version "one" has the wrong form (a version is MAJOR.MINOR.PATCH)'],
    ['group: context', 'group: other', 'group "other" is none of the values (one of purchases, context,'],
    ['group: context', '', 'group is missing (one of purchases, context,'],
    [TITLE, '', 'title is missing (write { en: text, zh: 文字 })'],
    [TITLE, 'title: Gaoming', 'title "Gaoming" is of another type (write { en: text, zh: 文字 })'],
    [TITLE, 'title: { en: Gaoming }', 'title.zh is missing (write a text)'],
    [
      TITLE,
      `${TITLE}\ntitel: x`,
      'titel "x" is no field that is known here (correct the spelling, or take it out)',
    ],
    [
      'primaryKey: [id]',
      'primaryKey: id',
      'tables.gaoming.primaryKey "id" is of another type (write a list: [a, b])',
    ],
    ['primaryKey: [id]', 'primaryKey: []', 'tables.gaoming.primaryKey "[]" is empty (at least 1)'],
    [
      'type: year',
      'type: yeer',
      'tables.gaoming.fields.year.type "yeer" is none of the values (one of string,',
    ],
    [
      'minimum: 1978',
      'minimum: x',
      'tables.gaoming.fields.year.constraints.minimum "x" is of another type (write a number)',
    ],
  ])('%s → %s', async (before, after, fault) => {
    const described = new Project().read(YAML);
    expect(described).toContain(before);
    const faults = await new Project({ [YAML]: described.replace(before, after) }).faults();
    expect(faults.map((one) => one.slice(0, `${YAML}:${fault}`.length))).toEqual([`${YAML}:${fault}`]);
  });

  test('an empty one', async () => {
    expect(await new Project({ [YAML]: '' }).faults()).toEqual([
      `${YAML} is empty (write fields with values: { a: b })`,
    ]);
  });
});
