SELECT
  concat(replace(place, 'gb-', ''), '-', left(period, 4), '-coverage') AS id,
  place,
  left(period, 4) AS year,
  count(DISTINCT file) AS files,
  count(*) AS rows,
  count(date) AS with_date,
  count(department) AS with_department,
  count(category_printed) AS with_category,
  count(service_field) AS with_field,
  count(*) FILTER (supplier_kind <> 'unknown') AS with_kind,
  count(*) FILTER (supplier_kind = 'person') AS person_rows,
  count(*) FILTER (supplier LIKE 'masked-%') AS masked_rows,
  count(*) FILTER (supplier = 'withheld') AS withheld_rows
FROM payments
GROUP BY place, left(period, 4)
