SELECT
  concat('yichang-', left(awarded, 7), '-', main_procurement_category) AS id,
  'yichang' AS place,
  left(awarded, 7) AS month,
  main_procurement_category,
  count(*) AS contracts,
  count(amount) AS with_amount,
  round(sum(amount), 2) AS amount,
  round(median(amount), 2) AS median_amount,
  max(amount) AS largest_amount,
  any_value(source_id) AS source_id
FROM contracts
WHERE id LIKE 'yichang-%'
GROUP BY left(awarded, 7), main_procurement_category
