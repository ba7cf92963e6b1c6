import type { Language } from '../model/language.ts';
import { langOfScript } from './foreign.ts';

const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
/** East Asian characters with the punctuation between them. */
const RUN = new RegExp(
  String.raw`[${CJK}《「『【（](?:[${CJK}\u3000-\u30ff\uff00-\uffef“”‘’—…·\d\s]*[${CJK}》」』】）])?`,
  'gu',
);
const PIECES =
  /<!--[\s\S]*?-->|<(script|style|svg|title|textarea|option|noscript)\b[\s\S]*?<\/\1\s*>|<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/g;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const MARKED = /^(zh|ja|ko)/;

/**
 * Marks every run of Chinese, Japanese or Korean in a finished page that is not in the page's language and has no element that
 * names its language by a `span` with its language, for screen readers and fonts.
 */
export function markForeign(html: string, page: Language): string {
  const open: { name: string; lang: string }[] = [];
  return html.replace(PIECES, (piece: string) => {
    if (piece.startsWith('<')) {
      const tag = /^<(\/?)([a-z][\w-]*)/i.exec(piece);
      if (!tag || /^<(script|style|svg|title|textarea|option|noscript)\b/.test(piece)) return piece;
      const name = tag[2]!.toLowerCase();
      if (tag[1]) {
        const at = open.findLastIndex((element) => element.name === name);
        if (at >= 0) open.length = at;
      } else if (!VOID.test(name) && !piece.endsWith('/>'))
        open.push({ name, lang: /\slang="([^"]*)"/.exec(piece)?.[1] ?? open.at(-1)?.lang ?? page });
      return piece;
    }
    const here = open.at(-1)?.lang ?? page;
    return piece.replace(RUN, (run) => {
      const lang = langOfScript(run);
      if (!lang || (MARKED.test(here) && (lang.startsWith('zh') || here.startsWith(lang)))) return run;
      return `<span lang="${lang}">${run}</span>`;
    });
  });
}
