SELECT
  concat('yichang-', main_procurement_category, '-', CASE WHEN amount IS NULL THEN 'rate-or-promise' ELSE 'sum' END) AS id,
  'yichang' AS place,
  main_procurement_category,
  CASE WHEN amount IS NULL THEN 'rate-or-promise' ELSE 'sum' END AS price_form,
  count(*) AS contracts,
  count(amount) AS with_amount,
  round(sum(amount), 2) AS amount,
  round(median(amount), 2) AS median_amount,
  max(amount) AS largest_amount,
  any_value(source_id) AS source_id
FROM contracts
WHERE id LIKE 'yichang-%'
GROUP BY main_procurement_category, amount IS NULL
