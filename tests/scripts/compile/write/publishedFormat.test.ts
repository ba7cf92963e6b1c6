import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { DATASET_FORMATS, LARGE_FORMATS, SMALL_FORMATS } from '../../../../scripts/compile/write/formats.ts';
import type { PublishedFile } from '../../../../src/model/catalogue.ts';
import { FORMATS, publishedFormat, type FormatName } from '../../../../src/model/publishedFormat.ts';
import { Project } from '../../project.ts';

/** Media types that nginx has in its own `mime.types`. @see https://github.com/nginx/nginx/blob/master/conf/mime.types */
const OF_NGINX = ['.json', '.zip', '.xlsx', '.gz'];

describe('the table of formats', () => {
  let files: PublishedFile[];
  beforeAll(async () => {
    const catalogue = await new Project().compile();
    files = [
      ...catalogue.files,
      ...catalogue.datasets.flatMap((dataset) => [
        ...dataset.files,
        ...dataset.tables.flatMap((table) => table.files),
      ]),
    ];
  });

  test('has each format that is written, and no other', () => {
    const written = new Set([
      ...files.map(({ format }) => format),
      ...[...SMALL_FORMATS, ...LARGE_FORMATS, ...DATASET_FORMATS].map(({ name }) => name),
    ]);
    expect([...written].sort()).toEqual(Object.keys(FORMATS).sort());
  });

  test('says how the files are called and what their media types are', () => {
    for (const { name, format, mediaType } of files) {
      expect(mediaType, name).toBe(FORMATS[format].mediaType);
      expect(name.endsWith(publishedFormat(format).suffix ?? ''), name).toBe(true);
    }
  });

  test('has a label for each, and a description in both languages for what holds rows', () => {
    const names = Object.keys(FORMATS) as FormatName[];
    expect(new Set(names.map((name) => FORMATS[name].label)).size).toBe(names.length);
    for (const { name } of [...SMALL_FORMATS, ...LARGE_FORMATS])
      expect(publishedFormat(name).form, name).toBeDefined();
  });

  test('is the one that CONTRIBUTING.md gives for a host', () => {
    const types = /types \{([^}]*)\}/.exec(readFileSync('CONTRIBUTING.md', 'utf8'))![1]!;
    for (const { name, format } of files) {
      const ending = extname(name);
      if (OF_NGINX.includes(ending)) continue;
      expect(types, name).toContain(`${FORMATS[format].mediaType} ${ending.slice(1)};`);
    }
  });
});
