import { formatValue } from '../../i18n/format.ts';
import type { Chart } from '../../model/chart.ts';
import type { Language } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';
import { cellText } from '../table/cellText.ts';

/** A cell of a chart's table of values. */
export function drawnCell({ name, unit }: Chart['columns'][number], row: Row, language: Language): string {
  const cell = row[name];
  return unit && typeof cell === 'number' ? formatValue(cell, unit, language) : cellText(cell);
}
