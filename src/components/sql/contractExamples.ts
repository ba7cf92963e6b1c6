import { say, type SqlExample } from './sqlExample.ts';

/** Questions to the contracts, their coverage and the indicators. */
export const CONTRACT_EXAMPLES: readonly SqlExample[] = [
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
    id: 'japan-procedures',
    question: {
      en: 'Under which procedures did the Japanese state’s contracts with public-interest corporations have one bidder, early and late?',
      zh: '日本中央政府与公益法人的合同，各采购方式下只有一家投标的占多少，前后有何变化？',
    },
    note: {
      en: 'By the method of OCDS that the printed procedure is mapped to; only contracts whose number of bids is printed.',
      zh: '采购方式按所对应的OCDS方式归类，仅计载有投标数的合同。',
    },
    sql: (language) => `SELECT codes.label_${language} AS method,
  count(bids) AS contracts_with_bids,
  round(100.0 * avg(bids = 1) FILTER (WHERE awarded < '2015'), 1) AS one_bid_percent_to_2014,
  round(100.0 * avg(bids = 1) FILTER (WHERE awarded >= '2015'), 1) AS one_bid_percent_from_2015
FROM contracts
JOIN codes ON codes."table" = 'contracts' AND codes.field = 'procedure' AND codes.code = contracts.procedure
WHERE place = 'jp' AND bids IS NOT NULL
GROUP BY procedure, codes.label_${language}
ORDER BY contracts_with_bids DESC`,
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
GROUP BY procedure, codes.label_${language}
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
GROUP BY places.id, places.name_${language}
ORDER BY contracts DESC`,
  },
  {
    id: 'who-publishes-what',
    question: {
      en: 'Which publishers of contracts print which facts?',
      zh: '各公布者的合同明细公开了哪些内容？',
    },
    note: {
      en: 'Per cent of the rows read in which the fact is filled. What a place publishes elsewhere was not looked at.',
      zh: '所读明细中该项已填写的百分比；各地在其他渠道公开的内容未查。',
    },
    sql: (language) => `SELECT places.name_${language} AS place,
  min(year) || '–' || max(year) AS years, sum(rows) AS contracts,
  round(100.0 * sum(with_procedure) / sum(rows)) AS procedure_percent,
  round(100.0 * sum(with_bids) / sum(rows)) AS bids_percent,
  round(100.0 * sum(with_estimate) / sum(rows)) AS estimate_percent,
  round(100.0 * sum(with_amount) / sum(rows)) AS amount_percent,
  round(100.0 * sum(with_end) / sum(rows)) AS end_percent,
  round(100.0 * sum(with_paid) / sum(rows)) AS paid_percent
FROM contract_coverage
JOIN places ON places.id = contract_coverage.place
GROUP BY places.id, places.name_${language}
ORDER BY contracts DESC`,
  },
  {
    id: 'concentration',
    question: {
      en: 'How concentrated are the suppliers of each place?',
      zh: '各地的供应商集中程度如何？',
    },
    note: {
      en: 'The latest year of each place with at least 30 suppliers. The index is of all that is bought together, not of one market.',
      zh: '各地取供应商不少于30家的最近一年。指数按全部采购合并计算，不是某一市场的指数。',
    },
    sql: (language) => `SELECT places.name_${language} AS place, top.year, top.cases AS suppliers,
  round(100.0 * top.value, 1) AS ten_largest_percent, round(hhi.value) AS hhi
FROM indicators AS top
JOIN indicators AS hhi ON hhi.place = top.place AND hhi.year = top.year AND hhi.indicator = 'hhi'
JOIN places ON places.id = top.place
WHERE top.indicator = 'top-ten-share'
  AND top.year = (SELECT max(year) FROM indicators WHERE place = top.place AND indicator = 'top-ten-share')
ORDER BY ten_largest_percent DESC`,
  },
  {
    id: 'social-contract-size',
    question: {
      en: 'How large is the median contract for social services, in China and abroad?',
      zh: '社会服务类合同的金额中位数是多少，国内外各如何？',
    },
    note: {
      en: 'In the currency of each place, which must not be ranked. Places with at least five such contracts. The Chinese ones are single contracts named in reports, chosen by their authors.',
      zh: '按各地币种，不可排名；仅列此类合同不少于五份的地方。国内为文献所载的个别合同，系作者选取。',
    },
    sql: (language) => `WITH sized AS (
  SELECT place, currency, amount, service_field FROM contracts
  UNION ALL
  SELECT CASE WHEN currency = 'CNY' THEN 'cn' ELSE place END, currency, amount, service_field
  FROM purchases WHERE coverage = 'contract' AND amount_kind = 'contract'
)
SELECT places.name_${language} AS place, currency, count(*) AS contracts, median(amount) AS median_amount
FROM sized
JOIN places ON places.id = sized.place
WHERE amount > 0 AND service_field IN (
  'adult-social-care', 'children-and-youth', 'community-services', 'day-care', 'disability', 'elderly-care',
  'family-services', 'home-care', 'housing-support', 'human-services', 'migrant-services',
  'residential-elderly-care', 'residential-social-care', 'social-assistance', 'social-services',
  'social-work', 'women-and-children')
GROUP BY places.id, places.name_${language}, currency
HAVING contracts >= 5
ORDER BY contracts DESC`,
  },
];
