SELECT
  concat(place, '-', left(coalesce(awarded, start), 4), '-category-', coalesce(main_procurement_category, 'none')) AS id,
  place,
  left(coalesce(awarded, start), 4) AS year,
  main_procurement_category,
  count(*) AS contracts,
  count(*) FILTER (amount > 0) AS with_amount,
  round(sum(amount) FILTER (amount > 0), 2) AS amount,
  round(median(amount) FILTER (amount > 0), 2) AS median_amount,
  max(amount) FILTER (amount > 0) AS largest_amount,
  any_value(currency) AS currency,
  any_value(source_id ORDER BY source_id) AS source_id
FROM contracts
WHERE coalesce(awarded, start) IS NOT NULL
GROUP BY place, left(coalesce(awarded, start), 4), main_procurement_category
