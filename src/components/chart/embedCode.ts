import { escapeXml } from '../../model/xml.ts';

/** The size of a frame before it knows better. */
export const EMBED = { width: 680, height: 520 };

/**
 * What `public/embed.js` is. Pages of others load it and hold it to this, so it never changes: what fits frames better gets a name of its
 * own.
 */
export const EMBED_INTEGRITY = 'sha384-CysZSctF4OyoYXbFeXNsm7M9AvNl8N6ec0dIAiBocnCsZJ2Jg9oFjAnqVau/o2Zf';

/**
 * What somebody pastes into a page: a frame, and one script that fits it to its content; without the script the frame stands at a
 * size that holds most charts.
 * @param title of the view that the frame shows
 * @param frame the address of the embedded view, or of a frozen version
 * @param script the address of `embed.js`; a frozen version needs none
 */
export function embedCode(title: string, frame: string, script?: string): string {
  const code = `<iframe src="${escapeXml(frame)}" title="${escapeXml(title)}" width="100%" height="${EMBED.height}" style="border:0" loading="lazy" sandbox="allow-scripts allow-popups"></iframe>`;
  return script === undefined
    ? code
    : `${code}\n<script async src="${script}" integrity="${EMBED_INTEGRITY}" crossorigin="anonymous"></script>`;
}
