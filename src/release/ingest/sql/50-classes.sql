-- Reads:  code_batch, body, body_set, payable, offer
-- Makes:  lines of class_body (code, class: bodies of one place and health system that are paid exactly alike for a code)
--         lines of class_offer (the offers each class is paid, with how many identical published rows say so to each provider)
-- What for: a class is one line of a rate file for each of its offers, however many providers it has, and its vote
-- counts once for each of them. Alike means all of it: amounts, plans, settings, modifiers, files, repetitions, of
-- every payer, so that providers can be counted over payers too. Guessed by marks and checked, as in 30. Run for each
-- batch of codes.

CREATE TABLE paid AS
SELECT o.code, s.body, o.offer, CAST(SUM(p.published) AS BIGINT) AS published
FROM code_batch c
JOIN offer o ON o.code = c.code
JOIN payable p ON p.offer = o.offer
JOIN body_set s ON s.group_set = p.group_set
GROUP BY o.code, s.body, o.offer;

CREATE TABLE body_guess AS
SELECT
  q.code, q.body,
  MIN(q.body) OVER (PARTITION BY q.code, q.place, q.health_system, q.offers, q.rows_in_all, q.sum_a, q.sum_b) AS first_body,
  COUNT(*) OVER (PARTITION BY q.code, q.place, q.health_system, q.offers, q.rows_in_all, q.sum_a, q.sum_b) AS bunch
FROM (
  SELECT
    p.code, p.body, b.place, b.health_system,
    COUNT(*) AS offers,
    SUM(p.published) AS rows_in_all,
    SUM(o.mark_a * p.published) AS sum_a,
    SUM(o.mark_b * p.published) AS sum_b
  FROM paid p
  JOIN body b ON b.body = p.body
  JOIN offer o ON o.offer = p.offer
  GROUP BY p.code, p.body, b.place, b.health_system
) q;

CREATE TABLE wrong_bunch AS
SELECT DISTINCT c.code, c.first_body
FROM (
  SELECT g.code, g.first_body, p.offer, p.published, COUNT(*) AS bodies_in_it, MAX(g.bunch) AS bunch
  FROM body_guess g
  JOIN paid p ON p.code = g.code AND p.body = g.body
  GROUP BY g.code, g.first_body, p.offer, p.published
) c
WHERE c.bodies_in_it <> c.bunch;

-- A class is known by its code and its first body.
INSERT INTO class_body
SELECT g.code, CASE WHEN w.first_body IS NULL THEN g.first_body ELSE g.body END AS class, g.body
FROM body_guess g
LEFT JOIN wrong_bunch w ON w.code = g.code AND w.first_body = g.first_body;

INSERT INTO class_offer
SELECT p.code, p.body AS class, p.offer, p.published
FROM paid p
JOIN class_body c ON c.code = p.code AND c.body = p.body
WHERE c.class = c.body;

DROP TABLE paid;
DROP TABLE body_guess;
DROP TABLE wrong_bunch;
