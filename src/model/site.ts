/**
 * Where the site is published. Set `SITE_URL` (and `BASE_PATH` for a sub-path) at build time; the default is a reserved name
 * that can never be somebody else's.
 */
export const SITE_URL = (process.env['SITE_URL'] ?? 'https://buying-public-services.example').replace(
  /\/$/,
  '',
);
export const BASE_PATH = (process.env['BASE_PATH'] ?? '').replace(/\/$/, '');

/** The style sheet of the Chinese fonts, at an address that pages can name before the build has cut them. */
export const HAN_STYLES = '/han.css';

/** The release of the site and of all it publishes, `YYYY.MM` (CalVer). It is a draft until `npm run freeze` has frozen it. */
export const RELEASE = '2026.12';

/**
 * The day of the release, ISO 8601; of a draft, the day of its last change. The publication date in citations. Never the day of the build,
 * so that bytes repeat.
 */
export const RELEASE_DATE = '2026-11-27';

export const SITE_NAME = { en: 'Buying Public Services', zh: '政府购买公共服务' };

/** The full address of a page of the site. */
export const absolute = (path: string): string => `${SITE_URL}${BASE_PATH}${path}`;

/** The address of a page within the site, below `BASE_PATH`. */
export const href = (path: string): string => `${BASE_PATH}${path}`;
