import { HAN_STYLES, href } from '../../model/site.ts';

/**
 * The few scripts that stand in a page itself, because they must run before it is painted or where no module loads. The content
 * security policy admits them by their hashes, which the build works out from these very texts.
 */

/** Sets the theme that was chosen before, unless the reader's own colours rule, and says that scripts run. */
export const THEME_SCRIPT = `document.documentElement.classList.add('scripted');
try {
  const theme = localStorage.getItem('theme');
  if (theme && !matchMedia('(forced-colors: active)').matches) document.documentElement.dataset.theme = theme;
} catch {}`;

/**
 * Asks for the Chinese fonts where the device has no Chinese letters: three that are written only so are measured as large as a character
 * that nobody has, and W is not. Measures and no pixels: Firefox draws its boxes with the number of the letter in them, and what keeps pages from reading pixels
 * keeps no page from measuring. In doubt nothing is fetched; Firefox, which looks for letters in the background, is asked a second time later.
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

/** Goes from the root to the language chosen before, or the browser's. */
export const ROOT_SCRIPT = `let language;
try {
  language = localStorage.getItem('language');
} catch {}
if (language !== 'en' && language !== 'zh')
  language = (navigator.languages || [navigator.language]).map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'zh') || 'en';
location.replace(new URL(language + '/', location.href.replace(/[?#].*/, '')));`;

/** Sends the page around an embedded chart its height; a module would need its host to allow frames without an origin. */
export const EMBED_SCRIPT = `(function () {
  function tell() {
    parent.postMessage({ type: 'bps-embed-height', height: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
  }
  new ResizeObserver(tell).observe(document.body);
  tell();
})();`;

/** Hides a page whose address asks for a view of a chart until the view is drawn, three seconds at most. */
export const VIEW_SCRIPT = `if (/[?&][\\w-]+=/.test(location.search)) {
  document.documentElement.classList.add('view-pending');
  setTimeout(() => document.documentElement.classList.remove('view-pending'), 3000);
}`;

export const INLINE_SCRIPTS = [THEME_SCRIPT, HAN_SCRIPT, ROOT_SCRIPT, EMBED_SCRIPT, VIEW_SCRIPT] as const;
