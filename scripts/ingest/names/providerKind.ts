/** Kinds of provider, as in `data/purchases`. */
type ProviderKind =
  | 'social-organisation'
  | 'nonprofit'
  | 'for-profit'
  | 'private'
  | 'public-body'
  | 'community-organisation'
  | 'unknown';

/** A row of the table: which words in a name make which kind. */
interface KindRule {
  /** Kebab-case; printed beside the kind in every output, as its reason. */
  rule: string;
  kind: ProviderKind;
  /** Tested on the name in NFKC and upper case. */
  pattern: RegExp;
  /** Whether the words are a legal form, which is separated from the name. */
  form?: true;
}

/**
 * The table, to be edited: the first rule that matches wins, so exceptions come before the rule. A company limited by shares and one limited by guarantee have the same
 * `Ltd`: its kind is `private`, not `for-profit`.
 */
const KIND_RULES: readonly KindRule[] = [
  { rule: 'redacted-or-none', kind: 'unknown', pattern: /REDACT|^GENERAL EXPENSES$|^$/ },
  // Japan
  { rule: 'jp-social-welfare-corporation', kind: 'nonprofit', form: true, pattern: /社会福祉法人|\(福\)/ },
  { rule: 'jp-public-interest-foundation', kind: 'nonprofit', form: true, pattern: /公益財団法人|\(公財\)/ },
  { rule: 'jp-public-interest-association', kind: 'nonprofit', form: true, pattern: /公益社団法人|\(公社\)/ },
  {
    rule: 'jp-general-foundation',
    kind: 'nonprofit',
    form: true,
    pattern: /一般財団法人|特例財団法人|\(一財\)/,
  },
  {
    rule: 'jp-general-association',
    kind: 'nonprofit',
    form: true,
    pattern: /一般社団法人|特例社団法人|\(一社\)/,
  },
  { rule: 'jp-foundation', kind: 'nonprofit', form: true, pattern: /財団法人|\(特?財\)/ },
  { rule: 'jp-association', kind: 'nonprofit', form: true, pattern: /社団法人|\(特?社\)/ },
  { rule: 'jp-npo', kind: 'nonprofit', form: true, pattern: /特定非営利活動法人|認定NPO法人|NPO法人/ },
  {
    rule: 'jp-medical-corporation',
    kind: 'nonprofit',
    form: true,
    pattern: /(?:社会)?医療法人(?:社団|財団)?/,
  },
  { rule: 'jp-school-corporation', kind: 'nonprofit', form: true, pattern: /学校法人|宗教法人/ },
  {
    rule: 'jp-public-agency',
    kind: 'public-body',
    form: true,
    pattern: /(?:地方)?独立行政法人|国立研究開発法人|(?:国立|公立)大学法人/,
  },
  { rule: 'jp-cooperative', kind: 'private', form: true, pattern: /生活協同組合|農業協同組合|協同組合/ },
  {
    rule: 'jp-company',
    kind: 'for-profit',
    form: true,
    pattern: /株式会社|有限会社|合同会社|合資会社|\((?:株|有|同)\)/,
  },
  // China
  {
    rule: 'cn-company',
    kind: 'for-profit',
    form: true,
    pattern: /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|分公司|公司)(?=(?:\([^)]*\))?$)/,
  },
  {
    rule: 'cn-partnership',
    kind: 'for-profit',
    form: true,
    pattern: /(?:律师事务所|会计师事务所|事务所)(?=\([^)]*\)$|$)|\((?:普通合伙|特殊普通合伙|有限合伙)\)$/,
  },
  {
    rule: 'cn-social-service-agency',
    kind: 'social-organisation',
    form: true,
    pattern:
      /(?:社会工作服务中心|社会工作服务社|社工服务中心|社工服务社|社会工作发展中心|社会服务中心|公益服务中心|公益发展中心|志愿服务中心|社会组织服务中心|养老服务中心|民办非企业单位)(?=\([^)]*\)$|$)/,
  },
  {
    rule: 'cn-association',
    kind: 'social-organisation',
    form: true,
    pattern: /(?:协会|学会|商会|促进会|联合会|联谊会|志愿者?协会|研究会|义工联)(?=\([^)]*\)$|$)/,
  },
  { rule: 'cn-foundation', kind: 'social-organisation', form: true, pattern: /基金会(?=\([^)]*\)$|$)/ },
  {
    rule: 'cn-village-or-community',
    kind: 'community-organisation',
    pattern: /(?:居民委员会|村民委员会|居委会|村委会)$/,
  },
  {
    rule: 'cn-public-body',
    kind: 'public-body',
    pattern:
      /(?:人民政府|人民法院|检察院|医院|卫生院|大学|学院|学校|中学|小学|幼儿园|研究院|研究所|设计院|科学院|图书馆|文化馆|[\u4e00-\u9fff](?:局|厅|委员会|办公室|街道办事处|管理处|管理站|总队|支队))$/,
  },
  { rule: 'cn-cooperative', kind: 'private', form: true, pattern: /(?:专业合作社|合作社)$/ },
  {
    rule: 'cn-sole-trader',
    kind: 'for-profit',
    pattern:
      /个体工商户|(?:经营部|商行|商店|批发部|门市部|工作室|服务部|饭店|酒店|餐厅|[\u4e00-\u9fff]店)(?=\([^)]*\)$|$)/,
  },
  // Britain
  {
    rule: 'council-or-government',
    kind: 'public-body',
    pattern:
      /\bCOUNCIL\b|\bHMRC\b|\bDEPARTMENT\b|\bDEPT\b|\bMINISTRY\b|\bPOLICE\b|\bCONSTABULARY\b|HM REVENUE|HM COURTS|\bDCLG\b|HOMES (AND|&) COMMUNITIES AGENCY|LAND REGISTRY|ENVIRONMENT AGENCY|\bPARISH\b|PENSION FUND/,
  },
  {
    rule: 'community-interest-company',
    kind: 'nonprofit',
    form: true,
    pattern: /\bC\.?I\.?C\b|COMMUNITY INTEREST( COMPANY)?/,
  },
  { rule: 'charity-named', kind: 'nonprofit', pattern: /\bCHARIT|\bC\.?I\.?O\b|CHARITABLE INCORPORATED/ },
  { rule: 'nhs', kind: 'public-body', pattern: /\bNHS\b/ },
  { rule: 'university-or-college', kind: 'public-body', pattern: /\bUNIVERSIT|\bCOLLEGE\b/ },
  { rule: 'school', kind: 'public-body', pattern: /\bSCHOOL|\bACADEMY\b/ },
  { rule: 'trust', kind: 'nonprofit', pattern: /\bTRUST\b|\bTRUSTEES\b/ },
  {
    rule: 'association-or-society',
    kind: 'nonprofit',
    pattern: /\bASSOCIATION\b|\bASSOC\b|\bSOCIETY\b|\bFOUNDATION\b|\bFEDERATION\b|\bCHURCH\b|\bCLUB\b/,
  },
  { rule: 'public-limited-company', kind: 'for-profit', form: true, pattern: /\bPLC\b|\bP\.L\.C/ },
  {
    rule: 'limited-company',
    kind: 'private',
    form: true,
    pattern: /\bLTD\b|\bLIMITED\b|\bLLP\b|\bL\.L\.P|\bLD\b/,
  },
  // Kosovo
  {
    rule: 'xk-limited',
    kind: 'private',
    form: true,
    pattern: /\bSH\.? ?P\.? ?K\b\.?|SHPK\.?$|^SHPK/,
  },
  { rule: 'xk-joint-stock', kind: 'for-profit', form: true, pattern: /\bSH\.? ?A\.?$/ },
  { rule: 'xk-ngo', kind: 'nonprofit', pattern: /^O\.?J\.?[QF]\b|^SHOQATA\b/ },
  {
    rule: 'xk-private-enterprise',
    kind: 'for-profit',
    pattern:
      /^(?:N\. ?T\. ?P|N\. ?T\. ?SH|N\. ?P\. ?T|N\. ?P\. ?SH|N\. ?SH\. ?[TP]?|N\. ?N\. ?(?:P|T|SH)?|N\. ?[ZB]\. ?P|N\. ?P\. ?N|D\. ?P\. ?[TZH])\b\.?|^(?:NTP|NPT|NTSH|NPSH|NSHP|NSHT|NSH|NNP|NNT|NNSH|NPN|NPP|NZP|NTG|NTN|NN|NT|NP|DPT|DPZ|DPH|DPSH)(?=[ .])/,
  },
  // United States and the rest of Europe
  {
    rule: 'us-corporation',
    kind: 'private',
    form: true,
    pattern: /\bINC\b|\bINCORPORATED\b|\bCORP\b|\bCORPORATION\b/,
  },
  { rule: 'us-llc', kind: 'for-profit', form: true, pattern: /\bL\.?L\.?C\b|\bP\.C\.?$|\bPC$/ },
  { rule: 'company', kind: 'for-profit', form: true, pattern: /\b(?:AND|&) CO\b|\bCOMPANY\b|\bCOMPANIES\b/ },
  { rule: 'de-association', kind: 'nonprofit', form: true, pattern: /\bE\. ?V\.$|\bGGMBH\b/ },
  { rule: 'de-company', kind: 'for-profit', form: true, pattern: /\bGMBH\b|\bAG$|\bB\.V\.$|\bS\.A\.$/ },
];

