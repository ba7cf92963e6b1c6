import { addressOf, type CitedItem } from '../../cite/item.ts';
import { chosenScale } from '../forms/amountScale.ts';
import type { Language } from '../../model/language.ts';
import { SITE_NAME } from '../../model/site.ts';
import { publishersLine, subtitleOf, titleOf, type DrawnView } from '../../model/view.ts';

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
  title: citedTitle(titleOf(chart, choice)[language], chosenScale(choice)?.[language], language),
  language,
  date: at.date,
  version: at.release,
  url: at.url,
});
/** The title with the scale that a reader chose, which changes the picture and not the finding. */
const citedTitle = (title: string, scale: string | undefined, language: Language): string =>
  scale === undefined ? title : language === 'zh' ? `${title}（${scale}）` : `${title} (${scale})`;
type Cited = Pick<DrawnView, 'chart' | 'language' | 'choice'>;

/** A caption to print under a view in a report: what it shows, its measure, whose figures they are, and where it is from. */
export function captionOf(view: DrawnView, at: Reference): string {
  const { chart, choice, language, sources, licence } = view;
  const [title, subtitle] = [titleOf(chart, choice)[language], subtitleOf(chart, choice)[language]];
  const whose = publishersLine(sources, language);
  const address = addressOf(citedView(view, at));
  return language === 'zh'
    ? `${ended(title, '。')}${subtitle}。资料来源：${whose}；${SITE_NAME.zh}，${at.release}，${address}，${licence}。`
    : `${ended(title, '.')} ${subtitle}. Sources: ${whose}; ${SITE_NAME.en}, ${at.release}, ${address}, ${licence}.`;
}

/** A sentence with its full stop; a question keeps its mark. */
const ended = (sentence: string, stop: string): string =>
  /[?？.。]$/.test(sentence) ? sentence : sentence + stop;
