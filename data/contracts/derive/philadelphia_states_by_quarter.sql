WITH listed AS (
  SELECT contract_states.*, CASE WHEN supplier_kind = 'nonprofit' THEN 'nonprofit' WHEN supplier_kind IN ('for-profit', 'private', 'person') THEN 'for-profit' ELSE 'unknown' END AS provider
  FROM contract_states JOIN contracts ON contracts.id = contract_states.contract_id
)
SELECT
  concat('philadelphia-', fiscal_year, '-', lower(quarter), '-', provider) AS id,
  'us-philadelphia' AS place,
  fiscal_year,
  quarter,
  provider,
  count(*) AS contracts,
  round(sum(amount) FILTER (amount > 0), 2) AS amount,
  round(sum(paid), 2) AS paid,
  any_value(source_id) AS source_id
FROM listed
GROUP BY fiscal_year, quarter, provider
