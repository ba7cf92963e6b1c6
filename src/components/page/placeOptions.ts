import { strings } from '../../i18n/strings.ts';
import { HTML_LANG, type Language } from '../../model/language.ts';
import { text } from '../../model/row.ts';
import { findPlace, placesAround } from '../../published/lookup.ts';

/** The places of items, and those around them, as options in two groups: in China, which comes first itself, and abroad. */
export function placeOptions(
  places: readonly string[],
  language: Language,
): { label: string; options: { value: string; label: string }[] }[] {
  const { compare } = new Intl.Collator(HTML_LANG[language]);
  const all = [...new Set(places.flatMap(placesAround))]
    .map((id) => ({ value: id, label: text(findPlace(id), `name_${language}`) }))
    .sort((a, b) => Number(b.value === CHINA) - Number(a.value === CHINA) || compare(a.label, b.label));
  const isChinese = ({ value }: { value: string }): boolean => placesAround(value).at(-1) === CHINA;
  const { domestic, foreign } = strings(language).kinds;
  return [
    { label: domestic, options: all.filter(isChinese) },
    { label: foreign, options: all.filter((place) => !isChinese(place)) },
  ];
}

const CHINA = 'cn';
