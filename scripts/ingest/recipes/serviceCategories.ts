import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** Where the categories of publishers are mapped to our fields of service, to be edited. */
const FILE = ['data', 'service-categories', 'service_categories.csv'];

/** The fields of one category: in general, and in the departments for which the table has a row of their own. */
interface Fields {
  any: string | null | undefined;
  byDepartment: Map<string, string | null>;
}

/** Maps one publisher's own categories to fields of service, and counts those that are not in the table. */
export class ServiceCategories {
  readonly #fields = new Map<string, Fields>();
  readonly #unmapped = new Map<string, number>();

  /**
   * @param root the project's folder
   * @param recipe its name
   */
  constructor(root: string, recipe: string) {
    const path = join(root, ...FILE);
    if (!existsSync(path)) return;
    const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    for (const row of data) {
      if (row['recipe'] !== recipe) continue;
      const category = row['category_printed']!;
      let fields = this.#fields.get(category);
      if (!fields) this.#fields.set(category, (fields = { any: undefined, byDepartment: new Map() }));
      const field = row['service_field'] || null;
      if (row['department']) fields.byDepartment.set(row['department'], field);
      else fields.any = field;
    }
  }

  /**
   * The field of a category as printed; `null` where the category is empty, is not in the table, or has no field there. A row of the table
   * that names the department is preferred to one that does not.
   */
  fieldOf(category: string, department = ''): string | null {
    if (category === '') return null;
    const fields = this.#fields.get(category);
    const own = fields?.byDepartment.get(department);
    const field = own === undefined ? fields?.any : own;
    if (field === undefined) this.#unmapped.set(category, (this.#unmapped.get(category) ?? 0) + 1);
    return field ?? null;
  }

  /** Categories that are not in the table, with their rows, most rows first. */
  get unmapped(): [category: string, rows: number][] {
    return [...this.#unmapped].sort(([a, of], [b, on]) => on - of || (a < b ? -1 : 1));
  }
}
