WITH line AS (
  SELECT
    year,
    authority_code,
    CASE
      WHEN category_printed ILIKE 'residential care%' THEN 'Residential care'
      WHEN category_printed ILIKE 'fostering%' THEN 'Fostering services'
      WHEN category_printed ILIKE 'adoption%' THEN 'Adoption services'
      WHEN category_printed ILIKE 'leaving care%' THEN 'Leaving care support services'
      WHEN category_printed ILIKE 'short breaks%disabled children%' AND category_printed NOT ILIKE '%looked after%' THEN 'Short breaks for disabled children'
    END AS category,
    private,
    voluntary,
    coalesce(public, coalesce(own, 0) + coalesce(other_public, 0)) AS public,
    source_id
  FROM provision
  WHERE line_kind = 'service'
)
SELECT
  concat('s251-', year, '-', replace(lower(category), ' ', '-')) AS id,
  'gb-eng' AS place,
  year,
  category,
  count(DISTINCT authority_code) AS authorities,
  round(sum(private + voluntary + public), 0) AS total,
  round(sum(private) / sum(private + voluntary + public), 4) AS private_share,
  round(sum(voluntary) / sum(private + voluntary + public), 4) AS voluntary_share,
  round(sum(public) / sum(private + voluntary + public), 4) AS public_share,
  any_value(source_id) AS source_id
FROM line
WHERE category IS NOT NULL
GROUP BY year, category
