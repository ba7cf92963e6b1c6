import { describe, expect, test } from 'vitest';
import { AmountsInWords, type WordsReport } from '../../../../scripts/ingest/table/amountsInWords.ts';

const compare = (headings: string[], ...rows: string[][]): WordsReport => {
  const amounts = new AmountsInWords();
  rows.forEach((cells, index) => amounts.compare(index + 1, headings, cells));
  return amounts.close();
};

describe('an amount in words against the same in digits', () => {
  // As the Yichang trading centre prints them.
  test.each([
    '总价为3905110 元（大写：叁佰玖拾万零伍仟壹佰壹拾元）， 增值税税率为 13%。',
    '报价为人民币(大写):肆佰陆拾壹万元整(￥4610000.00元）；勘察费按折扣率',
    '投标报价为人民币 肆佰叁拾柒万元整 （￥4370000.00元）',
    '投标报价为人民币 ‌叁佰叁拾陆万捌仟元整（￥：3368000.00 元）；',
    '壹仟零叁拾元伍角整（小写：1,030.50元）',
    '伍拾万元整（小写）￥50万元',
  ])('%s: both say the same', (text) =>
    expect(compare(['承诺'], [text])).toEqual({ compared: 1, disagree: 0, rows: [] }),
  );

  test('one that disagrees is reported with its row, its column and both', () =>
    expect(compare(['承诺'], ['无'], ['肆佰陆拾壹万元整(￥461000.00元）'])).toEqual({
      compared: 1,
      disagree: 1,
      rows: [{ row: 2, column: '承诺', words: '肆佰陆拾壹万元整', in_words: 4610000, in_digits: 461000 }],
    }));

  test.each([
    [
      ['中标金额（大写）', '中标金额（小写）', '预算金额'],
      ['壹拾万元整', '100,000.00', '120000'],
    ],
    [
      ['合同金额大写', '合同金额（万元）'],
      ['壹拾万元整', '10'],
    ],
    [
      ['大写', '总价（元）'],
      ['十万元', '￥100000'],
    ],
  ])('columns %j belong together', (headings, cells) =>
    expect(compare(headings, cells)).toEqual({ compared: 1, disagree: 0, rows: [] }),
  );

  test('columns that disagree', () =>
    expect(compare(['金额大写', '金额'], ['壹拾万元整', '10000']).rows).toEqual([
      { row: 1, column: '金额大写', words: '壹拾万元整', in_words: 100000, in_digits: 10000 },
    ]));

  test.each([
    [['说明'], ['壹拾万元整，另有 3 项']],
    [['项目'], ['第叁拾中学（二期）2025年']],
    [
      ['大写', '预算', '成交价'],
      ['壹拾万元整', '1', '2'],
    ],
    [
      ['金额大写', '金额'],
      ['壹拾万元整', ''],
    ],
    [
      ['金额大写', '金额'],
      ['见附件', '100'],
    ],
  ])('%j %j: nothing to compare', (headings, cells) => expect(compare(headings, cells).compared).toBe(0));

  test('all are counted, and the first listed', () => {
    const report = new AmountsInWords();
    for (let row = 1; row <= 25; row += 1) report.compare(row, ['金额大写', '金额'], ['壹拾万元整', '1']);
    const { compared, disagree, rows: listed } = report.close();
    expect([compared, disagree, listed.length]).toEqual([25, 25, 20]);
  });
});
