WITH listed AS (
  SELECT
    contract_states.contract_id,
    contract_states.fiscal_year,
    max_by(contract_states.amount, contract_states.quarter) AS amount,
    CASE WHEN upper(contracts.procedure_printed) = 'ADVERTISED' THEN 'advertised' WHEN upper(contracts.procedure_printed) = 'EXEMPT' THEN 'exempt' ELSE 'other' END AS advertising,
    CASE WHEN supplier_kind = 'nonprofit' THEN 'nonprofit' WHEN supplier_kind IN ('for-profit', 'private', 'person') THEN 'for-profit' ELSE 'unknown' END AS provider,
    contracts.source_id
  FROM contract_states JOIN contracts ON contracts.id = contract_states.contract_id
  GROUP BY ALL
)
SELECT
  concat('philadelphia-', fiscal_year, '-', advertising, '-', provider) AS id,
  'us-philadelphia' AS place,
  fiscal_year,
  advertising,
  provider,
  count(*) AS contracts,
  round(sum(amount) FILTER (amount > 0), 2) AS amount,
  any_value(source_id) AS source_id
FROM listed
GROUP BY fiscal_year, advertising, provider
