import { expect, test } from 'vitest';
import { articleLinkFaults } from '../../../scripts/prose/articleLinks.ts';

test.each([
  '<Art id="ru-x-gpl-36">Procurement Law, Article 36</Art>',
  '<Art id="ru-x-gpl-36">政府采购法第三十六条</Art>',
  '<Art id="ru-x-gpl-55">Procurement Law, Articles 55 to 57</Art>',
  '<Art id="ru-x-sme-03">第二、三条</Art>',
  '<Art id="ru-x-87-55">财政部令第 87 号第五十五条</Art>',
  '<Art id="ru-x-102-perform">Order No. 102</Art>',
])('the number is that of the row: %s', (mdx) => expect(articleLinkFaults(mdx)).toEqual([]));

test.each([
  ['<Art id="ru-x-gpl-36">Procurement Law, Article 37</Art>', 'names Article 37', 'the row has 36'],
  ['<Art id="ru-x-gpl-36">政府采购法第三十七条</Art>', 'names Article 37', 'the row has 36'],
  ['<Art id="ru-x-gpl-55">Articles 55 to 58</Art>', 'names Article 58', 'the row has 55-57'],
  ['<Art id="ru-x-102-perform">第二十条</Art>', 'names Article 20', 'the row has no number'],
  ['<Art id="ru-x-gpl-999">Article 36</Art>', expect.stringContaining('is no article'), undefined],
])('another number, and a row that is not there, is a fault: %s', (mdx, what, right) => {
  const [fault, ...others] = articleLinkFaults(`Some text.\n\n${mdx}`);
  expect(fault).toMatchObject({ row: 3, what, ...(right ? { right } : {}) });
  expect(others).toEqual([]);
});
