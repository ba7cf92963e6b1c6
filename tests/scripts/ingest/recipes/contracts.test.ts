/** Over 250 lines: each publisher has a test of the same form. */
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { panelMembers } from '../../../../scripts/ingest/recipes/act.ts';
import { splitRows, withoutYear } from '../../../../scripts/ingest/recipes/kosovo.ts';
import {
  registerCodes,
  registerDays,
  withoutQuotes,
} from '../../../../scripts/ingest/recipes/kosovoRegister.ts';
import { recipeNamed } from '../../../../scripts/ingest/recipes/recipes.ts';
import { corporationName } from '../../../../scripts/ingest/recipes/japan.ts';
import { placeOfBuyer } from '../../../../scripts/ingest/recipes/yichang.ts';
import type { Row } from '../../../../src/model/row.ts';
import { sheetsOf } from '../ingested.ts';
import { ingestedRows, rowsOfSheets } from '../ingestedRows.ts';

/** Runs a recipe on the shortened real rows, with planted persons, in tests/fixtures/ingest. */
const run = (name: string) => ingestedRows(name, 'tests/fixtures/ingest');
const columns = (rows: readonly Row[], ...names: string[]): unknown[][] =>
  rows.map((row) => names.map((name) => row[name] ?? null));
const everything = (rows: readonly Row[]): string => rows.flatMap((row) => Object.values(row)).join('\n');

test('philadelphia: a surplus cell is repaired, a term is one row, its number and start are its id', async () => {
  const { rows, ledger, rejects } = await run('philadelphia');
  expect([ledger.rows_in, ledger.rows_out, rejects.length]).toEqual([4, 3, 0]);
  expect(columns(rows, 'title', 'start', 'end', 'supplier_kind', 'supplier_kind_rule', 'amount')).toEqual([
    ['Placement Services', '2015-07-01', '2016-06-30', 'nonprofit', 'profit-status-printed', 641255],
    ['Additional User', '2016-03-31', '2017-03-30', 'for-profit', 'profit-status-printed', 75572.05],
    ['Choice Neighborhood Outre', '2015-08-24', '2016-08-23', 'nonprofit', 'profit-status-printed', 75000],
  ]);
  expect(rows.every(({ id }) => /^philadelphia-\d+-20\d\d-\d\d-\d\d$/.test(String(id)))).toBe(true);
});

test('philadelphia-states: a state names its contract and its quarter', async () => {
  const { rows } = await run('philadelphia-states');
  const contracts = await run('philadelphia');
  expect(rows.map(({ contract_id: id }) => id)).toEqual(contracts.rows.map(({ id }) => id));
  expect(columns(rows, 'fiscal_year', 'quarter', 'amount')[0]).toEqual([2016, 'Q4', 641255]);
});

test('philadelphia: of a term in two quarters the later row is kept, whatever the order of the files', async () => {
  const header =
    'original_contract_id,current_item_id,department_name,vendor,contract_structure_type,short_desc,start_dt,end_dt,amt,tot_payments,adv_or_exempt,profit_status';
  const row = (amount: number, paid: number): string =>
    `1500001,2,HEALTH,Planted Inc,Health Department,Care,7/13/2015,6/30/2016,${amount},${paid},ADVERTISED,For Profit`;
  const quarter = async (name: string, line: string) =>
    sheetsOf(Buffer.from(`${header}\n${line}\n`), `professional-services/FY-${name}.csv`);
  const early = await quarter('2016-Q1', row(100, 1));
  const late = await quarter('2016-Q3', row(200, 90));
  for (const sheets of [
    [...early, ...late],
    [...late, ...early],
  ]) {
    const { rows, ledger } = await rowsOfSheets(recipeNamed('philadelphia'), sheets);
    expect(columns(rows, 'amount', 'paid', 'procedure')).toEqual([[200, 90, 'open']]);
    expect(ledger.rows_dropped).toEqual({ 'an earlier report of the same contract term': 1 });
  }
});

test('yichang: a commitment is not an amount, a repeated lot is kept once, works have no field, bids are not counted', async () => {
  const { rows, ledger } = await run('yichang');
  expect(ledger.rows_dropped).toEqual({ 'same lot number again': 1 });
  expect(columns(rows, 'awarded', 'amount', 'bids', 'procedure')).toEqual([
    ['2025-03-24', 20797381.58, null, 'open'],
    ['2025-03-21', null, null, 'open'],
  ]);
});

test('goods, services or works: by the register’s code, the city’s category or list, or the title; with the rule', async () => {
  const classes = async (name: string): Promise<unknown[][]> =>
    columns((await run(name)).rows, 'main_procurement_category', 'main_procurement_category_rule');
  expect(await classes('prishtina')).toEqual([
    ['goods', 'register-code'],
    ['works', 'register-code'],
  ]);
  expect((await classes('toronto')).slice(0, 1)).toEqual([[null, null]]);
  expect(new Set((await classes('philadelphia')).flat())).toEqual(
    new Set(['services', 'list-of-professional-services']),
  );
  expect(await classes('act')).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
  expect((await classes('yichang')).every(([, rule]) => String(rule).startsWith('title-'))).toBe(true);
  const codes = ['1', '2', '3', '4', '5', '6', '7'].map(
    (type) => registerCodes({ type }).main_procurement_category,
  );
  expect(codes).toEqual(['goods', 'services', 'services', 'services', 'works', 'works', null]);
});

