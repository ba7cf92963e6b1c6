import type { Bilingual, Language } from '../../model/language.ts';

/** A question that one query answers. */
export interface SqlExample {
  id: string;
  question: Bilingual;
  /** What the answer must not be taken for. */
  note?: Bilingual;
  /** The query, with columns and words of the language. */
  sql: (language: Language) => string;
}

/** Words of a query in its language. */
const say = (words: Bilingual, language: Language): string => `'${words[language].replaceAll("'", "''")}'`;

/** The queries that the page offers, in this order. Each answers with rows; a test runs them all. */
export const SQL_EXAMPLES: readonly SqlExample[] = [
  {
    id: 'japan-one-bid',
    question: {
      en: 'How many of the Japanese state’s contracts with public-interest corporations had one bidder, by year?',
      zh: '日本中央政府与公益法人的合同中，只有一家投标的各年占多少？',
    },
    note: {
      en: 'Only of contracts whose number of bids is printed, by the calendar year of the award.',
      zh: '仅计载有投标数的合同，按授标的公历年份统计。',
    },
    sql: () => `SELECT CAST(substr(awarded, 1, 4) AS INTEGER) AS year,
  count(bids) AS contracts_with_bids,
  round(100.0 * sum(bids = 1) / count(bids), 1) AS one_bid_percent
FROM contracts
WHERE place = 'jp' AND awarded BETWEEN '2011' AND '2021'
GROUP BY year
ORDER BY year`,
  },
  {
    id: 'philadelphia-nonprofit',
    question: {
      en: 'What share of Philadelphia’s contract amounts goes to non-profit bodies, with and without the largest of them?',
      zh: '费城合同金额中非营利机构占多少，除去其中最大的一家后又占多少？',
    },
    note: {
      en: 'From fiscal 2014: for 2013 the city does not say of most suppliers whether they are non-profit, nor of the largest one.',
      zh: '自2014财年起：2013财年市政府未注明多数供应商（包括最大的一家）是否为非营利机构。',
    },
    sql: (language) => `WITH years AS (
  SELECT fiscal_year, sum(amount) AS total,
    sum(amount) FILTER (WHERE provider = 'nonprofit') AS nonprofit,
    max(largest_supplier_amount) FILTER (WHERE provider = 'nonprofit') AS largest
  FROM philadelphia_by_fiscal_year
  WHERE fiscal_year >= 2014
  GROUP BY fiscal_year
)
SELECT fiscal_year, ${say({ en: 'all suppliers', zh: '全部供应商' }, language)} AS suppliers,
  round(100.0 * nonprofit / total, 1) AS nonprofit_percent
FROM years
UNION ALL
SELECT fiscal_year, ${say({ en: 'without the largest', zh: '除去最大的一家' }, language)},
  round(100.0 * (nonprofit - largest) / (total - largest), 1)
FROM years
ORDER BY fiscal_year, suppliers`,
  },
  {
    id: 'prishtina-procedures',
    question: {
      en: 'Under which procedures did Prishtina receive a single bid?',
      zh: '普里什蒂纳的合同，哪些采购方式下只收到一份投标？',
    },
    note: {
      en: 'The number of bids is printed for about one contract in seven.',
      zh: '约七分之一的合同载有投标数。',
    },
    sql: (language) => `SELECT codes.label_${language} AS method,
  count(bids) AS contracts_with_bids,
  round(100.0 * sum(bids = 1) / count(bids), 1) AS one_bid_percent
FROM contracts
JOIN codes ON codes."table" = 'contracts' AND codes.field = 'procedure' AND codes.code = contracts.procedure
WHERE place = 'xk-prishtina' AND bids IS NOT NULL
GROUP BY procedure
ORDER BY contracts_with_bids DESC`,
  },
  {
    id: 'toronto-suppliers',
    question: {
      en: 'Which suppliers received the most awards of the City of Toronto?',
      zh: '多伦多市授标次数最多的供应商是哪些？',
    },
    note: {
      en: 'Spellings of one name are joined by supplier_id. Left out are natural persons, who have a token in place of a name, and awards to a supplier printed as “Confidential”.',
      zh: '同一名称的不同写法按 supplier_id 合并。不列以代号代替姓名的自然人，以及供应商载为“Confidential”（保密）的授标。',
    },
    sql: () => `SELECT max(supplier) AS supplier, count(*) AS awards,
  min(substr(awarded, 1, 4)) AS first_award, max(substr(awarded, 1, 4)) AS last_award
FROM contracts
WHERE place = 'ca-toronto' AND supplier NOT LIKE 'masked-%' AND supplier <> 'Confidential'
GROUP BY supplier_id
ORDER BY awards DESC, supplier
LIMIT 20`,
  },
  {
    id: 'kosovo-estimate',
    question: {
      en: 'How do contract amounts in Kosovo compare with the estimates of the municipalities?',
      zh: '科索沃各市的合同金额与预估金额相比如何？',
    },
    note: {
      en: 'Of contracts that print both. An estimate can be set after the bids are known.',
      zh: '仅计两者均载明的合同。预估金额可能在报价之后才填报。',
    },
    sql: (language) => `SELECT places.name_${language} AS municipality, count(*) AS contracts,
  round(100.0 * median(amount / estimate), 1) AS median_award_percent_of_estimate,
  sum(amount = estimate) AS award_equals_estimate
FROM contracts
JOIN places ON places.id = contracts.place
WHERE place LIKE 'xk-%' AND estimate > 0 AND amount > 0
GROUP BY places.id
ORDER BY contracts DESC`,
  },
  {
    id: 'laws-by-level',
    question: {
      en: 'How many texts of law were seen in force, by level?',
      zh: '各层级已查明现行有效的法规文件有多少？',
    },
    note: {
      en: 'The status is not known where we found nothing that applies or lists the text as in force; that does not mean that it no longer is.',
      zh: '未找到将其作为现行规定适用或列示的材料的，效力状态列为未查明，不表示文件已失效。',
    },
    sql: (language) => `SELECT codes.label_${language} AS level, count(*) AS texts,
  sum(status = 'in-force') AS in_force, sum(status = 'amended') AS amended,
  sum(status = 'repealed') AS repealed, sum(status = 'draft') AS drafts,
  sum(status = 'unknown') AS status_not_known
FROM policies
JOIN codes ON codes."table" = 'policies' AND codes.field = 'level' AND codes.code = policies.level
GROUP BY policies.level
ORDER BY texts DESC`,
  },
  {
    id: 'articles-on-payment',
    question: {
      en: 'What do the rules say about payment, article by article?',
      zh: '关于资金支付，各项规定的条文怎么写？',
    },
    sql: (language) => `SELECT policies.title_${language} AS text, policies.date, article,
  says_${language} AS says, means_${language} AS for_a_county, policy_articles.source_id
FROM policy_articles
JOIN policies ON policies.id = policy_articles.policy
WHERE topic = 'payment'
ORDER BY policies.date DESC`,
  },
  {
    id: 'elder-care-prices',
    question: {
      en: 'What does one unit of elder care cost, and where?',
      zh: '各地养老服务的单价是多少？',
    },
    note: {
      en: 'The units, years and services differ, so the prices must not be ranked.',
      zh: '计价单位、年份和服务内容不同，价格不可排名。',
    },
    sql: (language) => `SELECT places.name_${language} AS place, title_${language} AS service,
  amount, currency, per, purchases.year, price_kind, purchases.source_id
FROM purchases
JOIN places ON places.id = purchases.place
WHERE service_field IN ('elderly-care', 'residential-elderly-care', 'home-care')
  AND purchases.coverage = 'unit-price'
ORDER BY places.id, purchases.year`,
  },
  {
    id: 'late-payment',
    question: {
      en: 'Where does the evidence speak of late payment?',
      zh: '哪些资料提到拖欠款项？',
    },
    note: {
      en: 'LIKE finds any part of a text. WHERE search MATCH \'"late payment"\' puts the closest first, and needs three characters or more.',
      zh: 'LIKE 可查找任意长度的词语。WHERE search MATCH \'"社会组织"\' 按相关程度排序，词语须不少于三个字。',
    },
    sql: (language) => `SELECT "table", id, text
FROM search
WHERE text LIKE ${say({ en: '%late payment%', zh: '%拖欠%' }, language)}
ORDER BY "table", id`,
  },
  {
    id: 'figures-by-grade',
    question: {
      en: 'How many figures were read on an official page, and how many in weaker sources?',
      zh: '读自官方页面的数字有多少，读自其他来源的有多少？',
    },
    sql: (language) => `SELECT codes.label_${language} AS grade, count(*) AS figures,
  count(DISTINCT source_id) AS sources
FROM figures
JOIN codes ON codes."table" = figures."table" AND codes.field = 'confidence' AND codes.code = figures.confidence
GROUP BY figures.confidence
ORDER BY figures.confidence`,
  },
];
