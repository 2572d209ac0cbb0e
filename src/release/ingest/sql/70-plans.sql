-- Reads:  class_offer, offer, published_terms, payer_reading
-- Makes:  plan (the lines of plans.csv in order, numbered from 1)
--         terms_plan (which of them the words of a rate name)
--         rate_line (empty: 75 fills it)
-- What for: lines of rates point at their plan.

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

CREATE TABLE terms_plan AS
SELECT t.terms, n.number AS plan
FROM published_terms t
JOIN payer_reading r ON r.payer_raw = t.payer_raw AND r.plan = t.plan AND r.stated_line = t.stated_line
JOIN plan n
  ON n.payer_raw = r.payer_raw AND n.plan = r.plan AND n.payer = r.payer AND n.parent = r.parent AND n.line = r.line;

CREATE TABLE rate_line (
  code VARCHAR(4000),
  place VARCHAR(4000),
  provider BIGINT,
  terms INTEGER,
  cents BIGINT,
  file INTEGER,
  source_rows BIGINT,
  providers BIGINT
);
