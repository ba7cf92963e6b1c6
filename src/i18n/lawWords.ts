/** Over 250 lines: it lists the words of all questions on the law in two languages. */
import type { Language } from '../model/language.ts';

/** The words of the pages on law in English: the list of keys that every language has. */
const en = {
  title: 'The law in force',
  lead: 'What a county may buy, from whom, how and for how long, when it must pay and what it must publish: each answer with its article.',
  answers: 'Four questions, answered',
  answersHome: 'Four questions of law, answered',
  restsOn: (count: number): string => (count === 1 ? 'One more article' : `${count} more articles`),
  order: 'Hierarchy of rules',
  orderLead:
    'Rules of one level may not conflict with those of the levels above. The texts that were seen in force are named; those whose status we do not know can be unfolded.',
  tiers: {
    law: 'Laws',
    regulation: 'Administrative regulations',
    order: 'Ministry orders',
    document: 'Normative and policy documents',
    province: 'Province',
    city: 'City',
    county: 'County',
    territory: 'Hong Kong, Macao, Taiwan',
    abroad: 'Abroad',
  },
  makers: {
    law: 'National People’s Congress and its Standing Committee',
    regulation: 'State Council',
    order: 'Orders of the Ministry of Finance',
    document: 'Notices, opinions and measures of the State Council’s General Office and of ministries',
    province: 'Rules, catalogues and thresholds of provinces and of cities directly under the centre',
    city: 'Rules of prefecture-level cities',
    county: 'Rules of counties, districts and county-level cities',
  },
  noneInForce: 'Of these texts we saw none in force.',
  statusUnknown: (count: number): string =>
    count === 1 ? 'One text whose status we do not know' : `${count} texts whose status we do not know`,
  topics: 'By topic',
  topicsLead: 'First what binds a county today, then the other articles of the topic.',
  means: 'For a county',
  moreBinding: (count: number): string =>
    count === 1 ? 'One more article in force' : `${count} more articles in force`,
  moreOthers: (count: number): string =>
    count === 1
      ? 'One article of a local text, or of one whose status we do not know'
      : `${count} articles of local texts, or of texts whose status we do not know`,
  moreOfficialReadings: (count: number): string =>
    count === 1 ? 'How an authority reads or applies it' : `How authorities read or apply it (${count})`,
  moreOtherReadings: (count: number): string =>
    count === 1
      ? 'As the press or another page explains it'
      : `As the press and other pages explain it (${count})`,
  abroadBeside: 'Abroad, beside it',
  officialReading: 'Official reading',
  otherReading: 'Reading by the press or others',
  decides: 'Who decides',
  decidesLead:
    'Most matters are settled by the national texts themselves. Listed here is what an article leaves open, under the one who may decide it: the purchaser, the county, the city or the province. Duties are not listed, since nobody decides them.',
  decidedBy: {
    nation: 'The centre decides',
    province: 'The province decides',
    city: 'The city decides',
    county: 'The county decides',
    purchaser: 'The purchaser decides',
  },
  quoted: 'as quoted on another page',
  disagrees: 'Another text says otherwise:',
  localDecisions: (count: number): string =>
    count === 1
      ? 'What one place has decided'
      : `What provinces, cities and districts have decided (${count})`,
  status: 'What “in force” means here',
  statusMeaning: [
    'A text is called in force where a publication of 2023 or later applies, cites or lists it as law in force, or where the text itself was issued in 2023 or later and prints the day on which it enters into force. The day beside the status is the day for which that was seen. For some texts that publication is an unofficial list of rules in force, as the source beside the status says: look the text up before you act.',
    'A text is called amended or repealed where a source says what amended or replaced it.',
  ],
  statusCount: (unknown: number, all: number): string =>
    `Of the ${all} texts in the record, ${unknown} have the status “not known”: we did not see them applied or listed in 2023 or later. That says nothing against them. A notice of 2014 may bind today and a rule of 2021 may have been replaced. Before you rely on such a text, or set it aside, ask the office that issued it or look it up on its site.`,
  statusRegister:
    'This record is no register of law and no legal opinion. Articles are retold in our words: look up the text itself before you act.',
  order102: 'Order 102: key points for a county',
  order102Lead: (seen: number, missing: number): string =>
    `What the Measures for the Administration of Government Purchase of Services say, and what that means for a county. The ${seen} articles whose number we saw come in their order. Of ${missing} others between them we saw no number; wording that may belong to them is at the end of the page.`,
  gap: (from: number, to: number): string =>
    from === to ? `Article ${from}: number not seen` : `Articles ${from} to ${to}: numbers not seen`,
  gapMeaning:
    'We did not find the whole text of this order. “Not seen” says nothing of what an article contains; some of the wording at the end of this page may belong to these articles.',
  gapAfter: (last: number): string =>
    `Article ${last} is the last whose number we saw. Whether more follow, the pages that we read do not show.`,
  unnumbered: 'Wording seen without its article number',
  unnumberedMeaning:
    'The pages where this was read repeat the wording without the number of the article. We do not supply it.',
  noNumber: 'article number not seen',
  historyTitle: 'How the rules came about',
  historyLead: (count: number): string =>
    `All ${count} texts in the record, the latest first, from the centre to the county and abroad. Narrow them by level, place, subject, status and years.`,
  history: 'History',
  yearStrip: 'Texts by year of issue; each square is one text, each year leads to its texts',
  squareInForce: 'in force',
  squareOther: 'amended, repealed, draft or not known',
  subject: 'Subject',
  statusWord: 'Status',
  texts: 'texts',
  china: 'China',
  abroadTitle: 'Rules abroad, topic by topic',
  abroadLead:
    'What binds a Chinese county, and beside it what texts abroad provide on the same matter. It shows what else is done; it is no ground for doing it here.',
  abroadNone: 'We found no text abroad on this in what we read.',
  abroadMethod:
    'The record holds articles of Chinese texts only. Texts abroad are described as a whole, as far as they concern the topic.',
  here: 'A Chinese county',
  thereabouts: 'Abroad',
  textPage: {
    did: 'What it did',
    articles: 'Its articles',
    noArticles: 'The record holds no article of this text.',
    replaces: 'Replaces or amends',
    cited: 'On this site',
    official: 'Official text',
    noOfficial: 'We read no official page of the text.',
    notFound: 'not found',
    dataRow: 'Row of the dataset',
  },
  statusLine: (status: string, seen: string): string => (seen === '' ? status : `${status}, as of ${seen}`),
  statusSays: {
    'in-force': 'A publication applies or lists it as law in force, or it was issued in 2023 or later.',
    amended: 'Apply the text as amended.',
    repealed: 'It is no longer in force, transitional cases apart.',
    draft: 'A draft for comment binds nobody.',
    unknown:
      'We did not see it applied or listed as law in force in 2023 or later. That says nothing against it: ask the office that issued it.',
  } as Record<string, string>,
  groundUnknown: ' (status of this text not known)',
  otherViews: 'More on the law',
  downloads: 'The record as data',
  allTexts: 'All texts',
};

