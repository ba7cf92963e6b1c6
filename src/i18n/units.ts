import type { Language } from '../model/language.ts';

/** The words of a unit; English in singular and plural. Chinese puts the measure word after the number. */
interface UnitWords {
  en: readonly [one: string, other: string];
  zh: string;
}

const UNITS: Record<string, UnitWords> = {
  person: { en: ['person', 'people'], zh: '人' },
  organisation: { en: ['organisation', 'organisations'], zh: '家' },
  project: { en: ['project', 'projects'], zh: '个项目' },
  centre: { en: ['centre', 'centres'], zh: '个中心' },
  county: { en: ['county', 'counties'], zh: '个县' },
  community: { en: ['community', 'communities'], zh: '个社区' },
  household: { en: ['household', 'households'], zh: '户' },
  contract: { en: ['contract', 'contracts'], zh: '份合同' },
  facility: { en: ['facility', 'facilities'], zh: '所' },
  establishment: { en: ['establishment', 'establishments'], zh: '所' },
  'local-authority': { en: ['local authority', 'local authorities'], zh: '个地方政府' },
  government: { en: ['government', 'governments'], zh: '个政府' },
  item: { en: ['item', 'items'], zh: '项' },
  post: { en: ['post', 'posts'], zh: '个岗位' },
  place: { en: ['place', 'places'], zh: '个名额' },
  hour: { en: ['hour', 'hours'], zh: '小时' },
  day: { en: ['day', 'days'], zh: '天' },
  site: { en: ['site', 'sites'], zh: '处' },
  km2: { en: ['km²', 'km²'], zh: '平方公里' },
  m2: { en: ['m²', 'm²'], zh: '平方米' },
};

/** The word of a unit after a number, or the unit itself where the list has none. */
export function unitWord(unit: string, value: number, language: Language): string {
  const words = UNITS[unit];
  if (!words) return unit;
  return language === 'zh' ? words.zh : words.en[value === 1 ? 0 : 1];
}

/** Names of currencies (ISO 4217) after a number in Chinese. English writes the code before it. */
export const CURRENCY_ZH: Record<string, string> = {
  CNY: '元',
  HKD: '港元',
  MOP: '澳门元',
  TWD: '新台币元',
  USD: '美元',
  GBP: '英镑',
  EUR: '欧元',
  JPY: '日元',
  KRW: '韩元',
  SEK: '瑞典克朗',
  DKK: '丹麦克朗',
  NOK: '挪威克朗',
  CHF: '瑞士法郎',
  AUD: '澳元',
  NZD: '新西兰元',
  SGD: '新加坡元',
  CAD: '加元',
};
