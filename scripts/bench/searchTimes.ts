import type { Browser } from 'playwright-core';

const QUERIES = {
  en: ['tender', 'provider', 'evaluation', 'Gaoming', 'law'],
  zh: ['招标', '社会组织', '评估', '高明', '立法'],
};

/**
 * The milliseconds from the last key of a query to the first result on the search page, for each query: the least of three, since other
 * programs run on the machine.
 * @param address of a server of the built site
 */
export async function searchTimes(
  browser: Browser,
  address: string,
  language: keyof typeof QUERIES,
): Promise<{ query: string; milliseconds: number }[]> {
  const page = await browser.newPage();
  await page.goto(`${address}/${language}/search/`);
  await page.locator('select[name=kind] option:nth-child(2)').waitFor({ state: 'attached' });
  const times: { query: string; milliseconds: number }[] = [];
  for (const query of QUERIES[language])
    times.push({
      query,
      milliseconds: await page.evaluate(async (words) => {
        const box = document.querySelector<HTMLInputElement>('#q')!;
        const list = document.querySelector('[data-search-results]')!;
        const type = async (text: string): Promise<number> => {
          list.replaceChildren();
          box.value = text;
          const start = performance.now();
          box.dispatchEvent(new Event('input', { bubbles: true }));
          while (!list.querySelector('h3 a') && performance.now() - start < 5000)
            await new Promise((resolve) => setTimeout(resolve));
          return performance.now() - start;
        };
        await type(words.slice(0, -1));
        return Math.min(await type(words), await type(words), await type(words));
      }, query),
    });
  await page.close();
  return times;
}
