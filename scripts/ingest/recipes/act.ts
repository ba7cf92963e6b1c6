import { serviceFieldOf } from '../names/serviceField.ts';
import type { Recipe } from './recipe.ts';

/** Works, whose titles name the place where they are done and no field of service. */
const WORKS = /\b(?:works|construction|refurbish\w*|upgrades?|remediation|demolition|replacement)\b/i;

/**
 * Australian Capital Territory, contracts register, contracts of 2025 that are current: a row per contract. Several suppliers of one contract stand
 * on lines of one cell, each with its number in a panel.
 */
export const act: Recipe = {
  name: 'act',
  title: { en: 'Australian Capital Territory, contracts', zh: '澳大利亚首都领地合同' },
  source: 'pu-s-act',
  place: 'au-act',
  currency: 'AUD',
  table: 'contracts/contracts',
  files: /act-contracts-\d{4}.*\.csv/,
  header: [/^contract_number$/, /^suppliers$/],
  columns: [
    { name: 'buyer', heading: /^directorate$/ },
    { name: 'title', heading: /^title$/ },
    { name: 'category_printed', heading: /^contract_type$/ },
    { name: 'awarded', heading: /^execution_date$/, type: 'partial-date', dayOrder: 'day-first' },
    { name: 'end', heading: /^expiry_date$/, type: 'partial-date', dayOrder: 'day-first' },
    { name: 'amount', heading: /^amount$/, type: 'number' },
    { name: 'supplier', heading: /^suppliers$/ },
  ],
  constants: { procedure: 'unknown' },
  derive(row, printed) {
    const suppliers = panelMembers(printed['supplier'] ?? '');
    return {
      supplier: suppliers.join('; '),
      start: row['awarded'] ?? null,
      // `Panel Contract (PICH0009993)`: the number of the panel is no category.
      category_printed: (printed['category_printed'] ?? '').replace(/\s*\(.*$/, ''),
      service_field: WORKS.test(printed['title'] ?? '')
        ? null
        : (serviceFieldOf(printed['title'] ?? '')?.field ?? null),
    };
  },
  part: ({ awarded }) => `act-${String(awarded).slice(0, 4)}`,
};

/**
 * The members of a panel, without their numbers in it.
 * @example `"Planted Pty Ltd (PICH0009993.1) Sample Group (PICH0009993.2)"` → two names
 */
export const panelMembers = (printed: string): string[] =>
  printed
    .split(/\s*\((?:[A-Z]{2,}\d[\w.-]*|\d{4,}[\w.-]*)\)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