/** A provider's name, split into its parts. */
interface Provider {
  /** The name without its legal form; the whole name where nothing else remains. */
  name: string;
  /** The legal form as printed, or `null`. */
  legalForm: string | null;
  kind: ProviderKind;
  /** The rule that matched; `none` where none did. */
  rule: string;
}

/**
 * Reads a provider's kind and legal form from its name alone; `unknown` where the name does not say. Counts by kind are therefore lower bounds.
 * @example `"佛山市某某社会工作服务中心"` → kind `social-organisation`, legal form `社会工作服务中心`
 */
export function readProvider(printed: string): Provider {
  const name = printed.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const upper = name.toUpperCase();
  // Some characters become longer in upper case (ß); then the name is searched as printed.
  const searched = upper.length === name.length ? upper : name;
  for (const { rule, kind, pattern, form } of KIND_RULES) {
    const match = pattern.exec(searched);
    if (!match) continue;
    if (!form) return { name, legalForm: null, kind, rule };
    const before = name.slice(0, match.index);
    const after = name.slice(match.index + match[0].length);
    const bare = `${before.trimEnd()} ${after.replace(/^[.,\s]+/, '')}`.replace(/[\s,;-]+$|^[\s,;-]+/g, '');
    return {
      name: bare === '' ? name : /[\u3040-\u9fff]/.test(name) ? bare.replace(/ /g, '') : bare,
      legalForm: name.slice(match.index, match.index + match[0].length),
      kind,
      rule,
    };
  }
  return { name, legalForm: null, kind: 'unknown', rule: 'none' };
}

/** The names of all rules, in order. */
export const providerRules = (): string[] => KIND_RULES.map(({ rule }) => rule);
