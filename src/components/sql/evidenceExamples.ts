import { say, type SqlExample } from './sqlExample.ts';

/** Questions to the law, the figures and the findings that were read in sources. */
export const EVIDENCE_EXAMPLES: readonly SqlExample[] = [
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
GROUP BY policies.level, codes.label_${language}
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
  amount, currency, unit, prices.year, price_kind, prices.source_id
FROM prices
JOIN places ON places.id = prices.place
WHERE service IN ('home-care', 'care-home', 'nursing-home', 'meals')
ORDER BY service, unit, places.id, prices.year`,
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
    id: 'china-services-share',
    question: {
      en: 'How large is China’s government procurement of services, and how has it grown?',
      zh: '中国政府采购中的服务类规模多大，增长如何？',
    },
    note: {
      en: 'Sums and shares of one basis: as printed, for 2016 the comparable basis on which the shares were printed. The ministry changed what it counts in these years. The share of services in GDP is ours: two printed shares multiplied.',
      zh: '金额与占比取同一口径：依原刊，2016年取占比所用的可比口径；这几年财政部调整过统计口径。服务类占GDP的比例由两项所刊占比相乘得出。',
    },
    sql: () => `WITH national AS (SELECT * FROM china_procurement WHERE place = 'cn' AND preferred)
SELECT total.year,
  round(total.value / 1e9) AS procurement_billion_yuan,
  round(services.value / 1e9) AS services_billion_yuan,
  round(100.0 * share.value, 1) AS services_percent_of_procurement,
  round(100.0 * gdp.value, 1) AS procurement_percent_of_gdp,
  round(100.0 * share.value * gdp.value, 2) AS services_percent_of_gdp
FROM national AS total
JOIN national AS services ON services.year = total.year AND services.indicator = 'services'
  AND services.unit = 'CNY' AND services.basis = total.basis
JOIN national AS share ON share.year = total.year AND share.indicator = 'services'
  AND share.share_of = 'government-procurement' AND share.basis = total.basis
LEFT JOIN national AS gdp ON gdp.year = total.year AND gdp.indicator = 'government-procurement'
  AND gdp.share_of = 'gdp' AND gdp.basis = total.basis
WHERE total.indicator = 'government-procurement' AND total.unit = 'CNY' AND total.year >= 2015
ORDER BY total.year`,
  },
  {
    id: 'late-payment-shares',
    question: {
      en: 'How often were payments late, and what was measured?',
      zh: '拖欠、迟付的比例是多少，各计的是什么？',
    },
    note: {
      en: 'Each row has its own measure: a contract registered late is not a payment made late. Read the indicator before the number.',
      zh: '各行口径不同：合同登记迟延不等于付款迟延，先看指标再看数值。',
    },
    sql: (language) => `SELECT places.name_${language} AS place, findings.year,
  indicator_${language} AS indicator, round(100.0 * value, 1) AS percent, findings.source_id, confidence
FROM findings
JOIN places ON places.id = findings.place
WHERE problem = 'late-payment' AND unit = 'share'
ORDER BY places.id, findings.year, indicator`,
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
GROUP BY figures.confidence, codes.label_${language}
ORDER BY figures.confidence`,
  },
];
