-- Indicators by place and year; their definitions are in the table indicator_definitions.
WITH award AS (
  SELECT place, CAST(left(coalesce(awarded, start), 4) AS INTEGER) AS year, supplier_id, supplier_kind, procedure, bids, estimate, amount, paid,
    CASE WHEN length(start) = 10 AND length("end") = 10 THEN date_diff('day', CAST(start AS DATE), CAST("end" AS DATE)) END AS days
  FROM contracts
  WHERE coalesce(awarded, start) IS NOT NULL
),
-- Places whose publisher lists more than one method: where every row is of one method, a share says nothing.
choosing AS (SELECT place FROM award WHERE procedure <> 'unknown' GROUP BY place HAVING count(DISTINCT procedure) > 1),
-- The country of each place: the nearest unit above it that has prices.
above AS (
  WITH RECURSIVE up AS (
    SELECT id AS place, id AS unit FROM places
    UNION ALL
    SELECT up.place, places.parent FROM up JOIN places ON places.id = up.unit WHERE places.parent IS NOT NULL
  )
  SELECT place, unit AS country FROM up WHERE unit IN (SELECT place FROM ppp)
),
-- The level of consumer prices of a country by year, chained from its yearly rates.
prices AS (
  SELECT place AS country, year, exp(sum(ln(1 + consumer_price_inflation_percent / 100)) OVER (PARTITION BY place ORDER BY year)) AS level
  FROM inflation
),
-- By what an amount of a country and year is multiplied to be in international dollars of 2020.
dollar AS (
  SELECT prices.country, prices.year, base.level / prices.level / ppp.local_per_international_dollar AS factor
  FROM prices
  JOIN prices AS base ON base.country = prices.country AND base.year = 2020
  JOIN ppp ON ppp.place = prices.country AND ppp.year = 2020
),
payee AS (
  SELECT place, CAST(left(period, 4) AS INTEGER) AS year, supplier_id, supplier_kind, amount
  FROM payments
),
supplier AS (
  SELECT place, year, supplier_id, sum(amount) AS amount FROM award WHERE amount > 0 AND supplier_id IS NOT NULL GROUP BY ALL
  UNION ALL
  SELECT place, year, supplier_id, sum(amount) FROM payee WHERE supplier_id IS NOT NULL GROUP BY ALL HAVING sum(amount) > 0
),
ranked AS (
  SELECT place, year, amount, amount / sum(amount) OVER (PARTITION BY place, year) AS share,
    row_number() OVER (PARTITION BY place, year ORDER BY amount DESC, supplier_id) AS rank
  FROM supplier
),
first_year AS (SELECT place, supplier_id, min(year) AS year FROM supplier GROUP BY ALL),
starting AS (SELECT place, min(year) AS year FROM supplier GROUP BY ALL),
source AS (
  SELECT place, string_agg(DISTINCT source_id, ' ' ORDER BY source_id) AS source_id
  FROM (SELECT place, source_id FROM contracts UNION ALL SELECT place, source_id FROM payments)
  GROUP BY place
),
value AS (
  SELECT place, year, 'single-bid-share' AS indicator, avg(CAST(bids = 1 AS INTEGER)) AS value, count(*) AS cases
  FROM award WHERE bids IS NOT NULL AND procedure IN ('open', 'selective') GROUP BY ALL
  UNION ALL
  SELECT place, year, 'median-bids', median(bids), count(*) FROM award WHERE bids IS NOT NULL GROUP BY ALL
  UNION ALL
  SELECT place, year, 'open-share', avg(CAST(procedure = 'open' AS INTEGER)), count(*)
  FROM award WHERE procedure <> 'unknown' AND place IN (FROM choosing) GROUP BY ALL
  UNION ALL
  SELECT place, year, 'open-value-share', sum(amount) FILTER (procedure = 'open') / sum(amount), count(*)
  FROM award WHERE procedure <> 'unknown' AND place IN (FROM choosing) AND amount > 0 GROUP BY ALL
  -- Only where the publisher states the kind or its categories do: Japan lists only public-interest corporations, and names elsewhere rarely say it.
  UNION ALL
  SELECT place, year, 'nonprofit-value-share', coalesce(sum(amount) FILTER (supplier_kind IN ('nonprofit', 'social-organisation')), 0) / sum(amount), count(*)
  FROM award WHERE amount > 0 AND place = 'us-philadelphia' GROUP BY ALL
  HAVING sum(amount) FILTER (supplier_kind <> 'unknown') > 0.8 * sum(amount)
  UNION ALL
  SELECT place, year, 'nonprofit-value-share', coalesce(sum(amount) FILTER (supplier_kind IN ('nonprofit', 'social-organisation')), 0) / sum(amount), count(*)
  FROM payee GROUP BY ALL
  UNION ALL
  SELECT place, year, 'median-amount', median(amount), count(*) FROM award WHERE amount > 0 GROUP BY ALL
  UNION ALL
  SELECT place, year, 'median-amount-dollars', round(median(amount * factor)), count(*)
  FROM award JOIN above USING (place) JOIN dollar USING (country, year) WHERE amount > 0 GROUP BY ALL
  UNION ALL
  SELECT place, year, 'median-days', median(days), count(*) FROM award WHERE days BETWEEN 1 AND 7300 GROUP BY ALL
  UNION ALL
  SELECT place, year, 'award-to-estimate', median(amount / estimate), count(*) FROM award WHERE amount > 0 AND estimate > 0 GROUP BY ALL
  UNION ALL
  SELECT place, year, 'paid-to-awarded', sum(paid) / sum(amount), count(*) FROM award WHERE paid IS NOT NULL AND amount > 0 GROUP BY ALL
  UNION ALL
  SELECT place, year, 'top-ten-share', sum(share) FILTER (rank <= 10), count(*) FROM ranked GROUP BY ALL
  UNION ALL
  SELECT place, year, 'hhi', 10000 * sum(share * share), count(*) FROM ranked GROUP BY ALL
  UNION ALL
  SELECT supplier.place, supplier.year, 'repeat-supplier-share', avg(CAST(first_year.year < supplier.year AS INTEGER)), count(*)
  FROM supplier JOIN first_year USING (place, supplier_id) JOIN starting ON starting.place = supplier.place
  WHERE supplier.year > starting.year GROUP BY ALL
)
SELECT place || '-' || year || '-' || indicator AS id, place, year, indicator, round(value, 4) AS value, cases, source_id
FROM value JOIN source USING (place)
WHERE value IS NOT NULL AND cases >= 30
