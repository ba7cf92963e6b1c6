import { moneyOf } from './priceText.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../model/language.ts';
import { procedureAt, quantityOf, unitEstimate, type Assumptions, isForOlderPeople } from './estimate.ts';

/**
 * The calculator of the price book: multiplies the reader's quantity by the prices listed on the page. The assumptions that differ from those
 * filled in are in the address, so that a result can be shared; the prices used are those of the list that are left visible.
 */
const form = document.querySelector<HTMLFormElement>('form[data-calculator]')!;
const language = form.dataset['calculator'] as Language;
const controls = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
const used = [...document.querySelectorAll<HTMLElement>('[data-used-group]')];
const people = form.querySelector<HTMLElement>('[data-people]')!;
const count = form.querySelector<HTMLElement>('[data-count-of-units]')!;
const result = document.querySelector<HTMLElement>('[data-result]')!;
const part = (name: string): HTMLElement => result.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
const LEVELS = ['low', 'middle', 'high'] as const;

const isCheckbox = (control: HTMLInputElement | HTMLSelectElement): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'checkbox';
const valueOf = (control: HTMLInputElement | HTMLSelectElement): string =>
  isCheckbox(control) ? String(control.checked) : control.value;
const initial = new Map(controls.map((control) => [control.name, valueOf(control)]));
const set = (control: HTMLInputElement | HTMLSelectElement, value: string): void => {
  if (isCheckbox(control)) control.checked = value === 'true';
  else control.value = value;
};
const control = (name: string): HTMLInputElement | HTMLSelectElement =>
  controls.find((one) => one.name === name)!;
/** A number that was entered; one that is missing or negative counts as zero. */
const entered = (name: string): number => Math.max(0, Number(control(name).value) || 0);

function show(): void {
  const group = control('price').value;
  const service = group.split('.')[0]!;
  const bring = valueOf(control('bring')) === 'true';
  people.hidden = !isForOlderPeople(service);
  count.hidden = isForOlderPeople(service);
  const prices: number[] = [];
  for (const item of used) {
    const { usedGroup, kindGroup, amount, latest } = item.dataset;
    item.hidden = usedGroup !== group || valueOf(control(kindGroup!)) !== 'true';
    if (!item.hidden) prices.push(Number(bring ? latest : amount));
  }
  const estimate = unitEstimate(prices);
  part('few').hidden = estimate !== undefined;
  part('table').hidden = estimate === undefined;
  part('some').hidden = estimate === undefined || estimate.areQuartiles;
  if (!estimate) return;
  const quantity = quantityOf(service, assumptions());
  part('quantity').textContent = formatNumber(quantity, language);
  for (const level of LEVELS) {
    const sum = estimate[level] * quantity;
    part(`${level}-meaning`).textContent =
      result.dataset[estimate.areQuartiles || level === 'middle' ? `${level}Quartile` : `${level}End`]!;
    part(`${level}-unit`).textContent = moneyOf(estimate[level], 'CNY', language);
    part(`${level}-sum`).textContent = moneyOf(sum, 'CNY', language);
    part(`${level}-procedure`).textContent =
      result.dataset[procedureAt(sum, entered('procurement-limit'), entered('tender-threshold'))]!;
  }
}

const assumptions = (): Assumptions => ({
  residents: entered('residents'),
  older: entered('older'),
  served: entered('served'),
  amount: entered('amount'),
  months: entered('months'),
  number: entered('number'),
});

function read(): void {
  const query = new URLSearchParams(location.search);
  for (const one of controls) {
    set(one, query.get(one.name) ?? initial.get(one.name)!);
    // A choice that is not offered leaves the list without one.
    if (one.value === '') set(one, initial.get(one.name)!);
  }
  show();
}

function write(): void {
  const query = new URLSearchParams();
  for (const one of controls) if (valueOf(one) !== initial.get(one.name)) query.set(one.name, valueOf(one));
  history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  show();
}

form.addEventListener('input', write);
form.addEventListener('submit', (event) => event.preventDefault());
form.querySelector('[data-clear]')!.addEventListener('click', () => {
  for (const one of controls) set(one, initial.get(one.name)!);
  write();
});
form.querySelector('[data-print]')!.addEventListener('click', () => print());
addEventListener('popstate', read);
read();
