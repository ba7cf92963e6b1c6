import type { Chart, View } from '../../src/model/chart.ts';
import type { Row } from '../../src/model/row.ts';
import { readRows } from '../../src/published/catalogue.ts';

/** Every view that a reader can choose: the first options of all controls, then every other combination. */
export function viewsOf(chart: Chart): View['controls'][] {
  const [first, ...others] = (chart.controls ?? []).reduce<View['controls'][]>(
    (views, { id, options }) =>
      views.flatMap((view) => options.map((option, at) => (at === 0 ? view : { ...view, [id]: option.id }))),
    [{}],
  );
  return [first!, ...others];
}

/** What a view draws; of two controls together there may be nothing. */
export const rowsOf = (chart: Chart, view: View): Row[] =>
  chart.select(
    chart.tables.map(([dataset, table]) => readRows(dataset, table)),
    view,
  );
