import { formatNumber, formatShort, formatValue } from '../../i18n/format.ts';
import { lawWords } from '../../i18n/lawWords.ts';
import { priceWords } from '../../i18n/priceWords.ts';
import { strings } from '../../i18n/strings.ts';
import type { Language } from '../../model/language.ts';
import { number, text, type Row } from '../../model/row.ts';
import { href } from '../../model/site.ts';
import { dollarFactors } from '../../published/internationalDollars.ts';
import { lawTexts } from '../../published/lawRecord.ts';
import { findPlace, findRow, findSource, findSourceOf, placesAround } from '../../published/lookup.ts';
import { readRows, readTable } from '../../published/readCatalogue.ts';
import { numberWords } from '../text/numberWords.ts';
import { shortSource } from '../text/shortSource.ts';
import { answersOf, isAnswered, QUESTIONS } from './answers.ts';
import { measureOf, sumsOf, yearsOf } from './caseFacts.ts';

/** A source of a place, named once below its column; the cells refer to it by its number. */
interface PlaceSource {
  number: number;
  id: string;
  name: string;
  /** The grades of the rows that are cited from it; empty where it is cited for a number of residents only. */
  grades: string[];
}

/** A statement of a cell with the sources it rests on. */
interface Line {
  pill?: string;
  /** A number, and the page that it leads to. */
  strong?: { words: string; href: string };
  words: string;
  sources: PlaceSource[];
}

/** What is known of a place on one side. */
interface Cell {
  lines: Line[];
  /** What is said where nothing is known, and where it was looked for. */
  missing?: { words: string; looked?: string };
  /** Values to draw as dots, the latest first. */
  dots?: number[];
}

/** The scale of the dots of a side, the same for all places. */
export interface DotScale {
  from: number;
  to: number;
  ticks: { at: number; words: string }[];
}

interface Side {
  title: string;
  /** How its dots are read. */
  reading?: string;
  scale?: DotScale;
  /** The cells in the order of the places. */
  cells: Cell[];
}

interface Comparison {
  sides: Side[];
  /** The sources of each place, in the order in which its column cites them. */
  sources: PlaceSource[][];
}

/** The sources of one place, numbered as they are first cited. */
function placeSources(language: Language) {
  const all = new Map<string, PlaceSource>();
  return {
    all,
    /** The sources of a row of evidence. */
    of: (row: Row): PlaceSource[] =>
      [...new Set(text(row, 'source_id').split(' ').filter(Boolean))].map((id) => {
        const own = findSource(id);
        const key = text(own, 'id');
        const source = all.get(key) ?? {
          number: all.size + 1,
          id: key,
          name: shortSource(own, language),
          grades: [],
        };
        all.set(key, source);
        const grade = text(row, 'confidence');
        if (grade && !source.grades.includes(grade)) source.grades.push(grade);
        return source;
      }),
  };
}
type Sources = ReturnType<typeof placeSources>;

const tenfold = (power: number, language: Language) => ({
  at: power,
  words: formatShort(10 ** power, language),
});

/** What is compared of places, side by side: the five answers, numbers, and the coded practice. */
export function comparisonOf(places: readonly string[], language: Language): Comparison {
  const t = strings(language);
  const sources = places.map(() => placeSources(language));
  const side = (
    title: string,
    cellOf: (place: string, own: Sources) => Cell,
    drawn?: Partial<Side>,
  ): Side => ({
    title,
    ...drawn,
    cells: places.map((place, at) => cellOf(place, sources[at]!)),
  });
  const practice = readRows('practice');
  const codes = readTable('practice').fields.find(({ name }) => name === 'code')?.labels ?? {};
  const rowPage = (row: Row): string => {
    const id = text(row, 'id');
    return href(`/${language}/datasets/${findRow(id).dataset.id}/row/${id}/`);
  };
  const gap = { lines: [], missing: { words: t.gap } };

  const answers = QUESTIONS.map((question) =>
    side(t.questions[question]!, (place, own) => {
      const row = answersOf(place).find((one) => one['question'] === question);
      if (!row) return { lines: [], missing: { words: t.notAsked } };
      if (!isAnswered(row))
        return { lines: [], missing: { words: t.gap, looked: text(row, `looked_in_${language}`) } };
      return { lines: [{ words: text(row, `answer_${language}`), sources: own.of(row) }] };
    }),
  );

  const residents = side(
    t.residents,
    (place, own) => {
      const row = findPlace(place);
      const people = number(row, 'population');
      if (people === null) return gap;
      const { found } = findSourceOf(text(row, 'population_source'));
      const words = formatValue(people, 'person', language, { bare: true });
      return {
        lines: [
          {
            strong: { words, href: rowPage(found!.row) },
            words: text(row, 'population_year'),
            sources: own.of(found!.row),
          },
        ],
        dots: [Math.log10(people)],
      };
    },
    {
      reading: t.residentsScale,
      scale: { from: 4, to: 10, ticks: [4, 6, 8, 10].map((power) => tenfold(power, language)) },
    },
  );

  const sums = side(
    t.sumOf['place-year'],
    (place, own) => {
      const rows = sumsOf(place, 'place-year');
      if (rows.length === 0) return gap;
      return {
        lines: rows.map((row) => ({
          strong: { words: numberWords(findRow(text(row, 'id')), language), href: rowPage(row) },
          words: [yearsOf(row), measureOf(row, language)].join(t.comma),
          sources: own.of(row),
        })),
        dots: rows.flatMap((row) => {
          const factor = dollarFactors()[text(row, 'currency')]?.[text(row, 'year')];
          return factor === undefined ? [] : [Math.log10(number(row, 'amount')! * factor)];
        }),
      };
    },
    {
      reading: t.sumScale,
      scale: { from: 5, to: 12, ticks: [6, 9, 12].map((power) => tenfold(power, language)) },
    },
  );

  const rules = side(
    t.rulesFound,
    (place) => {
      const own = lawTexts().filter((policy) => placesAround(text(policy, 'place')).includes(place));
      if (own.length === 0) return gap;
      return {
        lines: [
          {
            strong: {
              words: `${formatNumber(own.length, language)} ${lawWords(language).texts}`,
              href: href(`/${language}/law/history/?place=${place}`),
            },
            words: '',
            sources: [],
          },
        ],
        dots: own.flatMap((policy) => Number(text(policy, 'date').slice(0, 4)) || []).reverse(),
      };
    },
    {
      reading: t.rulesScale,
      scale: { from: 1960, to: 2030, ticks: [1980, 2000, 2020].map((at) => ({ at, words: String(at) })) },
    },
  );

  const prices = side(t.pricesFound, (place) => {
    const count = readRows('prices').filter((row) => placesAround(text(row, 'place')).includes(place)).length;
    if (count === 0) return gap;
    const strong = {
      words: priceWords(language).priceCount(count),
      href: href(`/${language}/prices/?place=${place}`),
    };
    return { lines: [{ strong, words: '', sources: [] }] };
  });

  const dimensions = Object.entries(t.dimensions)
    .filter(([dimension]) => practice.some((row) => row['dimension'] === dimension))
    .map(([dimension, title]) =>
      side(title, (place, own) => {
        const rows = practice.filter((row) => row['dimension'] === dimension && row['place'] === place);
        if (rows.length === 0) return gap;
        return {
          lines: rows.map((row) => ({
            pill: codes[text(row, 'code')]?.[language] ?? '',
            words: text(row, `statement_${language}`),
            sources: own.of(row),
          })),
        };
      }),
    );
  return {
    sides: [...answers, residents, sums, rules, prices, ...dimensions],
    sources: sources.map(({ all }) => [...all.values()]),
  };
}
