import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx';
import type { Language } from '../model/language.ts';
import { BLANK_STYLE } from './formField.ts';

/**
 * Fonts of official documents (GB/T 9704—2012: 小标宋 for the title, 黑体 for headings, 仿宋 for the text), by the names under which Windows,
 * WPS and macOS have them; `fontTable.ts` names others for a device that lacks one.
 */
export const FONTS = { title: '方正小标宋简体', heading: '黑体', text: '仿宋', latin: 'Times New Roman' };

const font = (eastAsia: string) => ({ ascii: FONTS.latin, hAnsi: FONTS.latin, cs: FONTS.latin, eastAsia });

/** Sizes in half-points and lines in twentieths of a point: 三号 at 28 points for measures, 小四 at 22 points for contracts and forms. */
export const SIZES = {
  official: { title: 44, heading: 32, text: 32, line: 560 },
  form: { title: 36, heading: 26, text: 24, line: 440 },
  english: { title: 32, heading: 26, text: 22, line: 300 },
};
export type Sizes = (typeof SIZES)[keyof typeof SIZES];

/** The styles of a model document. */
export function wordStyles(language: Language, sizes: Sizes): IStylesOptions {
  const line = { line: sizes.line, lineRule: LineRuleType.EXACT };
  const indent = language === 'zh' ? { firstLineChars: 200, firstLine: sizes.text * 20 } : {};
  return {
    default: {
      document: {
        run: {
          font: font(FONTS.text),
          size: sizes.text,
          language: { value: 'en-GB', eastAsia: 'zh-CN' },
        },
      },
      title: {
        run: { font: font(FONTS.title), size: sizes.title },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: 240, after: 360, line: sizes.title * 14, lineRule: LineRuleType.EXACT },
        },
      },
      heading1: {
        run: { font: font(FONTS.heading), size: sizes.heading, bold: language === 'en' },
        paragraph: {
          alignment:
            language === 'zh' && sizes === SIZES.official ? AlignmentType.CENTER : AlignmentType.START,
          keepNext: true,
          spacing: { before: 280, after: 140, ...line },
        },
      },
    },
    paragraphStyles: [
      {
        id: 'Clause',
        name: language === 'zh' ? '条文' : 'Clause',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { indent, spacing: { after: language === 'zh' ? 0 : 120, ...line } },
      },
      {
        id: 'Cell',
        name: language === 'zh' ? '表格' : 'Cell',
        basedOn: 'Normal',
        run: { size: language === 'zh' ? 21 : 18 },
        paragraph: { spacing: { before: 40, after: 40, line: 280, lineRule: LineRuleType.AT_LEAST } },
      },
      {
        id: 'Notice',
        name: language === 'zh' ? '说明' : 'Notice',
        basedOn: 'Normal',
        run: { size: 18, color: '444444', font: font('楷体') },
        paragraph: {
          spacing: { after: 240, line: 260, lineRule: LineRuleType.AT_LEAST },
          border: Object.fromEntries(
            ['top', 'bottom', 'left', 'right'].map((side) => [
              side,
              { style: 'single', size: 4, space: 6, color: '999999' },
            ]),
          ),
        },
      },
      {
        id: 'CommentLine',
        name: language === 'zh' ? '批注' : 'Comment line',
        basedOn: 'Normal',
        run: { size: 18 },
      },
    ],
    characterStyles: [
      {
        id: BLANK_STYLE,
        name: language === 'zh' ? '待填写' : 'To fill in',
        run: { color: '595959', shading: { type: 'clear', color: 'auto', fill: 'EDEDED' } },
      },
    ],
  };
}
