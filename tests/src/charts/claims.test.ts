/** Over 250 lines: every chart has its counterexamples here. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVERY_CHART } from '../../../src/charts/charts.ts';
import { assertHolds } from '../../../src/charts/forms/claims.ts';
import { combinationsOf } from '../../../src/model/view.ts';
import type { Row } from '../../../src/model/row.ts';
import { selectRows } from '../../../src/published/drawing.ts';
import { rowsOf } from './chartViews.ts';

if (!existsSync('public/data/index.json'))
  throw new Error('run `npm run compile` before the tests of charts');

type Change = (rows: Row[]) => Row[];
/** Rows that have the given cells, with other cells. */
const where =
  (cells: Row, change: Row): Change =>
  (rows) => {
    const isMeant = (row: Row): boolean => Object.entries(cells).every(([name, cell]) => row[name] === cell);
    expect(rows.some(isMeant), `a row has ${JSON.stringify(cells)}`).toBe(true);
    return rows.map((row) => (isMeant(row) ? { ...row, ...change } : row));
  };
const without =
  (cells: Row): Change =>
  (rows) =>
    rows.filter((row) => !Object.entries(cells).every(([name, cell]) => row[name] === cell));

/** For each chart, changes of its drawn rows that contradict its title. */
const COUNTEREXAMPLES: Record<string, Record<string, Change>> = {
  'five-districts-gdp': {
    'Gaoming is larger than another district': where({ gaoming: true }, { value: 2e11 }),
    'a district is missing': without({ place: 'Nanhai' }),
  },
  'five-districts-population': {
    'Gaoming grew most': where({ gaoming: true, year: 2010 }, { value: 200_000 }),
    'Gaoming shrank': where({ gaoming: true, year: 2010 }, { value: 500_000 }),
    'Sanshui has fewer people': where({ place: 'Sanshui', year: 2020 }, { value: 400_000 }),
  },
  'gaoming-through-time': {
    'a purchase was found': where({ id: 'gf-gm-2013-agency' }, { lane_id: 'purchases' }),
    'a rule of its own was found': where({ lane_id: 'rules-prefecture' }, { lane_id: 'rules-county' }),
    'national rules are few': (rows) =>
      rows.filter((row, at) => row['lane_id'] !== 'rules-nation' || at % 2 === 0),
  },
  'province-tiles': {
    'Guangdong has few purchases': where({ code: '440000' }, { value: 2 }),
    'purchases are known of most provinces': (rows) => [
      ...rows,
      ...['460000', '450000', '540000'].map((code) => ({ ...rows.at(-1)!, code })),
    ],
  },
  'purchases-by-place': {
    'an amount of Gaoming was found': where({ amount: 300_000 }, { place_id: 'gaoming' }),
    'a smaller amount was found': where({ amount: 300_000 }, { amount: 20_000 }),
    'a larger amount was found': where({ amount: 1_300_000_000 }, { amount: 2_000_000_000 }),
  },
  'unit-prices': {
    'a dearer month of home care was found': where({ value: 700 }, { value: 900 }),
    'no month of home care costs 20 yuan': without({ lane_id: 'home-care--person-month', value: 20 }),
    'a meal costs 20 yuan': where({ lane_id: 'meals--meal', value: 12 }, { value: 20 }),
    'no meal is subsidised with 2 yuan': without({ lane_id: 'meals--meal', value: 2 }),
  },
  'amounts-per-resident': {
    'a place buys for 60 yuan a resident': where({ place: 'Nanhai District, Foshan' }, { value: 60 }),
    'no place comes near 50 yuan': (rows) => rows.map((row) => ({ ...row, value: 5 })),
  },
  'nanhai-2017-budget': {
    'another purpose is larger': where({ id: 'gf-nh-2017-special-cny' }, { amount: 90_000_000 }),
    'the core tasks take nearly all': where({ id: 'gf-nh-2017-core-cny' }, { amount: 900_000_000 }),
  },
  'services-procurement': {
    'works were less than half': where({ series_id: 'comparable', year: 2016 }, { value: 600_000_000_000 }),
    'services shrank': where({ series_id: 'comparable', year: 2023 }, { value: 150_000_000_000 }),
    'they began higher': where({ series_id: 'comparable', year: 2013 }, { value: 300_000_000_000 }),
    'the first figure of 2016 is gone': without({ series_id: 'printed' }),
    'a second year counts works': (rows) => [...rows, { ...rows.at(-1)!, year: 2017 }],
  },
  'procurement-methods': {
    'single source did not fall': where({ method_id: 'single-source', year: 2023 }, { value: 0.118 }),
    'it rose in between': where({ method_id: 'single-source', year: 2021 }, { value: 0.05 }),
    'a year of it is missing': without({ method_id: 'single-source', year: 2020 }),
    'consultation fell': where({ method_id: 'competitive-consultation', year: 2023 }, { value: 0.07 }),
    'consultation began higher': where(
      { method_id: 'competitive-consultation', year: 2018 },
      { value: 0.12 },
    ),
  },
  'revenue-per-resident': {
    'Gaoming stood above the city in 2011': where({ place_id: 'gaoming', year: 2011 }, { value: 4700 }),
    'the city overtook it': where({ place_id: 'foshan', year: 2018 }, { value: 9000 }),
    'its revenue of 2018 was not found': without({ place_id: 'gaoming', year: 2018 }),
  },
  'organisations-and-workers': {
    'workers stayed few': where({ series_id: 'certified-social-workers', year: 2022 }, { value: 500_000 }),
    'they were many before': where({ series_id: 'certified-social-workers', year: 2013 }, { value: 200_000 }),
    'organisations of 2013 were not found': without({ series_id: 'social-organisations', year: 2013 }),
  },
  'social-work-agencies': {
    'the nation’s agencies doubled': where({ place_id: 'cn', year: 2019 }, { value: 2500 }),
    'Guangzhou’s did not grow': where({ place_id: 'guangzhou', year: 2014 }, { value: 7 }),
  },
  'five-provinces': {
    'agencies are spread': where({ measure_id: 'social-work-agencies' }, { share: 0.2 }),
    'the five are the same': (rows) => rows.map((row) => ({ ...row, provinces: 'Guangdong and others' })),
  },
  'findings-problems': {
    'remote areas use as much': where({ id: 'ab-f-au-unused-daily-rem' }, { value: 0.24 }),
    'cities use as little': where({ id: 'ab-f-au-unused-ther-metro' }, { value: 0.3 }),
    'a region was not found': without({ place_id: 'au-regional' }),
  },
  'social-worker-turnover': {
    'turnover fell': where({ city: 'shenzhen', year: 2014 }, { value: 0.1 }),
    'a year is missing': without({ city: 'shenzhen', year: 2012 }),
  },
  'effects-measured': {
    'a service did harm': where({ id: 'es-dlut-2022-satisfaction' }, { direction: 'worse' }),
    'contracting out did no harm': where(
      { line_id: 'contracting-out', direction: 'worse' },
      { direction: 'none' },
    ),
    'a result on contracting out is gone': without({ id: 'es-bel-2010-cost' }),
  },
  'supplier-concentration': {
    'Philadelphia spread its money in one year': where(
      { place_id: 'us-philadelphia', year: 2017 },
      { value: 0.5 },
    ),
    'Devon pays ten suppliers more': where({ place_id: 'gb-devon', year: 2022 }, { value: 0.21 }),
    'a year of Philadelphia is missing': without({ place_id: 'us-philadelphia', year: 2016 }),
  },
  'new-york-late-contracts': {
    'one year was better': where({ year: 2023 }, { value: 0.75 }),
    'a fifth year was found': (rows) => [...rows, { ...rows[0]!, year: 2022 }],
  },
  'policy-timeline': {
    'rules came from counties': (rows) =>
      rows.map((row) => (row['band_id'] === 'province' ? { ...row, band_id: 'county' } : row)),
    'the centre made few': without({ band_id: 'nation' }),
    'most rules are older': (rows) => rows.map((row) => ({ ...row, year: 2001 })),
    'most rules were found to be in force': where({ status_id: 'unknown' }, { status_id: 'in-force' }),
  },
  'county-units': {
    'districts became fewer': where({ kind_id: 'district', year: 2023 }, { units: 800 }),
    'counties became more': where({ kind_id: 'county', year: 2023 }, { units: 1500 }),
  },
  'practice-matrix': {
    'a place abroad buys as Gaoming does': where({ place_id: 'jp' }, { same_sides: 6, common_sides: 8 }),
    'Beijing is as near': where({ place_id: 'beijing' }, { same_sides: 4, common_sides: 6 }),
    'Nanhai is not': where({ place_id: 'nanhai' }, { same_sides: 0 }),
  },
  'yichang-fields': {
    'a social service was awarded': where({ kind: 'social' }, { notices: 3 }),
    'engineering is half': where({ kind: 'engineering' }, { notices: 21 }),
  },
  'uk-delivery': {
    'home care began higher': where({ series_id: 'home-care', year: 1992 }, { value: 0.4 }),
    'contracts ended lower': where({ series_id: 'contracts', year: 2015 }, { value: 0.5 }),
    'the shift took longer': where({ series_id: 'home-care', year: 2008 }, { year: 2020 }),
  },
  'uk-charity-contracts': {
    'contracts did not double': where({ indicator: 'charity-contracts', year: 2012 }, { value: 6e9 }),
    'grants grew': where({ indicator: 'charity-grants', year: 2012 }, { value: 6e9 }),
  },
  'children-care-providers': {
    'private providers lost': where({ group_id: 'private', year: 2013 }, { share: 0.4 }),
    'voluntary organisations took a tenth': where({ group_id: 'voluntary', year: 2010 }, { share: 0.1 }),
  },
  'devon-care-providers': {
    'companies did not gain': where({ group_id: 'companies', year: 2024 }, { share: 0.26 }),
    'nonprofit bodies gained': where({ group_id: 'third', year: 2024 }, { share: 0.08 }),
    'a year of another ledger is drawn': (rows) => [...rows, { ...rows[0]!, year: 2025 }],
  },
  'single-bids': {
    'the share of Japan did not rise': where({ place_id: 'jp', year: 2019 }, { value: 0.45 }),
    'another year was lower': where({ place_id: 'jp', year: 2016 }, { value: 0.3 }),
    'Prishtina is another': where({ place_id: 'xk-prishtina', year: 2018 }, { value: 0.4 }),
  },
  'oxford-suppliers': {
    'companies took less than half': where({ group_id: 'companies', year: 2016 }, { share: 0.45 }),
    'charities took a tenth': where({ group_id: 'third', year: 2014 }, { share: 0.1 }),
  },
  'french-associations': {
    'contracts stayed below': where(
      { indicator: 'association-income-contracts', year: 2011 },
      { value: 0.18 },
    ),
    'grants did not fall': where({ indicator: 'association-income-grants', year: 2011 }, { value: 0.34 }),
  },
  'elder-care-private': {
    'England’s providers are public': where(
      { indicator: 'private-share-home-care', year: 2008 },
      { value: 0.1 },
    ),
    'Sweden’s are private': where({ indicator: 'private-share-home-help-hours', year: 2021 }, { value: 0.6 }),
  },
  'australia-employment': {
    'the number of providers grew': where({ year: 2015 }, { value: 400 }),
    'a later round was found': (rows) => [...rows, { ...rows[0]!, year: 2022 }],
  },
  'japan-competitive-negotiated': {
    'agencies bid out more': where({ payer_id: 'agencies', year: 2020 }, { share: 0.5 }),
    'ministries bid out as before': where({ payer_id: 'ministries', year: 2020 }, { share: 0.59 }),
  },
  'designated-managers': {
    'private managers lost': where({ year: 2018 }, { private: 9000 }),
    'all facilities became fewer': where({ year: 2018 }, { value: 60_000 }),
    'a later year was found': (rows) => [...rows, { ...rows[0]!, year: 2021 }],
  },
  'philadelphia-non-profit': {
    'non-profits hold most contracts of a year': where(
      { kind_id: 'nonprofit', measure_id: 'contracts', year: 2020 },
      { share: 0.6 },
    ),
    'they hold half of the money of a year': where(
      { kind_id: 'nonprofit', measure_id: 'amount', year: 2016 },
      { share: 0.5 },
    ),
  },
  'procurement-gdp': {
    'the share fell': where({ place_id: 'oecd', year: 2023 }, { value: 0.118 }),
    'the share of before is another': where({ place_id: 'oecd', year: 2019 }, { value: 0.13 }),
  },
};

