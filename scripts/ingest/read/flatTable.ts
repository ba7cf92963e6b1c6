type Flat = Record<string, string>;

/**
 * Objects as rows of text below one of names. Objects within a row become columns with dotted names, lists of scalars one text, and lists of objects
 * numbered columns (`winner.0.name`).
 */
export function flatTable(list: readonly object[]): string[][] {
  const flat = list.map((one) => flatten(one, '', Object.create(null) as Flat));
  const names = [...new Set(flat.flatMap((one) => Object.keys(one)))];
  return [names, ...flat.map((one) => names.map((name) => one[name] ?? ''))];
}

function flatten(value: unknown, path: string, into: Flat): Flat {
  if (value instanceof Date) into[path] = dateText(value);
  else if (value instanceof Uint8Array) into[path] = Buffer.from(value).toString('hex');
  else if (Array.isArray(value) && !value.some((one) => typeof one === 'object'))
    into[path] = value.join('; ');
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      flatten(inner, path === '' ? key : `${path}.${key}`, into);
  else if (value !== null && value !== undefined)
    into[path] = String(value as string | number | bigint | boolean);
  return into;
}

function dateText(date: Date): string {
  if (Number.isNaN(date.valueOf())) return '';
  const [day, time] = date.toISOString().split('T') as [string, string];
  return time === '00:00:00.000Z' ? day : `${day} ${time.slice(0, 8)}`;
}
