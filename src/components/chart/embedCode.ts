import { escapeXml } from '../../model/xml.ts';

/** The initial size of a frame. */
export const EMBED = { width: 680, height: 520 };

/**
 * The Subresource Integrity hash of `public/embed.js`. Other sites load the script with this hash, so it never changes: a new version gets a new
 * name.
 */
export const EMBED_INTEGRITY = 'sha384-CysZSctF4OyoYXbFeXNsm7M9AvNl8N6ec0dIAiBocnCsZJ2Jg9oFjAnqVau/o2Zf';

/**
 * The HTML that a site pastes into a page: a frame, and a script that resizes it to its content; without the script the frame has a
 * size that fits most charts.
 * @param title the title of the view in the frame
 * @param frame the address of the embedded view or of a frozen version
 * @param script the address of `embed.js`; a frozen version needs none
 */
export function embedCode(title: string, frame: string, script?: string): string {
  const code = `<iframe src="${escapeXml(frame)}" title="${escapeXml(title)}" width="100%" height="${EMBED.height}" style="border:0" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return script === undefined
    ? code
    : `${code}\n<script async src="${script}" integrity="${EMBED_INTEGRITY}" crossorigin="anonymous"></script>`;
}