const DEFAULT = { language: 'en', width: 640, controls: {} } as const;

describe.each(EVERY_CHART.map((chart) => [chart.id, chart] as const))('%s', (id, chart) => {
  test('its rows support the title of every view, in both languages', () => {
    for (const language of ['en', 'zh'] as const)
      for (const controls of combinationsOf(chart))
        expect(
          chart.holds(rowsOf(chart, { ...DEFAULT, language, controls }), { controls }),
          JSON.stringify(controls),
        ).toBeUndefined();
  });

  const counterexamples = Object.entries(COUNTEREXAMPLES[id] ?? {});
  test('has changes that contradict its title', () =>
    expect(
      counterexamples.length,
      `COUNTEREXAMPLES in tests/src/charts/claims.test.ts needs a change of the rows of "${id}" that contradicts its title`,
    ).toBeGreaterThan(0));
  test.each(counterexamples)('its title is refused if %s', (_what, change) => {
    const rows = change(selectRows(chart, DEFAULT));
    expect(chart.holds(rows, DEFAULT)).toMatch(/\w+ \w+/);
    expect(() => assertHolds(chart, rows, DEFAULT)).toThrow(
      new RegExp(`"${id}" do not support its title “.+”: .+`),
    );
  });

  test('a view whose title claims nothing has its own title', () => {
    for (const controls of combinationsOf(chart).slice(1))
      if (chart.holds([], { controls }) === undefined)
        expect(chart.titleFor?.(controls), JSON.stringify(controls)).toBeDefined();
  });
});
