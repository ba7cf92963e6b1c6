import type { Language } from '../model/language.ts';

/** The words of a unit; English in singular and plural. Chinese puts the measure word after the number. */
interface UnitWords {
  en: readonly [one: string, other: string];
  zh: string;
}

const UNITS: Record<string, UnitWords> = {
  'international dollar': { en: ['international dollar', 'international dollars'], zh: '国际元' },
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
  bed: { en: ['bed', 'beds'], zh: '张床位' },
  visit: { en: ['visit', 'visits'], zh: '次' },
  trip: { en: ['trip', 'trips'], zh: '次' },
  call: { en: ['call', 'calls'], zh: '次来电' },
  fund: { en: ['fund', 'funds'], zh: '只基金' },
  village: { en: ['village', 'villages'], zh: '个村' },
  task: { en: ['task', 'tasks'], zh: '项任务' },
  step: { en: ['step', 'steps'], zh: '步' },
  level: { en: ['level', 'levels'], zh: '级' },
  document: { en: ['document', 'documents'], zh: '份文件' },
  report: { en: ['report', 'reports'], zh: '份报告' },
  proposal: { en: ['proposal', 'proposals'], zh: '份提案' },
  invoice: { en: ['invoice', 'invoices'], zh: '张发票' },
  order: { en: ['order', 'orders'], zh: '份订单' },
  performance: { en: ['performance', 'performances'], zh: '场演出' },
  recommendation: { en: ['recommendation', 'recommendations'], zh: '条建议' },
  activity: { en: ['activity', 'activities'], zh: '项活动' },
  service: { en: ['service', 'services'], zh: '项服务' },
  'service type': { en: ['type of service', 'types of service'], zh: '类服务' },
  'service need': { en: ['need', 'needs'], zh: '项需求' },
  telephone: { en: ['telephone', 'telephones'], zh: '部电话' },
  'person-time': { en: ['visit', 'visits'], zh: '人次' },
  team: { en: ['team', 'teams'], zh: '支队伍' },
  item: { en: ['item', 'items'], zh: '项' },
  post: { en: ['post', 'posts'], zh: '个岗位' },
  place: { en: ['place', 'places'], zh: '个名额' },
  hour: { en: ['hour', 'hours'], zh: '小时' },
  day: { en: ['day', 'days'], zh: '天' },
  notice: { en: ['notice', 'notices'], zh: '条公告' },
  row: { en: ['row', 'rows'], zh: '条' },
  unit: { en: ['unit', 'units'], zh: '个' },
  site: { en: ['site', 'sites'], zh: '处' },
  km2: { en: ['km²', 'km²'], zh: '平方公里' },
  m2: { en: ['m²', 'm²'], zh: '平方米' },
};

/** The word of a unit after a number, or the unit itself where the list lacks it. */
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
  TWD: '新台币',
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
