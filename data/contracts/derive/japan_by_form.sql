WITH forms AS (
  SELECT
    *,
    CASE WHEN file LIKE 'r%' THEN 2018 ELSE 1988 END + CAST(regexp_extract(file, '^[hr](\d+)', 1) AS INTEGER) AS fiscal_year,
    CASE WHEN regexp_matches(file, 'youshiki2') THEN 'ministries' ELSE 'agencies' END AS payer,
    CASE WHEN regexp_matches(file, 'youshiki\d[-_]3') THEN 'competitive' ELSE 'negotiated' END AS competition
  FROM contracts
  WHERE place = 'jp'
)
SELECT
  concat('japan-', fiscal_year, '-', payer, '-', competition) AS id,
  'jp' AS place,
  fiscal_year,
  payer,
  competition,
  count(*) AS contracts,
  count(*) FILTER (amount > 0) AS with_amount,
  round(sum(amount) FILTER (amount > 0), 2) AS amount,
  count(bids) AS with_bids,
  count(*) FILTER (bids = 1) AS one_bid,
  any_value(source_id) AS source_id
FROM forms
GROUP BY fiscal_year, payer, competition