test('yichang: the place is the county that the buyer’s name begins with', () => {
  const buyers = [
    '兴山上源水务有限公司',
    '湖北宜昌市夷陵区教育局',
    '宜昌市公安局伍家岗区分局',
    '五峰土家族自治县水利局',
  ];
  expect(buyers.map(placeOfBuyer)).toEqual([
    'yichang-xingshan',
    'yichang-yiling',
    'yichang-wujiagang',
    'yichang-wufeng',
  ]);
  expect(placeOfBuyer('宜昌市某某集团有限公司')).toBe('yichang');
});

test('japan: the officer’s column is dropped, the address cut off, a note or a foreign amount is not an amount of yen', async () => {
  const header = [
    '支出元府省',
    '物品役務等の名称\r\n及び数量',
    '契約担当官等の氏名',
    '契約を締結した日',
    '契約の相手方の商号又は名称及び住所',
    '随意契約によることとした理由',
    '予定価格',
    '契約金額',
    '応札・応募者数',
  ];
  const row = (
    amount: string | number,
    how = '企画競争',
    estimate: string | number = '非公表',
    date: string | Date = new Date('2020-04-01T00:00:00Z'),
  ): (string | number | Date)[] => [
    '環境省',
    '調査業務',
    '山田某',
    date,
    '公益財団法人某研究所\r\n東京都千代田区某町１－１',
    how,
    estimate,
    amount,
    '1者',
  ];
  const { rows, ledger } = await rowsOfSheets(
    recipeNamed('japan'),
    await sheetsOf(
      await writeXlsx({
        sheets: [
          {
            name: 'Sheet1',
            rows: [
              ['様式2-4', null],
              header,
              row(5000000, '会計法第29条の3第4項。本業務は、企画競争により選定したもの。', 6000000),
              row('12,960円（単価契約）', '契約の相手方が一に限られるため', '-', '令和2年5月1日'),
              row('US$ 40,570.00'),
              row('単価契約'),
            ],
          },
        ],
      }),
      'japan-nonprofit-contracts/r2_youshiki2-4.xlsx',
    ),
  );
  expect(ledger.columns_dropped).toEqual(['契約担当官等の氏名']);
  expect(columns(rows, 'awarded', 'supplier', 'amount', 'estimate', 'procedure', 'bids')).toEqual([
    ['2020-04-01', '公益財団法人某研究所', 5000000, 6000000, 'limited', 1],
    ['2020-05-01', '公益財団法人某研究所', 12960, null, 'direct', 1],
    ['2020-04-01', '公益財団法人某研究所', null, null, 'limited', 1],
    ['2020-04-01', '公益財団法人某研究所', null, null, 'limited', 1],
  ]);
  expect(columns(rows, 'procedure_printed', 'supplier_kind', 'buyer')[0]).toEqual([
    '会計法第29条の3第4項 …',
    'nonprofit',
    '環境省',
  ]);
  expect(everything(rows)).not.toContain('山田');
});

test('japan: the person who heads a corporation is cut off, and so is an address; a branch is not', () => {
  const names: [printed: string, name: string][] = [
    ['公益社団法人 某事業団 理事長 某田某麿', '公益社団法人 某事業団'],
    ['財団法人某センター 理 事 長 某村 某正 東京都某区某町2-7-9', '財団法人某センター'],
    ['公益財団法人某会館 館長 某下 某夫 京都市某区某ヶ池', '公益財団法人某会館'],
    ['財団法人某分析センター 分析業務部長 某内某宏', '財団法人某分析センター'],
    ['(社)某会某診療所所長某橋 某通', '(社)某会某診療所'],
    ['(財)某センター センター長 某原 某典 大阪市某区某1-8', '(財)某センター'],
    ['請負者 東京都某区某2丁目6番 公益財団法人某研究所', '公益財団法人某研究所'],
    ['公益財団法人某協会 千代田区某町2丁目2番1号', '公益財団法人某協会'],
    ['財団法人某振興会 長野支部', '財団法人某振興会 長野支部'],
    ['社団法人某協会長崎支部', '社団法人某協会長崎支部'],
  ];
  expect(names.map(([printed]) => corporationName(printed))).toEqual(names.map(([, name]) => name));
});

