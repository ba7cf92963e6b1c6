WITH notice AS (
  -- A lot that was announced again counts with its last notice.
  SELECT *
  FROM candidates
  QUALIFY row_in_file = max_by(row_in_file, announced) OVER (PARTITION BY title)
),
lot AS (
  SELECT
    title,
    max(candidates) AS candidates,
    min(amount) AS lowest_bid,
    min(amount) FILTER (rank = 2) AS second_bid
  FROM notice
  GROUP BY title
)
SELECT
  concat('lot-', contracts.id) AS id,
  contracts.place,
  contracts.id AS contract_id,
  contracts.title,
  lot.candidates,
  (SELECT min(rank) FROM notice WHERE notice.title = contracts.title AND notice.supplier_id = contracts.supplier_id) AS winner_rank,
  contracts.amount,
  lot.lowest_bid,
  lot.second_bid,
  contracts.service_field,
  contracts.source_id
FROM contracts JOIN lot ON lot.title = contracts.title
WHERE contracts.id LIKE 'yichang-%'
