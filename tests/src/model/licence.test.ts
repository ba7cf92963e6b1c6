import { expect, test } from 'vitest';
import { chartById } from '../../../src/charts/charts.ts';
import { licenceLine } from '../../../src/model/licence.ts';
import { drawnView } from '../../../src/published/drawing.ts';

const CC = { licence: 'CC-BY-4.0' } as const;
const NONE = { licence: 'not-stated' } as const;
const OGL = { licence: 'OGL-UK-3.0' } as const;

test('a chart of our own data is under our licence', () => {
  expect(licenceLine([CC, CC], 'en')).toBe('CC BY 4.0');
  expect(licenceLine([CC], 'zh')).toBe('CC BY 4.0');
});

test('a chart of data under another licence, or none, says so', () => {
  expect(licenceLine([NONE], 'en')).toBe('Drawing: CC BY 4.0; data: licence not stated by the source');
  expect(licenceLine([NONE], 'zh')).toBe('图：CC BY 4.0；数据：来源未注明许可');
  expect(licenceLine([CC, OGL, OGL], 'en')).toBe(
    'Drawing: CC BY 4.0; data: CC BY 4.0, Open Government Licence v3.0',
  );
});

test('a view of a chart has the licence of the datasets it draws', () => {
  expect(drawnView(chartById('five-districts-gdp'), 'en').licence).toBe('CC BY 4.0');
  expect(drawnView(chartById('philadelphia-non-profit'), 'zh').licence).toBe(licenceLine([NONE], 'zh'));
  expect(drawnView(chartById('oxford-suppliers'), 'en').licence).toBe(licenceLine([OGL], 'en'));
});
