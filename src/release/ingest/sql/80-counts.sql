-- Reads:  rate_line, source
-- Makes:  coverage (place × payer × line × year of file, how many rates)
--         source_count (file × flags, how many rates)
-- What for: what coverage.csv and sources.csv say. A line of a class counts as the rates it stands for.

CREATE TABLE coverage AS
SELECT r.place, r.payer, r.line, s.year, SUM(r.providers) AS rates
FROM rate_line r
JOIN source s ON s.file = r.file
GROUP BY r.place, r.payer, r.line, s.year;

CREATE TABLE source_count AS
SELECT r.file, r.flags, SUM(r.providers) AS rates
FROM rate_line r
GROUP BY r.file, r.flags;
