-- Reads:  code_batch, class_offer, class_provider, offer, published_terms, payer_reading, plan
-- Makes:  lines of rate_line (the lines of the rate files)
-- What for: the release as it is written. Files are still by the reader's number: what they are called is not SQL's.
-- Run for each batch of codes, as 50 is.

INSERT INTO rate_line
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
FROM code_batch b
JOIN class_offer c ON c.code = b.code
JOIN class_provider p ON p.code = c.code AND p.class = c.class
JOIN offer o ON o.offer = c.offer
JOIN published_terms t ON t.terms = o.terms
JOIN payer_reading r ON r.payer_raw = t.payer_raw AND r.plan = t.plan AND r.stated_line = t.stated_line
JOIN plan n
  ON n.payer_raw = r.payer_raw AND n.plan = r.plan AND n.payer = r.payer AND n.parent = r.parent AND n.line = r.line;
