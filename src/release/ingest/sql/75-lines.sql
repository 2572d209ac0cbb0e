-- Reads:  code_batch, class_offer, class_provider, offer
-- Makes:  lines of rate_line (the lines of the rate files, with their words by number)
-- What for: the release as it is written. Files are still by the reader's number: what they are called is not SQL's.
-- Run for each batch of codes, as 50 is.

INSERT INTO rate_line
SELECT
  c.code,
  p.place,
  p.number AS provider,
  o.terms,
  o.cents,
  o.file,
  c.published AS source_rows,
  p.providers
FROM code_batch b
JOIN class_offer c ON c.code = b.code
JOIN class_provider p ON p.code = c.code AND p.class = c.class
JOIN offer o ON o.offer = c.offer;
