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

/** Goes from the root to the language chosen before, or the browser's. */
export const ROOT_SCRIPT = `let language;
try {
  language = localStorage.getItem('language');
} catch {}
if (language !== 'en' && language !== 'zh')
  language = (navigator.languages || [navigator.language]).map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'zh') || 'en';
location.replace(new URL(language + '/', location.href.replace(/[?#].*/, '')));`;

/** Tells the frame around an embedded chart how high it is; a frame without an origin of its own may load no module. */
export const EMBED_SCRIPT = `(function () {
  function tell() {
    parent.postMessage({ type: 'bps-embed-height', height: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
  }
  new ResizeObserver(tell).observe(document.body);
  tell();
})();`;

export const INLINE_SCRIPTS = [THEME_SCRIPT, ROOT_SCRIPT, EMBED_SCRIPT] as const;
