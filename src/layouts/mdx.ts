import Causes from '../components/case/Causes.astro';
import Finding from '../components/case/Finding.astro';
import ChartFigure from '../components/chart/ChartFigure.astro';
import Art from '../components/text/Art.astro';
import Cite from '../components/text/Cite.astro';
import Fig from '../components/text/Fig.astro';
import Gap from '../components/text/Gap.astro';
import Law from '../components/text/Law.astro';
import Num from '../components/text/Num.astro';
import Ours from '../components/text/Ours.astro';
import Ratio from '../components/text/Ratio.astro';
import Term from '../components/text/Term.astro';

/** The components that every piece may use without importing them. */
export const MDX_COMPONENTS = {
  Num,
  Ratio,
  Cite,
  Term,
  Ours,
  Gap,
  Fig,
  Law,
  Art,
  Causes,
  Finding,
  Chart: ChartFigure,
};
