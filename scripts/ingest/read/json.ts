import { CommandError } from '../../lib/fault.ts';
import { decode } from '../../lib/decode.ts';
import { invalidByte, utf8In } from '../../lib/utf8.ts';
import { releasesIn } from '../ocds/release.ts';
import { purchasesOf } from '../ocds/releases.ts';
import { sheetOfRows, type Sheet } from './sheet.ts';

type Flat = Record<string, string>;

/**
 * JSON as tables: an array of objects, arrays of objects within an object (`{"data": […]}`; each list is a table), or one object per line.
 * OCDS releases, in a package or one a line, become the table of their purchases. Objects within a row become columns with dotted names, lists within a row
 * numbered ones (`winner.0.name`).
 * @throws CommandError naming the file, and the line of an NDJSON, where the text is not JSON or has no list of objects
 */
export function readJson(bytes: Uint8Array, file: string): Sheet[] {
  const { text, encoding } = decode(bytes);
  const first = encoding === 'utf-8' ? utf8In(bytes).first : undefined;
  if (first !== undefined) {
    const line = Buffer.from(bytes.subarray(0, first)).toString('latin1').split('\n').length;
    throw new CommandError(
      `${file}:${line} is not UTF-8 at ${invalidByte(bytes)}, unlike the rest of the text (correct it there, or save the whole file as UTF-8)`,
    );
  }
  const plain = text.replace(/^\ufeff/, '').trim();
  const whole = parsed(plain);
  const lines = whole.value === undefined && plain.includes('\n');
  const value = lines ? ndjson(plain, file) : whole.value;
  if (value === undefined) throw new CommandError(`${file} is not JSON: ${whole.fault}`);
  const releases = releasesIn(value);
  const lists = releases ? [{ path: '', list: purchasesOf({ releases }) }] : listsIn(value, '');
  if (lists.length === 0)
    throw new CommandError(`${file} has no list of objects (expected [{…}] or {"data": [{…}]})`);
  return lists.map(({ path, list }) =>
    sheetOfRows({
      file,
      ...(lists.length > 1 || path !== '' ? { sheet: path } : {}),
      format: lines ? 'ndjson' : 'json',
      encoding,
      rows: tableOf(list),
      mergedFilled: 0,
    }),
  );
}

function parsed(text: string): { value?: unknown; fault?: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

function ndjson(text: string, file: string): unknown[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const { value, fault } = parsed(line);
    if (value === undefined) throw new CommandError(`${file}:${index + 1} is not JSON: ${fault}`);
    return [value];
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listsIn(value: unknown, path: string): { path: string; list: Record<string, unknown>[] }[] {
  if (Array.isArray(value)) {
    const list = value.filter(isObject);
    return list.length > 0 ? [{ path, list }] : [];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    listsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

function tableOf(list: Record<string, unknown>[]): string[][] {
  const flat = list.map((one) => flatten(one, '', Object.create(null) as Flat));
  const names = [...new Set(flat.flatMap((one) => Object.keys(one)))];
  return [names, ...flat.map((one) => names.map((name) => one[name] ?? ''))];
}

function flatten(value: unknown, path: string, into: Flat): Flat {
  if (Array.isArray(value) && !value.some((one) => typeof one === 'object')) into[path] = value.join('; ');
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      flatten(inner, path === '' ? key : `${path}.${key}`, into);
  else if (value !== null && value !== undefined) into[path] = String(value);
  return into;
}
