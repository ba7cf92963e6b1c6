import { horizontalBars } from '../../charts/forms/bars.ts';
import { yearLines } from '../../charts/forms/lines.ts';
import { COLOUR } from '../../charts/forms/theme.ts';
import { draw } from '../../charts/render/draw.ts';
import { formatShort } from '../../i18n/format.ts';
import type { Language } from '../../model/language.ts';
import { number, text, type Row } from '../../model/row.ts';
import { numberText } from './resultTable.ts';
import type { ResultChart } from './resultShape.ts';
import type { SqlResult } from './sqlCalls.ts';

/** Bars that are drawn at most; more cannot be compared by eye. */
export const MOST_BARS = 40;

const COLOURS = [COLOUR.blue, COLOUR.ochre, COLOUR.green, COLOUR.violet, COLOUR.gaoming, COLOUR.grey];

/** Loaded on demand, as it brings Plot: draws one column of a result as SVG. */
export function drawResult(
  { columns, rows }: SqlResult,
  { kind, label, series }: ResultChart,
  value: number,
  view: { language: Language; width: number; title: string },
): SVGSVGElement {
  const drawn: Row[] = rows
    .filter((row) => row[value] !== null)
    .map((row) => ({
      label: kind === 'lines' ? Number(row[label]) : String(row[label]),
      series: series === undefined ? columns[value]! : String(row[series]),
      value: Number(row[value]),
    }));
  const options = { language: view.language, width: view.width, controls: {} };
  const shown = kind === 'bars' ? drawn.slice(0, MOST_BARS) : [...drawn].sort(byLabel);
  return draw(
    { plot: kind === 'bars' ? plotBars : plotLines, alt: () => view.title },
    shown,
    options,
    document,
    view.title,
  );
}

const plotBars: Parameters<typeof draw>[0]['plot'] = (rows, view) =>
  horizontalBars(rows, view, {
    label: 'label',
    value: 'value',
    fill: () => COLOUR.blue,
    format: rounded,
    tip: (row) => `${text(row, 'label')}\n${rounded(number(row, 'value')!)}`,
    labelWidth: { wide: 280, narrow: 140 },
    order: 'given',
  });

const plotLines: Parameters<typeof draw>[0]['plot'] = (rows, view) => {
  const names = [...new Set(rows.map((row) => text(row, 'series')))];
  return yearLines(rows, view, {
    series: 'series',
    x: 'label',
    y: 'value',
    colours: new Map(names.map((name, at) => [name, COLOURS[at]!])),
    format: (value) => formatShort(value, view.language),
    tip: (row) => `${text(row, 'series')}, ${text(row, 'label')}\n${rounded(number(row, 'value')!)}`,
    within: true,
  });
};

const rounded = (value: number): string => numberText(Math.round(value * 100) / 100);

const byLabel = (a: Row, b: Row): number => Number(a['label']) - Number(b['label']);
