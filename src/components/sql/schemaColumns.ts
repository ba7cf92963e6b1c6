import type { Language } from '../../model/language.ts';
import type { SqlWords } from '../../i18n/sqlWords.ts';

/** The part of a Data Package that describes columns. */
interface Package {
  resources: { name: string; schema: { fields: Record<string, string>[] } }[];
}

const packages = new Map<string, Promise<Package>>();

/** Fetches the description of a dataset once; again where that failed. */
function describedBy(address: string): Promise<Package> {
  let found = packages.get(address);
  if (!found) {
    found = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address} answers ${response.status}`);
      return response.json() as Promise<Package>;
    });
    found.catch(() => packages.delete(address));
    packages.set(address, found);
  }
  return found;
}

/** Lists the columns of a table, with what they mean, when it is unfolded. */
export function showColumnsOnDemand(
  tables: Iterable<HTMLDetailsElement>,
  words: SqlWords,
  language: Language,
): void {
  for (const table of tables)
    table.addEventListener('toggle', () => {
      const holder = table.querySelector<HTMLElement>('[data-columns]')!;
      if (!table.open || holder.childElementCount > 0) return;
      const { package: address = '', table: name = '' } = table.dataset;
      describedBy(address).then(
        ({ resources }) =>
          holder.replaceChildren(
            columnsList(
              resources.find((one) => one.name === name)!,
              language,
            ),
          ),
        () => {
          holder.textContent = words.columnsFailed;
        },
      );
    });
}

function columnsList({ schema }: Package['resources'][number], language: Language): HTMLElement {
  const list = document.createElement('dl');
  const ending = language === 'en' ? '' : '_zh';
  for (const field of schema.fields) {
    const name = document.createElement('dt');
    const code = document.createElement('code');
    code.textContent = field['name']!;
    name.append(code, ` ${field[`title${ending}`] ?? ''}`);
    const meaning = document.createElement('dd');
    meaning.textContent = field[`description${ending}`] ?? '';
    list.append(name, meaning);
  }
  return list;
}
