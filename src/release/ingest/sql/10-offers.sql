-- Reads:  kept_file, published_terms, published_rate, payer_reading
-- Makes:  terms (as_read → terms: one number for equal words)
--         offer (a distinct amount under distinct terms in a file, with two marks by which sets of offers are told apart)
--         payable (an offer × a set of groups it is paid to, with how many identical published rows say so)
--         paid_set (the sets somebody is paid by, with two marks)
-- What for: files repeat themselves. From here on nothing is counted twice.
--
-- A mark is the fifth power of a number modulo a prime: sums of marks differ for different sets but for chance, and
-- the steps that compare sets by such sums check every match (30, 40, 50, 60).

CREATE TABLE terms AS
SELECT
  t.terms AS as_read,
  MIN(t.terms) OVER (
    PARTITION BY
      t.code, t.code_type, t.modifier, t.payer_raw, t.plan, t.stated_line, t.setting, t.billing_class, t.methodology,
      t.flags
  ) AS terms,
  t.code
FROM published_terms t
JOIN payer_reading p ON p.payer_raw = t.payer_raw AND p.plan = t.plan AND p.stated_line = t.stated_line
WHERE p.payer <> '';

CREATE TABLE distinct_rate AS
SELECT r.file, t.terms, t.code, r.cents, r.group_set, COUNT(*) AS published
FROM published_rate r
JOIN kept_file k ON k.file = r.file
JOIN terms t ON t.as_read = r.terms
GROUP BY r.file, t.terms, t.code, r.cents, r.group_set;

CREATE TABLE offer AS
SELECT
  n.offer, n.file, n.terms, n.code, n.cents,
  MOD(MOD(MOD(n.x * n.x, 2147483647) * MOD(n.x * n.x, 2147483647), 2147483647) * n.x, 2147483647) AS mark_a,
  MOD(MOD(MOD(n.y * n.y, 2147483629) * MOD(n.y * n.y, 2147483629), 2147483629) * n.y, 2147483629) AS mark_b
FROM (
  SELECT
    d.offer, d.file, d.terms, d.code, d.cents,
    MOD(d.offer, 2147483647) AS x,
    MOD(d.offer + 1000003, 2147483629) AS y
  FROM (
    SELECT ROW_NUMBER() OVER (ORDER BY e.file, e.terms, e.cents) AS offer, e.file, e.terms, e.code, e.cents
    FROM (SELECT DISTINCT file, terms, code, cents FROM distinct_rate) e
  ) d
) n;

CREATE TABLE payable AS
SELECT o.offer, r.group_set, r.published
FROM distinct_rate r
JOIN offer o ON o.file = r.file AND o.terms = r.terms AND o.cents = r.cents;

CREATE TABLE paid_set AS
SELECT
  n.group_set,
  MOD(MOD(MOD(n.x * n.x, 2147483647) * MOD(n.x * n.x, 2147483647), 2147483647) * n.x, 2147483647) AS mark_a,
  MOD(MOD(MOD(n.y * n.y, 2147483629) * MOD(n.y * n.y, 2147483629), 2147483629) * n.y, 2147483629) AS mark_b
FROM (
  SELECT
    d.group_set,
    MOD(CAST(d.group_set AS BIGINT) + 1, 2147483647) AS x,
    MOD(CAST(d.group_set AS BIGINT) + 1000003, 2147483629) AS y
  FROM (SELECT DISTINCT group_set FROM payable) d
) n;

DROP TABLE distinct_rate;
