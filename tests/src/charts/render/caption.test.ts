import { expect, test } from 'vitest';
import { CHARTS, chartById } from '../../../../src/charts/charts.ts';
import { captionOf } from '../../../../src/charts/render/citedView.ts';
import { LANGUAGES } from '../../../../src/model/language.ts';
import { drawnView } from '../../../../src/published/drawing.ts';

const AT = { url: 'https://site.example/en/charts/x/', release: '2026.12', date: '2026-12-01' };

test('a caption has the claim, the measure, whose figures they are, and the address of the version', () => {
  expect(captionOf(drawnView(chartById('french-associations'), 'en'), AT)).toMatch(
    /^[^.]+\. .+\. Sources: [^;]+.*; Buying Public Services, 2026\.12, https:\/\/site\.example\/en\/charts\/x\/, CC BY 4\.0\.$/,
  );
  expect(captionOf(drawnView(chartById('french-associations'), 'zh'), AT)).toMatch(
    /^.+。.+。资料来源：.+；政府购买公共服务，2026\.12，https:.+，CC BY 4\.0。$/,
  );
});

test('a chosen view has the title and measure of that view', () => {
  const view = drawnView(chartById('services-procurement'), 'en', { measure: 'dollars' });
  const caption = captionOf(view, AT);
  expect(caption).toMatch(/^How much do governments in China buy as services\? Services/);
  expect(caption).toContain('in international dollars of 2020');
});

test.each(CHARTS.map((chart) => [chart.id, chart] as const))(
  'the caption of %s reads as sentences',
  (_id, chart) => {
    for (const language of LANGUAGES) {
      const caption = captionOf(drawnView(chart, language), AT);
      expect(caption).not.toMatch(/undefined|null|\.\.|。。|[?？][.。]/);
      expect(caption).toMatch(language === 'en' ? /\.$/ : /。$/);
    }
  },
);
