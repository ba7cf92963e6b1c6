SELECT
  concat_ws('-', 'yichang', left(awarded, 4), main_procurement_category, service_field) AS id,
  'yichang' AS place,
  left(awarded, 4) AS year,
  main_procurement_category,
  service_field,
  count(*) AS contracts,
  count(amount) AS with_amount,
  round(sum(amount), 2) AS amount,
  round(median(amount), 2) AS median_amount,
  max(amount) AS largest_amount,
  any_value(source_id) AS source_id
FROM contracts
WHERE id LIKE 'yichang-%'
GROUP BY left(awarded, 4), main_procurement_category, service_field