type LawWords = typeof en;

const zh: LawWords = {
  title: '现行规定',
  lead: '县级政府可以购买什么、向谁购买、怎样购买、合同期限多长，何时付款、公开什么，逐项注明条文。',
  answers: '四个常见问题',
  answersHome: '四个常见法规问题',
  restsOn: (count) => `其他依据 ${count} 条`,
  order: '效力层级',
  orderLead: '下级规定不得与上级规定相抵触。图中列出有材料证明现行有效的文件，效力状态未查明的可展开查看。',
  tiers: {
    law: '法律',
    regulation: '行政法规',
    order: '部门规章',
    document: '规范性文件和政策文件',
    province: '省级规定',
    city: '地级市规定',
    county: '县级规定',
    territory: '港澳台规定',
    abroad: '国外规定',
  },
  makers: {
    law: '全国人民代表大会及其常务委员会',
    regulation: '国务院',
    order: '财政部令',
    document: '国务院办公厅和有关部委的通知、意见、办法',
    province: '省、自治区、直辖市的办法、目录和数额标准',
    city: '地级市的办法',
    county: '县、市辖区和县级市的办法',
  },
  noneInForce: '这一层级的文件，均未见可证明现行有效的材料。',
  statusUnknown: (count) => `效力状态未查明的 ${count} 件`,
  topics: '分主题规定',
  topicsLead: '每个主题先列当前对县级有约束力的条文，再列其他条文。',
  means: '对县级的含义',
  moreBinding: (count) => `其他现行条文 ${count} 条`,
  moreOthers: (count) => `地方文件及效力状态未查明的文件中的条文 ${count} 条`,
  moreOfficialReadings: (count) => `官方解读 ${count} 条`,
  moreOtherReadings: (count) => `媒体及其他解读 ${count} 条`,
  abroadBeside: '国外的相应规定',
  officialReading: '官方解读',
  otherReading: '媒体及其他解读',
  decides: '由谁决定',
  decidesLead:
    '多数事项由国家文件直接规定。以下是条文留待决定的事项，按有权决定的一方分列：购买主体、县级、设区的市、省级。应当履行的义务不属决定事项，不在此列。',
  decidedBy: {
    nation: '由中央决定',
    province: '由省级规定',
    city: '由设区的市决定',
    county: '由县级决定',
    purchaser: '由购买主体决定',
  },
  quoted: '据其他页面引述',
  disagrees: '另有文件规定不一致：',
  localDecisions: (count) => `各省、市、区县已作的决定 ${count} 条`,
  status: '效力状态的含义',
  statusMeaning: [
    '现行有效：2023年或以后的出版物将其作为现行规定适用、引用或列示，或者文件发布于2023年或以后并印有施行日期。状态后所注时间，是该来源所证明的时间。部分文件依据的是非官方整理的现行规定目录，以所注来源为准；办理前请核对文件原文。',
    '已修改、已废止：有来源写明修改或取代它的文件。',
  ],
  statusCount: (unknown, all) =>
    `所收 ${all} 件文件中，${unknown} 件效力状态未查明，即没有见到 2023 年或以后适用、列示该文件的材料。这不表示文件失效：2014 年的通知可能仍然有效，2021 年的办法也可能已被取代。适用或者排除此类文件之前，应向发文机关或在其网站上核实。`,
  statusRegister: '本记录不是法规汇编，也不构成法律意见。条文均为转述，适用前请查对原文。',
  order102: '财政部令第102号县级适用要点',
  order102Lead: (seen, missing) =>
    `《政府购买服务管理办法》规定了什么，对县级意味着什么。已见条号的 ${seen} 条按条号排列；其间另有 ${missing} 条条号未见，可能属于这些条的内容列在页末。`,
  gap: (from, to) => (from === to ? `第${from}条：条号未见` : `第${from}至${to}条：条号未见`),
  gapMeaning: '本办法的全文没有查到。“条号未见”不说明该条内容如何；页末所列内容，可能出自其中某些条。',
  gapAfter: (last) => `所见条号最大为第${last}条，其后是否还有条文，所读页面未显示。`,
  unnumbered: '条号未见的内容',
  unnumberedMeaning: '所读页面转述了条文，没有写明是第几条，本站不自行补号。',
  noNumber: '条号未见',
  historyTitle: '规则沿革',
  historyLead: (count) =>
    `所收 ${count} 件文件，自中央至县级，并收国外文件，按发布时间由近及远排列，可按层级、地区、主题、效力状态和年份筛选。`,
  history: '沿革',
  yearStrip: '按发布年份统计的文件，一格一件，点年份可到该年文件',
  squareInForce: '现行有效',
  squareOther: '已修改、已废止、征求意见稿或未查明',
  subject: '主题',
  statusWord: '效力状态',
  texts: '件',
  china: '中国',
  abroadTitle: '国外规定分主题对照',
  abroadLead:
    '每个主题先列对我国县级政府有约束力的条文，再列国外同类事项的规定。国外规定仅供了解，不能作为国内采用的依据。',
  abroadNone: '所读材料中未查到国外的相应规定。',
  abroadMethod: '本站只收中国文件的条文。国外文件未分条，此处列出其与该主题有关的总体内容。',
  here: '我国县级政府',
  thereabouts: '国外',
  textPage: {
    did: '主要内容',
    articles: '所收条文',
    noArticles: '本站未收该文件的条文。',
    replaces: '取代或修改的文件',
    cited: '本站引用',
    official: '官方文本',
    noOfficial: '未读到该文件的官方页面。',
    notFound: '未查到',
    dataRow: '数据行',
  },
  statusLine: (status, seen) => (seen === '' ? status : `${status}（${seen}）`),
  statusSays: {
    'in-force': '有出版物将其作为现行规定适用或列示，或者文件发布于2023年或以后。',
    amended: '应适用修改后的文本。',
    repealed: '已不再施行，过渡事项除外。',
    draft: '征求意见稿没有约束力。',
    unknown: '未见 2023 年或以后将其作为现行规定适用、列示的材料。这不表示文件失效，适用前应向发文机关核实。',
  },
  groundUnknown: '（该文件效力状态未查明）',
  otherViews: '更多法规内容',
  downloads: '数据下载',
  allTexts: '全部文件',
};

const WORDS: Record<Language, LawWords> = { en, zh };

/** The words of the pages on law. */
export const lawWords = (language: Language): LawWords => WORDS[language];