test('toronto: two lists are one table, the buyer’s name, mail and number are dropped, a person’s name is nowhere', async () => {
  const { rows, ledger, masked } = await run('toronto');
  expect(columns(rows, 'supplier', 'amount', 'procedure', 'procedure_printed', 'department')).toEqual([
    ['Compugen Inc.', 300547.63, 'open', 'RFQ', 'Purchasing & Materials Management'],
    ['masked-1', 5100, 'open', 'RFQ', 'Children’s Services'],
    ['Planted Day Nursery Inc.', 1200.5, 'open', 'RFQ', 'Purchasing & Materials Management'],
    ['Accuworx Inc', 67896.4, 'direct', 'Emergency', 'Toronto Water'],
    ['ACHIEVA HEALTH', 225000, 'direct', 'Time Constraint', 'Long-Term Care Homes & Services'],
  ]);
  expect(ledger.rows_dropped).toEqual({ 'same award again': 1 });
  expect(masked).toBe(1);
  // The title repeats the name of the person, so it is left out; the mail address in another one is masked.
  expect(columns(rows, 'title', 'supplier_id')[1]).toEqual([null, 'masked-1']);
  expect(columns(rows, 'title', 'service_field')[2]).toEqual([
    'Child care for the centre, questions to ▇',
    'child-care',
  ]);
  expect(everything(rows)).not.toMatch(/A Planted|irvin|example\.org|416-555/i);
});

test('act: several suppliers stand in one row, without their numbers in the panel', async () => {
  const { rows } = await run('act');
  expect(columns(rows, 'supplier', 'supplier_kind', 'amount', 'start', 'end', 'category_printed')).toEqual([
    ['Office of Sport', 'unknown', 58665, '2025-09-15', '2026-10-23', 'Contract'],
    ['masked-1', 'person', 89570, '2025-06-04', '2026-03-27', 'Contract'],
    ['Planted Group Pty Ltd; Baseline Gardening', 'private', 212209.6, '2025-11-19', '2028-11-19', 'Panel'],
  ]);
  expect(everything(rows)).not.toContain('Irvin');
  expect(panelMembers('Planted (ACT) Pty Ltd')).toEqual(['Planted (ACT) Pty Ltd']);
});

test('prishtina: codes are words, bids and estimate are read, the official is dropped, a purchase without an award is left out', async () => {
  const { rows, ledger } = await run('prishtina');
  expect(columns(rows, 'category_printed', 'procedure', 'bids', 'estimate', 'amount', 'awarded')).toEqual([
    ['supplies, CPV 45', 'open', 3, 150000, 149961, '2018-01-09'],
    ['works, CPV 45', 'open', 11, 50000, 39990, '2018-02-06'],
  ]);
  expect(ledger.rows_dropped).toEqual({ 'no award in the register': 1 });
  expect(ledger.columns_dropped).toEqual(['Emri i zyrtarit të prokurimit']);
  expect(columns(rows, 'supplier', 'supplier_kind')).toEqual([
    ['Ekoinvest', 'unknown'],
    ['masked-1', 'person'],
  ]);
  expect(everything(rows)).not.toMatch(/Arben|Zyrtar/);
});

test('kosovo: files without a header are read, rows that ran together are split, shifted cells are moved', async () => {
  const { rows, ledger, rejects } = await run('kosovo');
  expect(rejects).toEqual([]);
  expect(
    ledger.rules
      .filter(({ rule }) => rule === 'row-split' || rule === 'row-repaired')
      .map(({ rule }) => rule),
  ).toEqual(expect.arrayContaining(['row-split', 'row-repaired']));
  expect(columns(rows, 'id', 'place', 'supplier', 'amount', 'awarded', 'end', 'procedure')).toEqual([
    ['kosovo-gjakova-2014-1', 'xk-gjakova', 'SFK', 52051.8, '2014-03-26', '2015-04-01', 'open'],
    ['kosovo-prishtina-2015-1', 'xk-prishtina', 'masked-1', 900, '2015-01-12', null, 'limited'],
    ['kosovo-vitia-2015-1', 'xk-vitia', 'MERGIMI', 340, '2015-06-08', null, 'limited'],
    ['kosovo-vitia-2015-2', 'xk-vitia', 'PRO&CO GROUP', 79831.68, '2015-08-10', null, 'open'],
    ['kosovo-vitia-2015-2-2', 'xk-vitia', 'ATC COM', null, '2015-07-27', null, 'open'],
    ['kosovo-vitia-2015-3', 'xk-vitia', 'PRO&CO GROUP', 74029.3, '2015-07-22', null, 'open'],
  ]);
  expect(everything(rows)).not.toContain('Arben');
});

test('kosovo: what stands in its columns is not moved, and a day that does not exist is empty', () => {
  expect(withoutYear(['1', '173', '5', '2', '1', '45'])).toBeNull();
  expect(splitRows(['1', '2', 'Viti'])).toBeNull();
  expect(registerDays('31.02.2014')).toEqual({ awarded: null, end: null });
  expect(registerDays('15,02,2013')).toEqual({ awarded: '2013-02-15', end: null });
  expect(withoutQuotes('N.T.SH.\u0081ES')).toBe('N.T.SH. ES');
  expect(['"KRAS" shpk', 'NT. ,,Planted Tours,,', '“Ideal”&”Geo”'].map(withoutQuotes)).toEqual([
    'KRAS shpk',
    'NT. Planted Tours',
    'Ideal & Geo',
  ]);
});
