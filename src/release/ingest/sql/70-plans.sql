-- Reads:  class_offer, offer, published_terms, payer_reading
-- Makes:  plan (the lines of plans.csv in order, numbered from 1)
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

CREATE TABLE rate_line (
  code VARCHAR(4000),
  place VARCHAR(4000),
  provider BIGINT,
  plan BIGINT,
  payer VARCHAR(4000),
  payer_order INTEGER,
  line VARCHAR(4000),
  code_type VARCHAR(4000),
  modifier VARCHAR(4000),
  setting VARCHAR(4000),
  billing_class VARCHAR(4000),
  cents BIGINT,
  methodology VARCHAR(4000),
  file INTEGER,
  flags INTEGER,
  source_rows BIGINT,
  providers BIGINT
);
