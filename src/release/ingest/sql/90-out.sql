-- Reads:  code_batch, rate_line, source
-- Gives:  the lines of the rate files of a batch of codes in the order they are written: by code, then as
--         public/data/README.md says.
-- What for: the only step whose answer leaves the database. Everything decides the order, so equal inputs give equal
-- bytes. On a cluster this is where a job writes its files.

SELECT
  r.code, r.place, r.provider, r.plan, r.code_type, r.modifier, r.setting, r.billing_class, r.cents, r.methodology,
  s.number AS source, r.flags, r.source_rows, r.providers
FROM code_batch c
JOIN rate_line r ON r.code = c.code
JOIN source s ON s.file = r.file
ORDER BY
  r.code, r.place, r.payer_order, r.provider, r.cents, r.plan, r.code_type, r.modifier, r.setting, r.billing_class,
  r.methodology, s.number, r.flags, r.source_rows;
