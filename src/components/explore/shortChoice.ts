import type { Field } from '../../model/field.ts';
import { LANGUAGES, type Language } from '../../model/language.ts';

/** Columns that say where a row comes from, and details of other columns: not in the short choice. */
const HELPER =
  /^(?:file|row_in_file|confidence|period|currency|department|estimate|id|precision|preferred|also_in|note_\w+)$|_(?:id|rule|printed|with)$/;
const SHORT = 10;

/** What a row is about, with whom, when and how much: the columns that begin the short choice, the first that a table has of each. */
const WHAT = ['title', 'category_printed', 'indicator', 'category', 'item'];
const WHO = ['supplier', 'authority', 'buyer', 'purchaser', 'provider'];
const WHEN = ['awarded', 'date', 'announced', 'year', 'fiscal_year', 'start'];
const HOW_MUCH = ['amount', 'value', 'total', 'price'];

/**
 * The columns that a table shows at first, in their order: what, who, when and how much, so that these are seen without scrolling; then the
 * others of the table. A table that names neither a thing nor anyone keeps its own order.
 */
export function shortChoice(fields: readonly Field[], language: Language): Field[] {
  const own = fields.filter(({ name }) => !isOtherLanguage(name, language));
  const first = (names: readonly string[]): Field | undefined =>
    names
      .flatMap((name) => [name, `${name}_${language}`])
      .map((name) => own.find((field) => field.name === name))
      .find((field) => field !== undefined);
  const named = [first(WHAT), first(WHO)].filter((field) => field !== undefined);
  const others = own.filter(({ name }) => !HELPER.test(name));
  if (named.length === 0) return others.slice(0, SHORT);
  const rest = [first(WHEN), first(HOW_MUCH)].filter((field) => field !== undefined);
  return [...new Set([...named, ...rest, ...others])].slice(0, SHORT);
}

/** Whether a column is the translation of another one, for readers of the other language. */
const isOtherLanguage = (name: string, language: Language): boolean =>
  LANGUAGES.some((other) => other !== language && name.endsWith(`_${other}`));
