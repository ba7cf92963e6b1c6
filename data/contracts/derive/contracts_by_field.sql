SELECT
  concat(place, '-', left(coalesce(awarded, start), 4), '-field-', coalesce(service_field, 'none')) AS id,
  place,
  left(coalesce(awarded, start), 4) AS year,
  service_field,
  count(*) AS contracts,
  count(*) FILTER (amount > 0) AS with_amount,
  round(sum(amount) FILTER (amount > 0), 2) AS amount,
  round(median(amount) FILTER (amount > 0), 2) AS median_amount,
  any_value(currency) AS currency,
  any_value(source_id ORDER BY source_id) AS source_id
FROM contracts
WHERE coalesce(awarded, start) IS NOT NULL
GROUP BY place, left(coalesce(awarded, start), 4), service_field
