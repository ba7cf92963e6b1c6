import type { Chart, View } from '../../../src/model/chart.ts';
import type { Row } from '../../../src/model/row.ts';
import { readRows } from '../../../src/published/readCatalogue.ts';

/** The rows of a view; some combinations of controls have none. */
export const rowsOf = (chart: Chart, view: View): Row[] =>
  chart.select(
    chart.tables.map(([dataset, table]) => readRows(dataset, table)),
    view,
  );
