import Causes from './Causes.astro';
import DisclosureTable from './DisclosureTable.astro';
import ChartFigure from './ChartFigure.astro';
import Cite from './Cite.astro';
import Fig from './Fig.astro';
import Gap from './Gap.astro';
import Num from './Num.astro';
import Ours from './Ours.astro';
import Ratio from './Ratio.astro';
import Term from './Term.astro';

/** What every piece of writing may use without importing it. */
export const MDX_COMPONENTS = {
  Num,
  Ratio,
  Cite,
  Term,
  Ours,
  Gap,
  Fig,
  Causes,
  DisclosureTable,
  Chart: ChartFigure,
};
