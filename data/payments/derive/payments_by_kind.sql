SELECT
  concat(replace(place, 'gb-', ''), '-', lower(period), '-', supplier_kind) AS id,
  place,
  period,
  supplier_kind,
  count(*) AS lines,
  count(DISTINCT supplier_id) AS suppliers,
  round(sum(amount), 2) AS amount,
  count(*) FILTER (amount < 0) AS refund_lines,
  round(sum(amount) FILTER (amount < 0), 2) AS refunds,
  any_value(currency) AS currency,
  any_value(source_id) AS source_id
FROM payments
GROUP BY place, period, supplier_kind
