import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { clauseComment } from '../../../src/documents/clauseComment.ts';
import { wordFile } from '../../../src/documents/wordFile.ts';
import type { Run, WrittenClause, WrittenDocument } from '../../../src/documents/writtenDocument.ts';
import { RELEASE_DATE, SITE_NAME } from '../../../src/model/site.ts';
import { everyDocument } from './everyDocument.ts';

const DOCUMENTS = everyDocument().map((written) => [`${written.id}.${written.language}`, written] as const);

const clausesOf = ({ parts }: WrittenDocument): WrittenClause[] => parts.flatMap(({ clauses }) => clauses);
const blanksOf = (runs: Run[]): Run[] => runs.filter((run) => 'blank' in run);
/** Every place to fill in, in the order of the document. */
const everyBlank = (written: WrittenDocument): Run[] =>
  [
    ...written.opening,
    ...clausesOf(written).flatMap(({ runs, items, table }) => [
      runs,
      ...items.map((item) => item.runs),
      ...(table?.rows.flat() ?? []),
    ]),
    ...written.closing,
  ].flatMap(blanksOf);

/** The Word files, each made once for all its tests. */
const files = new Map<WrittenDocument, Promise<Uint8Array>>();

/** The parts of a Word file as elements. Names keep their prefix, `w:sdt`. */
async function open(written: WrittenDocument) {
  const bytes = files.get(written) ?? wordFile(written);
  files.set(written, bytes);
  const opened = unzipSync(await bytes);
  const part = (name: string) =>
    parseHTML(`<html><body>${strFromU8(opened[name]!).replace(/<\?xml[^>]*\?>/, '')}</body></html>`).document;
  const all = (name: string, tag: string) => [...part(name).getElementsByTagName(tag)];
  return { files: opened, all };
}

test('there are ten documents in two languages', () => expect(DOCUMENTS).toHaveLength(20));

describe.each(DOCUMENTS)('%s.docx', (_name, written) => {
  test('has a content control of its own for each blank, with its hint', async () => {
    const { all } = await open(written);
    const controls = all('word/document.xml', 'w:sdt');
    const blanks = everyBlank(written);
    expect(controls).toHaveLength(blanks.length);
    const value = (tag: string): (string | null)[] =>
      all('word/document.xml', tag).map((element) => element.getAttribute('w:val'));
    expect(value('w:tag')).toEqual(blanks.map((blank) => 'blank' in blank && blank.blank));
    expect(new Set(value('w:id')).size).toBe(controls.length);
    const kinds = (kind: string): number =>
      blanks.filter((blank) => 'blank' in blank && blank.kind === kind).length;
    expect(all('word/document.xml', 'w:date')).toHaveLength(kinds('date'));
    expect(all('word/document.xml', 'w:dropdownlist')).toHaveLength(kinds('choice'));
  });

  test('has a comment on each clause, with its articles, from the site on the day of the release', async () => {
    const { all } = await open(written);
    const clauses = clausesOf(written);
    const comments = all('word/comments.xml', 'w:comment');
    expect(comments).toHaveLength(clauses.length);
    comments.forEach((comment, at) => {
      for (const line of clauseComment(clauses[at]!, written.language))
        expect(comment.textContent).toContain(line);
      expect(comment.getAttribute('w:author')).toBe(SITE_NAME[written.language]);
      expect(comment.getAttribute('w:date')).toContain(RELEASE_DATE);
    });
    for (const tag of ['w:commentrangestart', 'w:commentrangeend', 'w:commentreference'])
      expect(
        all('word/document.xml', tag).map((element) => Number(element.getAttribute('w:id'))),
        tag,
      ).toEqual(clauses.map((_, at) => at));
  });

  test('says above its title that it is a model, and what it was checked against', async () => {
    const { all } = await open(written);
    const [notice, title] = all('word/document.xml', 'w:p').map(({ textContent }) => textContent);
    expect(notice).toContain(written.language === 'zh' ? '不是法律意见' : 'not legal advice');
    for (const law of written.laws) expect(notice).toContain(law.title);
    expect(written.laws.length).toBeGreaterThan(2);
    expect(title).toBe(written.title);
  });

  test('has headings, the fonts of official documents, A4 and page numbers', async () => {
    const { files, all } = await open(written);
    const headings = all('word/document.xml', 'w:pstyle').filter(
      (style) => style.getAttribute('w:val') === 'Heading1',
    );
    expect(headings).toHaveLength(written.parts.length);
    const [size] = all('word/document.xml', 'w:pgsz');
    expect([size!.getAttribute('w:w'), size!.getAttribute('w:h')]).toEqual(['11906', '16838']);
    expect(strFromU8(files['word/styles.xml']!)).toMatch(/w:eastAsia="仿宋"/);
    expect(strFromU8(files['word/fontTable.xml']!)).toContain('<w:altName w:val="仿宋_GB2312"/>');
    expect(strFromU8(files['word/footer1.xml']!)).toContain('PAGE');
  });

  test('has the same bytes each time, and no day but that of the release', async () => {
    const first = await wordFile(written);
    expect(Buffer.compare(first, await wordFile(written))).toBe(0);
    const days = strFromU8(unzipSync(first)['docProps/core.xml']!).match(/\d{4}-\d\d-\d\dT[\d:]+/g);
    expect(new Set(days)).toEqual(new Set([`${RELEASE_DATE}T00:00:00`]));
  });
});
