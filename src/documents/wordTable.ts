import {
  convertMillimetersToTwip,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import type { Run, WrittenTable } from './writtenDocument.ts';

/** The width of the text on A4 by GB/T 9704—2012, in millimetres. */
export const TEXT_WIDTH = 156;
/** The least height of a row, so that it can also be filled in by hand. */
const ROW_HEIGHT = convertMillimetersToTwip(8);

/** The line after a table, in twentieths of a point: Word needs one, but a whole line might begin a page of its own. */
const GAP = 160;

/** A table over the whole width of the text, its header repeated on every page, and a low line after it. */
export function wordTable(
  { columns, rows }: WrittenTable,
  children: (runs: readonly Run[]) => ParagraphChild[],
): FileChild[] {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const widths = columns.map(({ width }) => convertMillimetersToTwip((TEXT_WIDTH * width) / sum));
  const cell = (content: ParagraphChild[], column: number, header = false): TableCell =>
    new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 20, bottom: 20 },
      ...(header ? { shading: { type: 'clear', color: 'auto', fill: 'F2F2F2' } } : {}),
      children: [new Paragraph({ style: 'Cell', children: content })],
    });
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: convertMillimetersToTwip(TEXT_WIDTH), type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ title }, at) =>
            cell([new TextRun({ text: title, bold: true })], at, true),
          ),
        }),
        ...rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              height: { value: ROW_HEIGHT, rule: HeightRule.ATLEAST },
              children: row.map((runs, at) => cell(children(runs), at)),
            }),
        ),
      ],
    }),
    new Paragraph({
      spacing: { before: 0, after: 0, line: GAP, lineRule: LineRuleType.EXACT },
      children: [],
    }),
  ];
}
