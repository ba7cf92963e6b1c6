import { createHash } from 'node:crypto';

/** The namespace of our ids, generated once at random. */
const NAMESPACE = '5d6ff0a3-52c6-4a31-9c4d-7c5f3a1f9b0e';

/**
 * A permanent id from a path on the site, independent of the site's address.
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5
 */
export function permanentId(path: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(path)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
