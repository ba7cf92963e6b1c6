WITH latest AS (
  SELECT authority_code, max_by(authority, year) AS authority
  FROM provision
  GROUP BY authority_code
),
care AS (
  SELECT
    year,
    authority_code,
    sum(private) AS private,
    sum(voluntary) AS voluntary,
    sum(coalesce(public, coalesce(own, 0) + coalesce(other_public, 0))) AS public,
    any_value(source_id) AS source_id
  FROM provision
  WHERE line_kind = 'service' AND category_printed ILIKE 'residential care%'
  GROUP BY year, authority_code
)
SELECT
  concat('s251-', year, '-', authority_code) AS id,
  'gb-eng' AS place,
  year,
  authority_code,
  authority,
  round(private + voluntary + public, 0) AS total,
  round(private / (private + voluntary + public), 4) AS private_share,
  round(voluntary / (private + voluntary + public), 4) AS voluntary_share,
  round(public / (private + voluntary + public), 4) AS public_share,
  source_id
FROM care JOIN latest USING (authority_code)
WHERE private + voluntary + public > 0
