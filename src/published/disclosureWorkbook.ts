import { writeXlsx } from 'hucre/xlsx';
import { DISCLOSURE_FIELDS } from '../model/disclosure.ts';
import { RELEASE_DATE, SITE_NAME } from '../model/site.ts';

/** The disclosure table to fill in: an empty sheet with a header, code lists, and the dictionary in both languages. */
export function disclosureWorkbook(): Promise<Uint8Array> {
  const day = new Date(`${RELEASE_DATE}T00:00:00Z`);
  const column = (index: number): string => String.fromCharCode(65 + index);
  return writeXlsx({
    sheets: [
      {
        name: 'contracts 合同',
        columns: DISCLOSURE_FIELDS.map(() => ({ width: 18 })),
        rows: [DISCLOSURE_FIELDS.map(({ name }) => name)],
        freezePane: { rows: 1 },
        dataValidations: DISCLOSURE_FIELDS.flatMap(({ constraints }, index) =>
          constraints?.enum
            ? [
                {
                  type: 'list' as const,
                  values: constraints.enum,
                  range: `${column(index)}2:${column(index)}2000`,
                },
              ]
            : [],
        ),
      },
      {
        name: 'dictionary 字典',
        columns: [
          { width: 18 },
          { width: 22 },
          { width: 18 },
          { width: 60 },
          { width: 44 },
          { width: 14 },
          { width: 8 },
        ],
        rows: [
          ['field', 'title_en', 'title_zh', 'meaning_en', 'meaning_zh', 'type', 'unit'],
          ...DISCLOSURE_FIELDS.map((field) => [
            field.name,
            field.title.en,
            field.title.zh,
            field.description.en,
            field.description.zh,
            field.type,
            field.unit ?? '',
          ]),
        ],
        freezePane: { rows: 1 },
      },
    ],
    properties: { title: 'Disclosure table 公开表', creator: SITE_NAME.en, created: day, modified: day },
  });
}
