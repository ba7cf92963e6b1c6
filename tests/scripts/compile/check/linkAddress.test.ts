import { describe, expect, test } from 'vitest';
import { addressFault } from '../../../../scripts/compile/check/linkAddress.ts';

describe('an address of a source', () => {
  test.each([
    ['http://big5.www.gov.cn/gate/big5/www.gov.cn/zhengce/content_7015401.htm', /gateway/],
    ['http://www.gov.cn/gate/big5/www.gov.cn/zhengce/content_7015401.htm', /gateway/],
    ['https://stg.lexplicite.fr/?p=21160', /test copy/],
    ['https://dev.villesdefrance.fr/ondes.php', /test copy/],
    ['http://125.74.7.179/web/article/8aee.html', /no host name/],
    ['http://[2001:db8::1]/a.html', /no host name/],
    ['https://icma.org./articles/cost-savings', /dot at the end/],
    ['www.gov.cn/zhengce', /not a web address/],
    ['https://', /not a web address/],
    ['https://www.gov.cn/a b', /not a web address/],
  ])('%s is refused', (address, what) => expect(addressFault(address)?.what).toMatch(what));

  test.each([
    'https://www.gov.cn/zhengce/content/202503/content_7015401.htm',
    'http://www.klri.re.kr:9090/handle/2017.oak/4643',
    'https://development.example.org/gate/open.html',
    'https://mildredwarner.org/p/209',
  ])('%s is accepted', (address) => expect(addressFault(address)).toBeUndefined());
});
