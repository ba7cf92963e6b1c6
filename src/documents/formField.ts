import { BuilderElement, TextRun, type XmlComponent } from 'docx';
import type { Language } from '../model/language.ts';
import { isCell, type BlankRun } from './writtenDocument.ts';

/**
 * A place to fill in: a content control, which Word and WPS show as a field with its hint. `docx` writes only check boxes so, and the parts of
 * other controls with its `BuilderElement`.
 * @param id a number of its own in the document, by which Word tells controls apart
 * @see ECMA-376, part 1, 17.5.2 (structured document tags)
 */
export function formField(blank: BlankRun, id: number, language: Language): XmlComponent {
  const shown = language === 'zh' ? `［${blank.hint}］` : `[${blank.hint}]`;
  // An unnamed cell of a table stays empty: its column says what belongs there.
  const placeholder = isCell(blank) ? '　　' : shown;
  const kindOf = control(blank, language);
  return new BuilderElement({
    name: 'w:sdt',
    children: [
      new BuilderElement({
        name: 'w:sdtPr',
        children: [
          value('w:alias', blank.hint.slice(0, 60)),
          value('w:tag', blank.blank),
          value('w:id', String(id)),
          new BuilderElement({ name: 'w:showingPlcHdr' }),
          ...(kindOf ? [kindOf] : []),
        ],
      }),
      new BuilderElement({
        name: 'w:sdtContent',
        children: [new TextRun({ text: placeholder, style: BLANK_STYLE })],
      }),
    ],
  });
}

/** The character style of what is to be filled in. */
export const BLANK_STYLE = 'Blank';

const value = (name: string, val: string): XmlComponent =>
  new BuilderElement({ name, attributes: { val: { key: 'w:val', value: val } } });

/** What a control of dates or choices adds; nothing for text. */
function control({ kind, options }: BlankRun, language: Language): XmlComponent | undefined {
  if (kind === 'date')
    return new BuilderElement({
      name: 'w:date',
      children: [
        value('w:dateFormat', language === 'zh' ? 'yyyy年M月d日' : 'd MMMM yyyy'),
        value('w:lid', language === 'zh' ? 'zh-CN' : 'en-GB'),
        value('w:storeMappedDataAs', 'dateTime'),
        value('w:calendar', 'gregorian'),
      ],
    });
  if (kind === 'choice')
    return new BuilderElement({
      name: 'w:dropDownList',
      children: options.map(
        (option) =>
          new BuilderElement({
            name: 'w:listItem',
            attributes: {
              displayText: { key: 'w:displayText', value: option },
              value: { key: 'w:value', value: option },
            },
          }),
      ),
    });
  // Rich text, which is all that LibreOffice keeps the look of.
  return undefined;
}
