WITH paid AS (
  SELECT place, supplier_id, round(sum(amount), 2) AS amount, count(*) AS lines, min(period) AS first_period, max(period) AS last_period
  FROM payments
  WHERE supplier_id IS NOT NULL
  GROUP BY place, supplier_id
),
largest AS (
  SELECT *, row_number() OVER (PARTITION BY place ORDER BY amount DESC, supplier_id) AS rank
  FROM paid
  QUALIFY rank <= 50
)
SELECT
  concat(replace(place, 'gb-', ''), '-payee-', rank) AS id,
  place,
  any_value(rank) AS rank,
  mode(payments.supplier) AS supplier,
  mode(payments.supplier_kind) AS supplier_kind,
  any_value(first_period) AS first_period,
  any_value(last_period) AS last_period,
  any_value(lines) AS lines,
  any_value(largest.amount) AS amount,
  any_value(payments.currency) AS currency,
  any_value(payments.source_id) AS source_id
FROM payments JOIN largest USING (place, supplier_id)
GROUP BY place, rank
