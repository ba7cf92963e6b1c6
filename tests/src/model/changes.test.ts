import { describe, expect, test } from 'vitest';
import { parseChanges } from '../../../src/model/changes.ts';

describe('the versions of a CHANGES.md', () => {
  test('newest first, a text per change, broken lines joined', () => {
    expect(
      parseChanges(
        '# Changes\n\n## 1.1.0 — 2027-01-02\n\n- One row\n  added.\n- `a` renamed.\n\n## 1.0.0 — 2026-11-24\n\n- First publication.\n',
      ),
    ).toEqual([
      { version: '1.1.0', date: '2027-01-02', changes: ['One row added.', '`a` renamed.'] },
      { version: '1.0.0', date: '2026-11-24', changes: ['First publication.'] },
    ]);
  });

  test('a version without changes', () => {
    expect(parseChanges('## 0.1.0')).toMatchObject([{ version: '0.1.0', changes: [] }]);
  });
});
