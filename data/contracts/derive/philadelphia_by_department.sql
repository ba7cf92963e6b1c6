WITH started AS (
  SELECT
    contracts.*,
    coalesce(departments.joined, contracts.department) AS latest,
    CAST(left(start, 4) AS INTEGER) + CASE WHEN substr(start, 6, 2) >= '07' THEN 1 ELSE 0 END AS fiscal_year
  FROM contracts
  LEFT JOIN departments ON departments.place = contracts.place AND departments."column" = 'department' AND departments.printed = contracts.department
  WHERE contracts.place = 'us-philadelphia' AND start >= '2012-07' AND contracts.department IS NOT NULL
)
SELECT
  concat('philadelphia-', fiscal_year, '-department-', trim(regexp_replace(lower(latest), '[^a-z0-9]+', '-', 'g'), '-')) AS id,
  'us-philadelphia' AS place,
  fiscal_year,
  min(latest) AS department,
  count(*) AS contracts,
  count(*) FILTER (amount > 0) AS with_amount,
  round(sum(amount) FILTER (amount > 0), 2) AS amount,
  round(sum(amount) FILTER (amount > 0 AND supplier_kind = 'nonprofit'), 2) AS nonprofit_amount,
  any_value(source_id) AS source_id
FROM started
GROUP BY fiscal_year, trim(regexp_replace(lower(latest), '[^a-z0-9]+', '-', 'g'), '-')
