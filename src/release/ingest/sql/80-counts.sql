-- Reads:  rate_line, published_terms, terms_plan, plan, source
-- Makes:  coverage (place × payer × line × year of file, how many rates)
--         source_count (file × flags, how many rates)
-- What for: what coverage.csv and sources.csv say. A line of a class counts as the rates it stands for.

CREATE TABLE coverage AS
SELECT r.place, n.payer, n.line, s.year, SUM(r.providers) AS rates
FROM rate_line r
JOIN terms_plan t ON t.terms = r.terms
JOIN plan n ON n.number = t.plan
JOIN source s ON s.file = r.file
GROUP BY r.place, n.payer, n.line, s.year;

CREATE TABLE source_count AS
SELECT r.file, t.flags, SUM(r.providers) AS rates
FROM rate_line r
JOIN published_terms t ON t.terms = r.terms
GROUP BY r.file, t.flags;
