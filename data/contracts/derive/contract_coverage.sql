SELECT
  concat(place, '-', coalesce(left(coalesce(awarded, start), 4), 'undated'), '-coverage') AS id,
  place,
  left(coalesce(awarded, start), 4) AS year,
  count(*) AS rows,
  count("department") AS "with_department",
  count("title") AS "with_title",
  count(*) FILTER (supplier_kind <> 'unknown') AS with_supplier_kind,
  count("service_field") AS "with_service_field",
  count("main_procurement_category") AS "with_main_procurement_category",
  count("procedure") AS "with_procedure",
  count("bids") AS "with_bids",
  count("estimate") AS "with_estimate",
  count("amount") AS "with_amount",
  count("awarded") AS "with_awarded",
  count("start") AS "with_start",
  count("end") AS "with_end",
  count("paid") AS "with_paid",
  count(*) FILTER (supplier LIKE 'masked-%') AS masked_rows
FROM contracts
GROUP BY place, left(coalesce(awarded, start), 4)
