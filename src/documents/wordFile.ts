import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type ICommentOptions,
  type ParagraphChild,
} from 'docx';
import { documentWords } from '../i18n/documentWords.ts';
import { RELEASE, RELEASE_DATE, SITE_NAME } from '../model/site.ts';
import { clauseComment } from './clauseComment.ts';
import { fixedPackage } from './fixedPackage.ts';
import { formField } from './formField.ts';
import { TEXT_WIDTH, wordTable } from './wordTable.ts';
import { SIZES, wordStyles } from './wordStyles.ts';
import type { Run, WrittenClause, WrittenDocument } from './writtenDocument.ts';

/** A4 in twentieths of a point, as Word writes it. */
const A4 = { width: 11906, height: 16838 };
/** The first id of a content control. */
const FIRST_FIELD = 1001;

/** A model document as a Word file (OOXML): A4, a field for each blank, a comment on each clause. The same document gives the same bytes. */
export async function wordFile(written: WrittenDocument): Promise<Uint8Array> {
  const { language, title, purpose } = written;
  const words = documentWords(language);
  const sizes =
    language === 'en' ? SIZES.english : written.numbering === 'articles' ? SIZES.official : SIZES.form;
  const comments: ICommentOptions[] = [];
  let fields = FIRST_FIELD;
  const children = (runs: readonly Run[]): ParagraphChild[] =>
    runs.map((run) =>
      'text' in run
        ? new TextRun(run.text)
        : // The type of a paragraph's children lists the one control that docx has.
          (formField(run, fields++, language) as ParagraphChild),
    );
  const line = (runs: readonly Run[]): Paragraph =>
    new Paragraph({ style: 'Clause', indent: { firstLineChars: 0, firstLine: 0 }, children: children(runs) });
  const clause = (one: WrittenClause): FileChild[] => {
    const id = comments.length;
    comments.push({
      id,
      author: SITE_NAME[language],
      initials: language === 'zh' ? '注' : 'BPS',
      date: new Date(`${RELEASE_DATE}T00:00:00Z`),
      children: clauseComment(one, language).map(
        (text) => new Paragraph({ style: 'CommentLine', children: [new TextRun(text)] }),
      ),
    });
    return [
      new Paragraph({
        style: 'Clause',
        keepNext: one.table !== undefined || one.items.length > 0,
        ...(one.table ? { spacing: { after: 100 } } : {}),
        children: [
          new CommentRangeStart(id),
          new TextRun({ text: one.number, bold: true }),
          ...children(one.runs),
          new CommentRangeEnd(id),
          new TextRun({ children: [new CommentReference(id)] }),
        ],
      }),
      ...one.items.map(
        (item) =>
          new Paragraph({ style: 'Clause', children: [new TextRun(item.number), ...children(item.runs)] }),
      ),
      ...(one.table ? wordTable(one.table, children) : []),
    ];
  };
  const body: FileChild[] = [
    new Paragraph({
      style: 'Notice',
      children: [
        new TextRun(
          words.notice(
            written.checked,
            written.laws.map(({ title, inForce }) => title + (inForce ? '' : words.statusUnknown)),
          ),
        ),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...written.opening.map(line),
    ...written.parts.flatMap((part) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [new TextRun(part.number + part.title)],
      }),
      ...part.clauses.flatMap(clause),
    ]),
    ...(written.closing.length > 0 ? [new Paragraph({ style: 'Clause', children: [] })] : []),
    ...written.closing.map(line),
  ];
  const small = (parts: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ size: language === 'zh' ? 28 : 20, children: parts })],
    });
  const document = new Document({
    title,
    subject: purpose,
    creator: SITE_NAME[language],
    lastModifiedBy: SITE_NAME[language],
    description: words.draft,
    styles: wordStyles(language, sizes),
    comments: { children: comments },
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: {
              top: convertMillimetersToTwip(37),
              bottom: convertMillimetersToTwip(35),
              left: convertMillimetersToTwip(28),
              right: convertMillimetersToTwip(210 - 28 - TEXT_WIDTH),
              header: convertMillimetersToTwip(20),
              footer: convertMillimetersToTwip(25),
            },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.END,
                children: [
                  new TextRun({
                    size: 18,
                    color: '666666',
                    text: `${SITE_NAME[language]} · ${words.draft} · ${RELEASE}`,
                  }),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [small(language === 'zh' ? ['— ', PageNumber.CURRENT, ' —'] : [PageNumber.CURRENT])],
          }),
        },
        children: body,
      },
    ],
  });
  return fixedPackage(await Packer.toBuffer(document));
}
