-- Reads:  class_offer, class_provider, offer, published_terms, payer_reading
-- Makes:  plan (the lines of plans.csv in order, numbered from 1)
--         file_place (the place of a file whose rates are all in one; blank where they are in several)
--         rate_line (the lines of the rate files)
-- What for: the release as it is written. Files are still by the reader's number: what they are called is not SQL's.

CREATE TABLE plan AS
SELECT
  ROW_NUMBER() OVER (ORDER BY d.payer_order, d.payer_raw, d.plan, d.parent, d.line) AS number,
  d.payer_raw, d.plan, d.payer, d.payer_order, d.parent, d.line
FROM (
  SELECT DISTINCT r.payer_raw, r.plan, r.payer, r.payer_order, r.parent, r.line
  FROM class_offer c
  JOIN offer o ON o.offer = c.offer
  JOIN published_terms t ON t.terms = o.terms
  JOIN payer_reading r ON r.payer_raw = t.payer_raw AND r.plan = t.plan AND r.stated_line = t.stated_line
) d;

CREATE TABLE rate_line AS
SELECT
  c.code,
  p.place,
  p.number AS provider,
  n.number AS plan,
  n.payer, n.payer_order, n.line,
  t.code_type, t.modifier, t.setting, t.billing_class,
  o.cents,
  t.methodology,
  o.file,
  t.flags,
  c.published AS source_rows,
  p.providers
FROM class_offer c
JOIN class_provider p ON p.code = c.code AND p.class = c.class
JOIN offer o ON o.offer = c.offer
JOIN published_terms t ON t.terms = o.terms
JOIN payer_reading r ON r.payer_raw = t.payer_raw AND r.plan = t.plan AND r.stated_line = t.stated_line
JOIN plan n
  ON n.payer_raw = r.payer_raw AND n.plan = r.plan AND n.payer = r.payer AND n.parent = r.parent AND n.line = r.line;

CREATE TABLE file_place AS
SELECT file, CASE WHEN MIN(place) = MAX(place) THEN MIN(place) ELSE '' END AS place
FROM rate_line
GROUP BY file;
