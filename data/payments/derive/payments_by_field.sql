SELECT
  concat(replace(place, 'gb-', ''), '-', left(period, 4), '-field-', coalesce(service_field, 'none'), '-', supplier_kind) AS id,
  place,
  left(period, 4) AS year,
  service_field,
  supplier_kind,
  count(*) AS lines,
  count(DISTINCT supplier_id) AS suppliers,
  round(sum(amount), 2) AS amount,
  any_value(currency) AS currency,
  any_value(source_id) AS source_id
FROM payments
GROUP BY place, left(period, 4), service_field, supplier_kind
