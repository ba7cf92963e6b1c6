WITH valued AS (
  -- The budget before the award, the value after it; other stages have neither.
  SELECT *, CASE WHEN stage IN ('award', 'contract') THEN amount WHEN stage IN ('tender', 'competitive-talks', 'price-inquiry', 'online-price-contest', 'invited-tender', 'single-source') THEN estimate END AS value
  FROM notices
)
SELECT
  concat_ws('-', 'notices', place, stage, coalesce(main_procurement_category, 'none')) AS id,
  place,
  stage,
  main_procurement_category,
  count(*) AS notices,
  count(value) AS with_amount,
  round(sum(value), 2) AS amount,
  round(median(value), 2) AS median_amount,
  max(value) AS largest_amount,
  any_value(source_id) AS source_id
FROM valued
GROUP BY place, stage, main_procurement_category
