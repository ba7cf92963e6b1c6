import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, isPlaceholder, type Bilingual } from '../../src/model/language.ts';
import { combinationsOf } from '../../src/model/view.ts';
import type { Chart } from '../../src/model/chart.ts';
import { FaultsFound, type Fault } from '../lib/fault.ts';
import { placeholderBlocks } from './readProse.ts';

/**
 * Refuses placeholders in the texts of charts and the paragraphs of pieces before a build. Those in descriptions of datasets
 * are refused by the compile, those in the frontmatter of pieces by its schema.
 * @throws FaultsFound with every placeholder
 */
export function refusePlaceholders(root: string, charts: readonly Chart[]): void {
  const pieces = globSync('content/*/*/*.mdx', { cwd: root }).sort();
  const faults = [
    ...chartFaults(charts),
    ...pieces.flatMap((file) =>
      placeholderBlocks(readFileSync(join(root, file), 'utf8')).map((fault) => ({ file, ...fault })),
    ),
  ];
  if (faults.length > 0) throw new FaultsFound(faults);
}

/** The placeholders in texts of charts, by file and field. */
function chartFaults(charts: readonly Chart[]): Fault[] {
  return charts.flatMap((chart) =>
    textsOf(chart).flatMap(([name, text]) =>
      LANGUAGES.filter((language) => isPlaceholder(text[language])).map((language) => ({
        file: `src/charts/${chart.id}.ts`,
        column: `${name}.${language}`,
        value: text[language],
        what: 'is still to be written',
      })),
    ),
  );
}

function textsOf(chart: Chart): [string, Bilingual][] {
  const { title, subtitle, question, note, columns, controls = [] } = chart;
  const views = combinationsOf(chart).flatMap((choice): [string, Bilingual | undefined][] => [
    ['titleFor', chart.titleFor?.(choice)],
    ['subtitleFor', chart.subtitleFor?.(choice)],
  ]);
  return [
    ...Object.entries({ title, subtitle, question, note }),
    ...views.filter((view): view is [string, Bilingual] => view[1] !== undefined),
    ...columns.map((column): [string, Bilingual] => [`columns.${column.name}.title`, column.title]),
    ...controls.flatMap((control): [string, Bilingual][] => [
      [`controls.${control.id}.label`, control.label],
      ...control.options.map((option): [string, Bilingual] => [
        `controls.${control.id}.${option.id}.label`,
        option.label,
      ]),
    ]),
  ];
}
