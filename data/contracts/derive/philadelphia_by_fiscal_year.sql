WITH started AS (
  SELECT
    *,
    CAST(left(start, 4) AS INTEGER) + CASE WHEN substr(start, 6, 2) >= '07' THEN 1 ELSE 0 END AS fiscal_year,
    CASE WHEN supplier_kind = 'nonprofit' THEN 'nonprofit' WHEN supplier_kind IN ('for-profit', 'private', 'person') THEN 'for-profit' ELSE 'unknown' END AS provider
  FROM contracts
  WHERE place = 'us-philadelphia' AND start >= '2012-07'
),
largest AS (
  SELECT fiscal_year, provider, max_by(supplier, amount) AS largest_supplier, round(max(amount), 2) AS largest_supplier_amount
  FROM (SELECT fiscal_year, provider, supplier_id, min(supplier) AS supplier, sum(amount) AS amount FROM started WHERE amount > 0 AND supplier_id IS NOT NULL GROUP BY ALL)
  GROUP BY fiscal_year, provider
)
SELECT
  concat('philadelphia-', fiscal_year, '-', provider) AS id,
  'us-philadelphia' AS place,
  fiscal_year,
  provider,
  count(*) AS contracts,
  count(*) FILTER (amount > 0) AS with_amount,
  round(sum(amount) FILTER (amount > 0), 2) AS amount,
  round(sum(paid), 2) AS paid,
  any_value(largest_supplier) AS largest_supplier,
  any_value(largest_supplier_amount) AS largest_supplier_amount,
  any_value(source_id) AS source_id
FROM started LEFT JOIN largest USING (fiscal_year, provider)
GROUP BY fiscal_year, provider
