SELECT
  concat_ws('-', 'intentions', left(planned, 4), coalesce(main_procurement_category, 'none'), service_field) AS id,
  'shandong' AS place,
  left(planned, 4) AS planned_year,
  main_procurement_category,
  service_field,
  count(*) AS intentions,
  round(sum(estimate), 2) AS amount,
  round(median(estimate), 2) AS median_amount,
  max(estimate) AS largest_amount,
  any_value(source_id) AS source_id
FROM intentions
GROUP BY left(planned, 4), main_procurement_category, service_field
