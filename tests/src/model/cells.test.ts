import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../../src/charts/charts.ts';
import { excelCsvRecord, harmless } from '../../../src/model/csv.ts';
import { excelText, EXCEL_MAX_CHARACTERS } from '../../../src/model/excelText.ts';
import { escapeXml } from '../../../src/model/xml.ts';
import { drawnCsv, drawnNames } from '../../../src/charts/render/viewFile.ts';

describe('a cell for a spreadsheet', () => {
  test.each(['=1+1', '+1', '-1', '@x', '＝1', '＠x', '\t=1', '\n=1'])('%j does not run', (cell) =>
    expect(harmless(cell)).toBe(`'${cell}`),
  );
  test.each(['1=1', ' x', '高明', '', -1, null, true])('%j is left as it is', (cell) =>
    expect(harmless(cell)).toBe(cell),
  );
  test('nor in the CSV of a chart', () => {
    const [chart] = CHARTS;
    const names = drawnNames(chart!);
    const row = Object.fromEntries(names.map((name) => [name, '=1+1']));
    expect(drawnCsv(chart!, [row])).toBe(
      `\ufeff${names.join(',')}\r\n${excelCsvRecord(names.map(() => '=1+1'))}`,
    );
    expect(drawnCsv(chart!, [row])).toContain("'=1+1");
  });
  test.each([
    ['_x0041_', '_x005F_x0041_'],
    ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
    ['a_x41_', 'a_x41_'],
    ['\uffff\ud800', '\ufffd\ufffd'],
  ])('%j is %j in XLSX', (cell, written) => expect(excelText(cell)).toBe(written));
  test('one that is too long for Excel ends in an ellipsis and is never cut within a character', () => {
    expect(excelText('x'.repeat(EXCEL_MAX_CHARACTERS))).toBe('x'.repeat(EXCEL_MAX_CHARACTERS));
    expect(excelText('x'.repeat(EXCEL_MAX_CHARACTERS + 1))).toBe(`${'x'.repeat(EXCEL_MAX_CHARACTERS - 1)}…`);
    const characters = String(excelText(`x${'🀄'.repeat(EXCEL_MAX_CHARACTERS)}`));
    expect([characters.isWellFormed(), characters.length <= EXCEL_MAX_CHARACTERS]).toEqual([true, true]);
  });
});

test('a text for XML is legal XML', () =>
  expect(escapeXml('<a b="&">\u0000\ufffe\ud800\n')).toBe(
    '&lt;a b=&quot;&amp;&quot;&gt;\ufffd\ufffd\ufffd\n',
  ));
