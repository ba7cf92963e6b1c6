import type { ExploreWords } from '../../i18n/exploreWords.ts';
import type { Language } from '../../model/language.ts';
import { announceCopied } from '../page/announce.ts';
import type { ExplorerSettings } from './explorerSettings.ts';
import { button, element } from './pageElements.ts';

/** What is cited: a view of a table, or one of its rows. */
export interface Cited {
  /** The last part of the key in BibTeX. */
  key: string;
  /** The title of the table; that of the row after it. */
  titles: string[];
  address: URLSearchParams;
}

/** The full address of this page with other parameters. */
export const fullAddress = (address: URLSearchParams): string =>
  `${document.documentElement.dataset['address']}${address.size > 0 ? `?${address}` : ''}`;

/** A button that copies a text, and says so. */
export function copyButton(
  text: () => string,
  label: string,
  words: ExploreWords,
  described = label,
): HTMLButtonElement {
  const copy = button(
    label,
    () => void navigator.clipboard.writeText(text()).then(() => announceCopied(copy)),
    { 'data-copied': words.copied, ...(described !== label && { 'aria-label': described }) },
  );
  return copy;
}

/** A citation with the version and the day of access, made when it is opened: in the styles that are texts. */
export function viewCitation(
  label: string,
  cited: () => Cited,
  {
    words,
    language,
    dataset,
  }: { words: ExploreWords; language: Language } & Pick<ExplorerSettings, 'dataset'>,
): HTMLDetailsElement {
  const list = element('dl', { class: 'cite-view' });
  const root = element(
    'details',
    { class: 'citation' },
    element('summary', {}, label),
    element('p', { class: 'soft small' }, words.citeAll),
    list,
  );
  root.addEventListener('toggle', async () => {
    if (!root.open) return;
    const { CITATION_STYLES } = await import('../../cite/styles.ts');
    const { key, titles, address } = cited();
    const item = {
      key: `bps-${dataset.id}-${dataset.version}-${key}`,
      kind: 'dataset' as const,
      title: [dataset.title, ...titles.filter((title) => title !== dataset.title)].join(
        language === 'zh' ? '：' : ': ',
      ),
      language,
      date: dataset.date,
      accessed: new Date().toISOString().slice(0, 10),
      version: dataset.version,
      url: fullAddress(address),
    };
    list.replaceChildren(
      ...CITATION_STYLES.filter(({ extension }) => !extension).flatMap((style) => {
        const text = style.write(item);
        const copy = copyButton(() => text, words.copy, words, `${words.copy} ${style.name}`);
        return [element('dt', {}, style.name, ' ', copy), element('dd', {}, text)];
      }),
    );
  });
  return root;
}
