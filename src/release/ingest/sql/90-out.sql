-- Reads:  code_batch, rate_line, published_terms, terms_plan, plan, source
-- Gives:  the lines of the rate files of a batch of codes in the order they are written: by code, then as
--         public/data/README.md says.
-- What for: the only step whose answer leaves the database. Everything decides the order, so equal inputs give equal
-- bytes. On a cluster this is where a job writes its files.

SELECT
  r.code, r.place, r.provider, n.number AS plan, t.code_type, t.modifier, t.setting, t.billing_class, r.cents,
  t.methodology, s.number AS source, t.flags, r.source_rows, r.providers
FROM code_batch c
JOIN rate_line r ON r.code = c.code
JOIN published_terms t ON t.terms = r.terms
JOIN terms_plan p ON p.terms = r.terms
JOIN plan n ON n.number = p.plan
JOIN source s ON s.file = r.file
ORDER BY
  r.code, r.place, n.payer_order, r.provider, r.cents, n.number, t.code_type, t.modifier, t.setting, t.billing_class,
  t.methodology, s.number, t.flags, r.source_rows;
