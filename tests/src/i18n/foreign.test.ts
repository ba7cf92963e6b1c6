import { describe, expect, test } from 'vitest';
import { cellLang, foreignLang } from '../../../src/i18n/foreign.ts';
import { markForeign } from '../../../src/i18n/markForeign.ts';

describe('the language of words', () => {
  test.each([
    ['政府采购', 'en', 'zh', 'zh-CN'],
    ['指定管理者制度', 'en', 'ja', 'ja'],
    ['公の施設', 'en', '', 'ja'],
    ['사회서비스', 'zh', 'ko', 'ko'],
    ['Statistisches Bundesamt', 'en', 'de', 'de'],
    ['The purchase of services', 'zh', 'en', 'en'],
  ] as const)('%s on a page in %s, from a source in "%s", is %s', (words, page, source, lang) => {
    expect(foreignLang(words, page, source)).toBe(lang);
  });
  test.each([
    ['政府采购', 'zh', 'zh'],
    ['OECD', 'en', 'ja'],
    ['ygacity.com', 'zh', 'zh'],
    ['163.8', 'zh', 'en'],
    ['Sweden', 'en', ''],
  ] as const)('%s on a page in %s, from a source in "%s", needs no word', (words, page, source) => {
    expect(foreignLang(words, page, source)).toBeUndefined();
  });
});

test('a cell has the language of its column, of its source, or of its characters', () => {
  const row = { id: 'se-1', title: 'Upphandling', title_en: 'Procurement', title_zh: '采购', lang: 'sv' };
  expect(cellLang('title', row, 'en')).toBe('sv');
  expect(cellLang('title_zh', row, 'en')).toBe('zh-CN');
  expect(cellLang('title_zh', row, 'zh')).toBeUndefined();
  expect(cellLang('title_en', row, 'zh')).toBe('en');
  expect(cellLang('id', row, 'zh')).toBeUndefined();
  expect(cellLang('place', { place: '高明' }, 'en')).toBe('zh-CN');
});

describe('a finished page', () => {
  test('marks the language of foreign runs', () => {
    expect(markForeign('<p>Social units (民办非企业单位), 社会 组织。</p>', 'en')).toBe(
      '<p>Social units (<span lang="zh-CN">民办非企业单位</span>), <span lang="zh-CN">社会 组织</span>。</p>',
    );
    expect(markForeign('<p>日本的“公の施設”制度</p>', 'zh')).toContain('<span lang="ja">');
  });
  test('leaves marked text, text that is not displayed, and attributes', () => {
    for (const html of [
      '<p lang="zh-CN">政府<b>采购</b></p>',
      '<p><cite lang="ja">指定管理者</cite> x</p>',
      '<a title="高明 > 佛山" href="/zh/">x</a>',
      '<script>const a = "高明"</script><title>高明</title><svg><text>高明</text></svg>',
      '<br><img alt="高明"/><!-- 高明 -->',
    ])
      expect(markForeign(html, 'en')).toBe(html);
  });
  test('continues after a marked element', () => {
    expect(markForeign('<div><p lang="zh">高明</p>佛山</div>', 'en')).toBe(
      '<div><p lang="zh">高明</p><span lang="zh-CN">佛山</span></div>',
    );
  });
});
