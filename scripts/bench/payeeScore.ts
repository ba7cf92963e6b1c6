import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/**
 * Payees of the files of thirteen publishers, labelled by hand. The names of persons are made up: each word stands for one that the lists of names know equally
 * well. Names without a legal form are over-represented, since only they are doubtful.
 */
const SAMPLE = join(import.meta.dirname, 'payeeSample.csv');

/** The rules were written with one half; the other was labelled and measured when they were done. */
export const HALVES = ['development', 'held-out'] as const;

/** A payee, and what it is. */
interface LabelledPayee {
  publisher: string;
  half: (typeof HALVES)[number];
  is: 'person' | 'organisation';
  name: string;
}

/** How well persons are distinguished from organisations. */
export interface PayeeScore {
  payees: number;
  publishers: number;
  persons: number;
  /** Persons that are masked, of all persons, from 0 to 1. */
  recall: number;
  /** Organisations that are masked, of all that are masked, from 0 to 1. */
  wrong: number;
}

/** The labelled payees. */
export const payeeSample = (): LabelledPayee[] =>
  Papa.parse<LabelledPayee>(readFileSync(SAMPLE, 'utf8'), { header: true, skipEmptyLines: true }).data;

/**
 * Scores a half of the sample.
 * @param isMasked whether a payee is taken for a private person
 */
export function payeeScore(half: (typeof HALVES)[number], isMasked: (name: string) => boolean): PayeeScore {
  const rows = payeeSample().filter((row) => row.half === half);
  const persons = rows.filter(({ is }) => is === 'person').length;
  const masked = rows.filter(({ name }) => isMasked(name));
  const right = masked.filter(({ is }) => is === 'person').length;
  return {
    payees: rows.length,
    publishers: new Set(rows.map(({ publisher }) => publisher)).size,
    persons,
    recall: right / persons,
    wrong: (masked.length - right) / masked.length,
  };
}
