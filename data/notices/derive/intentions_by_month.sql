SELECT
  concat_ws('-', 'intentions', left(planned, 7), coalesce(main_procurement_category, 'none')) AS id,
  'shandong' AS place,
  left(planned, 7) AS month,
  main_procurement_category,
  count(*) AS intentions,
  round(sum(estimate), 2) AS amount,
  round(median(estimate), 2) AS median_amount,
  max(estimate) AS largest_amount,
  any_value(source_id) AS source_id
FROM intentions
GROUP BY left(planned, 7), main_procurement_category
