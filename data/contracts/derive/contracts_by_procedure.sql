SELECT
  concat(place, '-', left(coalesce(awarded, start), 4), '-procedure-', coalesce(procedure, 'none')) AS id,
  place,
  left(coalesce(awarded, start), 4) AS year,
  procedure,
  count(*) AS contracts,
  count(*) FILTER (amount > 0) AS with_amount,
  round(sum(amount) FILTER (amount > 0), 2) AS amount,
  count(bids) AS with_bids,
  count(*) FILTER (bids = 1) AS one_bid,
  any_value(currency) AS currency,
  any_value(source_id ORDER BY source_id) AS source_id
FROM contracts
WHERE coalesce(awarded, start) IS NOT NULL
GROUP BY place, left(coalesce(awarded, start), 4), procedure
