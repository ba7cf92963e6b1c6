import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/charts.ts';
import { EMBED_INTEGRITY, embedCode } from '../../src/components/embedCode.ts';

test('the script that others load is, byte for byte, the one they hold it to', () => {
  const sum = createHash('sha384').update(readFileSync('public/embed.js')).digest('base64');
  expect(EMBED_INTEGRITY).toBe(`sha384-${sum}`);
  expect(embedCode(CHARTS[0]!, 'en')).toContain(`integrity="sha384-${sum}" crossorigin="anonymous"`);
});

test('a frozen chart needs no script', () =>
  expect(embedCode(CHARTS[0]!, 'zh', '2026.11')).not.toContain('<script'));
