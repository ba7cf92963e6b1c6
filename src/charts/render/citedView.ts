import type { CitedItem } from '../../cite/item.ts';
import { titleOf, type DrawnView } from '../../model/view.ts';

/** How a view is cited: where, and in which release. */
export interface Reference {
  /** The address of the view. */
  url: string;
  release: string;
  /** The day of the release, ISO 8601. */
  date: string;
}

/** A view as an item that citation styles write. */
export const citedView = ({ chart, language, choice }: Cited, at: Reference): CitedItem => ({
  // The key of a draft has only its release, since a key cannot contain a space.
  key: ['bps-chart', chart.id, ...Object.values(choice), at.release.split(' ')[0]].join('-'),
  kind: 'chart',
  title: titleOf(chart, choice)[language],
  language,
  date: at.date,
  version: at.release,
  url: at.url,
});
type Cited = Pick<DrawnView, 'chart' | 'language' | 'choice'>;
