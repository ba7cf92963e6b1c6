import { formatValue } from '../../i18n/format.ts';
import type { Chart } from '../../model/chart.ts';
import type { Language } from '../../model/language.ts';
import { text, type Row } from '../../model/row.ts';
import { cellText } from '../table/cellText.ts';

/** A cell of a chart's table of values. */
export function drawnCell(column: Chart['columns'][number], row: Row, language: Language): string {
  const cell = row[column.name];
  const unit = column.unitColumn ? text(row, column.unitColumn) : column.unit;
  return unit && typeof cell === 'number' ? formatValue(cell, unit, language) : cellText(cell);
}
