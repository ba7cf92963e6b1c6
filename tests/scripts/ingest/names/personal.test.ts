import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mask } from '../../../../scripts/ingest/names/personal.ts';
import { isPayeeColumn, personalColumns } from '../../../../scripts/ingest/names/personHeadings.ts';
import { maskPayee, privatePayee } from '../../../../scripts/ingest/names/privatePayee.ts';
import { ingest } from '../../../../scripts/ingest/ingest.ts';

/** All persons here are invented. */
describe('personal data within a text', () => {
  test.each([
    ['联系电话 13812345678', 'mobile-phone'],
    ['座机 0757-88282000', 'phone'],
    ['Tel 020 7946 0000', 'phone'],
    ['電話 03-5253-1111', 'phone'],
    ['someone@example.org', 'e-mail'],
    ['身份证 440608199001011234', 'id-number'],
    ['账号：6222020000000000000', 'bank-account'],
    ['联系人：张三丰', 'contact-person'],
    ['refund to Mrs J Planted for May', 'titled-person'],
  ])('%s is masked', (text, kind) => {
    const result = mask(text);
    expect(result.masked).toEqual({ [kind]: 1 });
    expect(result.text).not.toMatch(/1381234|88282000|7946|5253|someone|19900101|6222|张三丰|Planted/);
  });

  test.each([
    '914406000000000001',
    '1234567.89',
    '2014-04-03',
    '01-02-2014',
    'JZTJ018-0001-0008',
    '0.13812345678',
    '13812345678.25',
    'da39a3ee5e6b4b0d3255bfef13812345678afd80',
    '高明区荷城街道',
    '753db113-f948-45ed-8e44-13812345678a',
    'OFFICE OF BH-MR SERVICES',
  ])('%s is left alone', (text) => expect(mask(text).text).toBe(text));

  test.each([
    'Tel.13812345678',
    'phone13812345678',
    'call 13812345678.',
    '138 1234 5678, ask',
    '电话１３８１２３４５６７８',
    '138\u20111234\u20115678',
    'fax:0757-88282000.',
    '（0757）88282000',
    'ID440608199001011234.',
    'see someone＠example.org.',
    'TEL03-5253-1111.',
    'ring 020 7946 0000.',
  ])('%s is masked next to any text', (text) => {
    expect(Object.values(mask(text).masked)).toEqual([1]);
    expect(mask(text).text.normalize('NFKC')).not.toMatch(/1234|88282000|19900101|someone|5253|7946/);
  });

  test('a long run of letters is read once', () => {
    const start = performance.now();
    for (const character of ['a', 'a.', '+', '1-']) mask(character.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('private payees', () => {
  test.each([
    ['Mr J Planted', 'private-payee-title'],
    ['MRS PLANTED', 'private-payee-title'],
    ['Dr. A Planted', 'private-payee-title'],
    ['Planted, John (Mr)', 'private-payee-title'],
    ['张三先生', 'private-payee-title'],
    ['J. A. Planted', 'private-payee-initials'],
    ['Planted, J A', 'private-payee-initials'],
    ['Zed Q. Planted', 'private-payee-initials'],
    ['Zed Planted, Ph.D.', 'private-payee-title'],
    ['MARGARET PLANTED', 'private-payee-name'],
    ['张三', 'private-payee-name'],
    ['张三丰', 'private-payee-name'],
    ['欧阳小明', 'private-payee-name'],
    ['阿依古丽·买买提', 'private-payee-name'],
    ['张三丰（个体工商户）', 'sole-trader'],
  ])('%s is one: %s', (name, kind) => {
    expect(privatePayee(name)).toBe(kind);
    expect(maskPayee(name).text).not.toMatch(/planted|张三|小明|古丽/i);
  });

  test.each([
    'Dr Some Ltd',
    'John Some & Sons Limited',
    'ST MUNGOS',
    'A B I PROPERTIES',
    'Leonard Cheshire Disability',
    'Total Gas & Power',
    '某某有限公司',
    '中国移动',
    '高明区民政局',
    'Oxford City Council',
  ])('%s is none', (name) => expect(privatePayee(name)).toBeNull());

  test('the trade of a sole trader stays where it can be separated from the name', () =>
    expect(maskPayee('高明区张三丰（个体工商户）').text).toMatch(/▇（个体工商户）$/));

  test('so does the business before its owner', () =>
    expect(maskPayee('1000 Samples, Inh. Zed Planted (Einzelunternehmer)')).toEqual({
      text: '1000 Samples, Inh. ▇ (Einzelunternehmer)',
      kind: 'sole-trader',
    }));
});

describe('columns', () => {
  test.each(['联系电话', 'Contact', 'buyerTel', 'winnerInfo.0.winnerPerson', '契約担当官等の氏名'])(
    '%s is dropped whole',
    (heading) => expect(personalColumns([heading])).toEqual([true]),
  );
  test.each(['Contract', 'contract_amount', 'buyer', 'Telecare'])('%s is kept', (heading) =>
    expect(personalColumns([heading])).toEqual([false]),
  );
  test.each([
    'Responsable',
    'Nombre del responsable',
    '聯絡人',
    '承辦人',
    '대표자',
    'Ansprechpartner',
    'Téléphone',
    'Responsabile del procedimento',
    'Contactpersoon',
    'Osoba do kontaktu',
    'Fiscal do contrato',
    'CPF',
    '制表人',
    'contractors.0.imie',
    'nazwisko',
    'First Name',
    'Vorname',
    'Apellidos',
    'Updated By :.1',
    'Committee Members :',
    'CPF do responsável',
  ])('%s is dropped whole, in any language', (heading) => expect(personalColumns([heading])).toEqual([true]));
  test.each([
    'Unidad responsable',
    'Responsible department',
    'CPF/CNPJ',
    'CNPJ_CPF',
    'DNI o CIF',
    'Committee Chairperson Type',
    'Updated On',
    'contractors.0.nazwa',
    'Telecommunications',
    'Mobile library',
  ])('%s names no person', (heading) => expect(personalColumns([heading])).toEqual([false]));
  test('the name beside a contact is dropped, the payee and the body are not', () => {
    expect(personalColumns(['Manager Name', 'Manager Email', 'Amount'])).toEqual([true, true, false]);
    expect(personalColumns(['Supplier Name', 'Supplier Email'])).toEqual([false, true]);
    expect(personalColumns(['Agency Name', 'Agency Phone'])).toEqual([false, true]);
    expect(personalColumns(['Manager Name', 'Amount'])).toEqual([false, false]);
  });
  test.each([
    'Proveedor o contratista',
    '得標廠商',
    '承辦商',
    '업체명',
    '契約の相手方の名称',
    'Fornecedor',
    'Titulaire',
    'Auftragnehmer',
    'Zuwendungsempfänger',
    'Aggiudicatario',
    'Begunstigde',
    'Wykonawca',
    'RazonSocial',
  ])('%s names payees', (heading) => expect(isPayeeColumn(heading)).toBe(true));
  test.each(['Ciudad del proveedor', 'Fornecedor CNPJ', 'Supplier country', '供應商統編', 'Payee type'])(
    '%s names no payees',
    (heading) => expect(isPayeeColumn(heading)).toBe(false),
  );
  test('columns of payee names are recognised, not those of payee numbers', () => {
    expect(['Supplier Name', 'vendor', '中标人', 'winner'].every(isPayeeColumn)).toBe(true);
    expect(['Supplier ID', 'supplier_id', 'winnerInfo.0.winnerId', '供应商编号'].some(isPayeeColumn)).toBe(
      false,
    );
  });
});

/** Planted wherever a person can occur: a payee, a contact, a note, a rejected row. */
const PLANTED = [
  'Directorate,Supplier Name,Contact,Note,Amount',
  'Works,Mr J Planted,Jo Planted,see jo@planted.example,10',
  'Works,张三丰,李四,电话13812345678,20',
  'Works,Some Trust,Jo Planted,plain,30',
  'Works,Mrs K Planted,Jo Planted,call 020 7946 0000,40,Jo Planted',
  '',
].join('\n');

test('planted persons reach no file and no line of the log, and the report says what was masked and why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  writeFileSync(join(folder, 'pay.csv'), PLANTED);
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  await ingest([join(folder, 'pay.csv'), '--to', join(folder, 'out'), '--keep-going'], {
    log,
    error: log,
    progress: log,
    confidential: () => undefined,
  });
  const out = join(folder, 'out', 'pay');
  const names = readdirSync(out);
  expect(names).toContain('rejects.csv');
  const written = [...names.map((name) => readFileSync(join(out, name), 'utf8')), ...lines].join('\n');
  expect(written).not.toMatch(/planted|Jo |jo@|张三丰|李四|13812345678|7946/i);
  const report = JSON.parse(readFileSync(join(out, 'masked.json'), 'utf8')) as {
    masked: { kind: string; column: string; count: number; why: string }[];
    columns_dropped: { column: string }[];
  };
  expect(report.masked.map(({ kind, column, count }) => [kind, column, count])).toEqual([
    ['e-mail', 'Note', 1],
    ['mobile-phone', 'Note', 1],
    ['private-payee-name', 'Supplier Name', 1],
    ['private-payee-title', 'Supplier Name', 1],
  ]);
  expect(report.masked.every(({ why }) => why.length > 10)).toBe(true);
  expect(report.columns_dropped.map(({ column }) => column)).toEqual(['Contact']);
});
