/**
 * The address of the site, set at build time as `SITE_URL` (`https://host`), with `BASE_PATH` for a sub-path. Without it nothing
 * prints a host: addresses are paths from the root of the site, and whatever needs a full address is left out.
 */
export const SITE_URL = setting('SITE_URL');
export const BASE_PATH = setting('BASE_PATH');

/** A setting of the environment without a slash at its end; empty where it is not set, and in a browser, which has no environment. */
function setting(name: string): string {
  return ((globalThis.process as NodeJS.Process | undefined)?.env[name] ?? '').replace(/\/$/, '');
}

/** The style sheet of the Chinese fonts; its address is fixed, since pages are rendered before the fonts are made. */
export const HAN_STYLES = '/han.css';

/** The release of the site and of everything it publishes, `YYYY.MM` (CalVer). It is a draft until `npm run freeze` has frozen it. */
export const RELEASE = '2026.12';

/**
 * The day of the release, ISO 8601, and the publication date in citations; of a draft, the day of its last change. Never the day of the build,
 * so that builds are reproducible.
 */
export const RELEASE_DATE = '2026-11-27';

export const SITE_NAME = { en: 'Buying Public Services', zh: '政府购买公共服务' };

/** The address of a page within the site, below `BASE_PATH`. */
export const href = (path: string): string => `${BASE_PATH}${path}`;

/** The full address of a page of the site; its path where `SITE_URL` is not set. */
export const absolute = (path: string): string => `${SITE_URL}${href(path)}`;

/** The full address of a page of the site, for what is not valid without a host; `undefined` where `SITE_URL` is not set. */
export const webAddress = (path: string): string | undefined =>
  SITE_URL === '' ? undefined : absolute(path);
