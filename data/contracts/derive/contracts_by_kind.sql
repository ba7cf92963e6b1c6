WITH dated AS (
  SELECT *, left(coalesce(awarded, start), 4) AS year FROM contracts WHERE coalesce(awarded, start) IS NOT NULL
),
largest AS (
  SELECT place, year, supplier_kind, max_by(supplier, amount) AS largest_supplier, round(max(amount), 2) AS largest_supplier_amount
  FROM (SELECT place, year, supplier_kind, supplier_id, min(supplier) AS supplier, sum(amount) AS amount FROM dated WHERE amount > 0 AND supplier_id IS NOT NULL GROUP BY ALL)
  GROUP BY place, year, supplier_kind
)
SELECT
  concat(place, '-', year, '-kind-', supplier_kind) AS id,
  place,
  year,
  supplier_kind,
  count(*) AS contracts,
  count(*) FILTER (amount > 0) AS with_amount,
  round(sum(amount) FILTER (amount > 0), 2) AS amount,
  any_value(largest_supplier) AS largest_supplier,
  any_value(largest_supplier_amount) AS largest_supplier_amount,
  any_value(currency) AS currency,
  any_value(source_id ORDER BY source_id) AS source_id
FROM dated LEFT JOIN largest USING (place, year, supplier_kind)
GROUP BY place, year, supplier_kind
