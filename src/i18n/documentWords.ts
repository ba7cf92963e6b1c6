import type { Language } from '../model/language.ts';
import type { Step } from '../model/modelDocument.ts';
import { formatDate } from './format.ts';

/** The words of the model documents in English: the list of keys that every language has. */
const en = {
  title: 'Model documents',
  lead: 'Ten texts that a county fills in and takes to its lawyers, by step of the purchase. Every clause names the article on which it rests, or the text that shows why.',
  steps: {
    rules: 'Set the rules',
    need: 'Find out the need',
    choose: 'Choose the provider',
    contract: 'Sign the contract',
    perform: 'Accept and evaluate',
    end: 'Prepare for the end',
    disclose: 'Publish',
  } satisfies Record<Step, string>,
  beforeUse: 'Before use',
  beforeUseText:
    'These are models, not legal advice. They are ours and no official forms: look first whether the State, the province or the city has laid down a text of its own. Grey fields are to be filled in. What is annotated as decided by the province must be asked there. Comments and the note at the top are deleted before a text is signed.',
  /** The Word file, by its language. */
  wordIn: { zh: 'Word, in Chinese', en: 'Word, in English (for reading)' },
  notAdvice: 'A model, not legal advice; the Chinese text is the one to be signed.',
  clauses: (count: number): string => `${count} clauses`,
  checkedOn: (day: string): string => `Checked against the law on ${formatDate(day, 'en')}`,
  statusUnknown: ' (status not known)',
  remedies: 'The remedy behind it',
  carriedOutBy: 'Documents to fill in',
  draft: 'Model',
  notice: (day: string, laws: string[]): string =>
    `This is a model and not legal advice; have the county’s lawyers read it before use. The Chinese text is the one to be signed, this English one is for reading. Checked on ${formatDate(day, 'en')} against: ${laws.join('; ')}. The comments say on what each clause rests; delete them and this note before signing.`,
  see: 'See',
  reason: 'Reason',
  fieldColumns: ['Column', 'Title', 'Meaning', 'Type'],
  choose: (options: string[]): string => options.join(' / '),
};

const zh: typeof en = {
  title: '文书范本',
  lead: '十份可填写的文本，按购买服务的环节排列。每一条注明所依据的条文，或者说明为何如此规定的案例和对策。',
  steps: {
    rules: '建立制度',
    need: '查明需求',
    choose: '选择承接主体',
    contract: '签订合同',
    perform: '验收与评价',
    end: '安排接续',
    disclose: '信息公开',
  },
  beforeUse: '使用说明',
  beforeUseText:
    '各文本为本站拟定的范本，不是法律意见，也不是法定格式；国家、省、市另有规定文本的，从其规定。灰色部分为待填写内容。注明由省级规定的事项，应当先行请示。定稿前删去批注和文首说明，并送本级司法行政部门审查。',
  wordIn: { zh: 'Word（WPS 可打开）', en: 'Word 英文参考译本' },
  notAdvice: '本文本为范本，不是法律意见，使用前请送本级司法行政部门审查。',
  clauses: (count) => `共 ${count} 条`,
  checkedOn: (day) => `${formatDate(day, 'zh')}对照法规核对`,
  statusUnknown: '（效力状态未查明）',
  remedies: '对应的对策',
  carriedOutBy: '可填写的文书',
  draft: '范本',
  notice: (day, laws) =>
    `本文本为范本，不是法律意见，使用前请送本级司法行政部门审查。核对日期：${formatDate(day, 'zh')}。核对依据：${laws.join('；')}。批注注明每一条的依据，定稿前请删去批注和本说明。`,
  see: '参见',
  reason: '说明',
  fieldColumns: ['字段', '栏目', '含义', '类型'],
  choose: (options) => options.join('／'),
};

const WORDS: Record<Language, typeof en> = { en, zh };

/** The words of the model documents in a language. */
export const documentWords = (language: Language): typeof en => WORDS[language];
