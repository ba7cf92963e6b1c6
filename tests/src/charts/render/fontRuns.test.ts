import { Resvg } from '@resvg/resvg-wasm';
import { describe, expect, test } from 'vitest';
import { EVERY_CHART } from '../../../../src/charts/charts.ts';
import { advanceOf } from '../../../../src/charts/render/advances.ts';
import { HAN, LATIN, runsOf } from '../../../../src/charts/render/fontRuns.ts';
import { nodeEngine } from '../../../../src/charts/render/nodeEngine.ts';
import { picture } from '../../../../src/charts/render/picture.ts';
import { LANGUAGES, type Language } from '../../../../src/model/language.ts';
import { choicesWithRows, drawnView } from '../../../../src/published/drawing.ts';
import { escapeXml } from '../../../../src/model/xml.ts';

const engine = await nodeEngine();

/** The width of a text between two bars in a picture, in ems. */
function advance(words: string, language: Language, size = 100): number {
  const runs = runsOf(`|${words}|`, language).map(
    ({ text, font }) => `<tspan font-family="${font}">${escapeXml(text)}</tspan>`,
  );
  const outline = engine.outline(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200" viewBox="0 0 900 200" font-family="${LATIN}"><text x="10" y="120" font-size="${size}">${runs.join('')}</text></svg>`,
  );
  const { width, height, pixels } = new Resvg(outline).render();
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: height }, (_, y) => pixels[4 * (y * width + x) + 3]).some((alpha) => alpha! > 60),
  );
  return (columns.at(-1)! - columns[0]!) / size;
}

describe('punctuation that both fonts have', () => {
  test.each(['’', '“', '”', '·'])('%s beside Latin letters is narrow, in both languages', (mark) => {
    for (const language of LANGUAGES) {
      const width = advance(`n${mark}n`, language) - advance('nn', language);
      expect(width, language).toBeGreaterThan(0.1);
      expect(width, language).toBeLessThan(0.6);
    }
  });

  test.each(['“', '”', '·'])('%s between Han characters is an em wide in Chinese', (mark) => {
    expect(advance(`高${mark}明`, 'zh') - advance('高明', 'zh')).toBeCloseTo(1, 1);
    expect(advance(`高${mark}明`, 'en') - advance('高明', 'en')).toBeLessThan(0.6);
  });

  test('a dash is one em of the Latin font in English and two of the Han font in Chinese', () => {
    expect(advance('n—n', 'en') - advance('nn', 'en')).toBeLessThan(1);
    expect(advance('高——明', 'zh') - advance('高明', 'zh')).toBeGreaterThan(1.7);
  });
});

test('a line has the computed width', () => {
  for (const [words, language] of [
    ['The quick brown fox: 1,234.5 (of 100%) & “more” — Gaoming’s', 'en'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz', 'en'],
    ['高明区 2018 年“增长” 12.5%，约 £5', 'zh'],
  ] as const) {
    const computed = advanceOf(`|${words}|`, 1, language, 400);
    const drawn = advance(words, language, 20) + 0.17;
    expect(Math.abs(drawn - computed) / computed, words).toBeLessThan(0.02);
  }
});

test('letters and digits are Latin and 汉字 are Han, in runs that make up the text', () => {
  expect(runsOf('高明 2018 年 GDP’s “增长”', 'zh')).toEqual([
    { text: '高明', font: HAN },
    { text: ' 2018 ', font: LATIN },
    { text: '年', font: HAN },
    { text: ' GDP’s ', font: LATIN },
    { text: '“增长”', font: HAN },
  ]);
  expect(runsOf('Gaoming’s “growth”', 'en')).toEqual([{ text: 'Gaoming’s “growth”', font: LATIN }]);
});

test.each(EVERY_CHART.map((chart) => [chart.id, chart] as const))(
  '%s: every character of every view is drawn',
  (_id, chart) => {
    // A character that the fonts lack has no path, so each distinct one is drawn alone.
    const characters = new Set(
      LANGUAGES.flatMap((language) =>
        choicesWithRows(chart).drawn.flatMap((choice) => [
          ...picture(drawnView(chart, language, choice), engine).replace(/<[^>]*>/g, ''),
        ]),
      ),
    );
    const missing = [...characters].filter((character) => character.trim() !== '' && !isDrawn(character));
    expect(missing).toEqual([]);
  },
);

const drawnBefore = new Map<string, boolean>();
function isDrawn(character: string): boolean {
  let drawn = drawnBefore.get(character);
  if (drawn === undefined) {
    const [run] = runsOf(character, 'zh');
    drawn = engine
      .outline(
        `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="20" font-family="${run!.font}">${escapeXml(character)}</text></svg>`,
      )
      .includes('<path');
    drawnBefore.set(character, drawn);
  }
  return drawn;
}
