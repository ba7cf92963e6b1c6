import { HAN_STYLES, href } from '../../model/site.ts';

/**
 * The inline scripts of pages, which must run before the page is painted or where no module loads. The content
 * security policy admits them by hashes, which the build computes from these texts.
 */

/** Sets the theme chosen earlier, unless forced colours are active, and marks the page as scripted. */
export const THEME_SCRIPT = `document.documentElement.classList.add('scripted');
try {
  const theme = localStorage.getItem('theme');
  if (theme && !matchMedia('(forced-colors: active)').matches) document.documentElement.dataset.theme = theme;
} catch {}`;

/**
 * Requests the Chinese fonts where the device has none: three Chinese characters are measured as large as a character
 * that no font has, and W is not. It measures instead of reading pixels: Firefox draws missing characters as boxes with the code point in them, and protection against reading pixels
 * does not affect measuring. In doubt nothing is fetched; Firefox, which loads fallback fonts in the background, is measured again later.
 */
export const HAN_SCRIPT = `(function ask(again) {
  try {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = '64px serif';
    const size = (letter) => {
      const box = pen.measureText(letter);
      return [box.width, box.actualBoundingBoxLeft, box.actualBoundingBoxRight, box.actualBoundingBoxAscent, box.actualBoundingBoxDescent].join();
    };
    const missing = size('\\u0378');
    if (size('W') === missing || !['购', '务', '们'].every((letter) => size(letter) === missing)) return;
    if (!again && 'mozInnerScreenX' in window) return addEventListener('load', () => setTimeout(ask, 1000, true));
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', blocking: 'render', href: '${href(HAN_STYLES)}' }));
  } catch {}
})();`;

/** Redirects from the root to the language chosen earlier, or the browser's. */
export const ROOT_SCRIPT = `let language;
try {
  language = localStorage.getItem('language');
} catch {}
if (language !== 'en' && language !== 'zh')
  language = (navigator.languages || [navigator.language]).map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'zh') || 'en';
location.replace(new URL(language + '/', location.href.replace(/[?#].*/, '')));`;

/** Sends the height of an embedded chart to the surrounding page; a module could not be loaded in a sandboxed frame without an origin. */
export const EMBED_SCRIPT = `(function () {
  function tell() {
    parent.postMessage({ type: 'bps-embed-height', height: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
  }
  new ResizeObserver(tell).observe(document.body);
  tell();
})();`;

/** Hides a page whose address names a view of a chart, a list or the comparison until the view is shown, for at most three seconds. */
export const VIEW_SCRIPT = `if (/[?&][\\w-]+=/.test(location.search)) {
  document.documentElement.classList.add('view-pending');
  setTimeout(() => document.documentElement.classList.remove('view-pending'), 3000);
}`;

export const INLINE_SCRIPTS = [THEME_SCRIPT, HAN_SCRIPT, ROOT_SCRIPT, EMBED_SCRIPT, VIEW_SCRIPT] as const;
