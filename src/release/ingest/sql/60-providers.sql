-- Reads:  class_body, body, body_member, member
-- Makes:  provider (the lines of providers.csv in order, numbered from 1, with how many providers each stands for)
--         class_provider (which of them a class is)
-- What for: the same providers are often a class for many codes. They are one line, with one name.
-- Guessed by marks and checked, as in 30.

-- A class is numbered by its code, then by itself: bodies are fewer than 2 to the 32.
CREATE TABLE class_mark AS
SELECT
  c.code, c.class, b.place, b.health_system,
  k.code_number * 4294967296 + c.class AS number,
  COUNT(*) AS bodies, SUM(b.mark_a) AS sum_a, SUM(b.mark_b) AS sum_b
FROM class_body c
JOIN (SELECT d.code, ROW_NUMBER() OVER (ORDER BY d.code) AS code_number FROM (SELECT DISTINCT code FROM class_body) d) k
  ON k.code = c.code
JOIN body b ON b.body = c.body
GROUP BY c.code, c.class, b.place, b.health_system, k.code_number;

-- Grouped and joined where a window would say the same: those have to fit in memory.
CREATE TABLE class_guess AS
SELECT m.code, m.class, g.first_number, g.bunch, m.number
FROM class_mark m
JOIN (
  SELECT place, health_system, bodies, sum_a, sum_b, MIN(number) AS first_number, COUNT(*) AS bunch
  FROM class_mark
  GROUP BY place, health_system, bodies, sum_a, sum_b
) g
  ON g.place = m.place AND g.health_system = m.health_system AND g.bodies = m.bodies AND g.sum_a = m.sum_a
  AND g.sum_b = m.sum_b;

CREATE TABLE wrong_bunch AS
SELECT DISTINCT w.first_number
FROM (
  SELECT g.first_number, c.body, COUNT(*) AS classes_in_it, MAX(g.bunch) AS bunch
  FROM class_guess g
  JOIN class_body c ON c.code = g.code AND c.class = g.class
  GROUP BY g.first_number, c.body
) w
WHERE w.classes_in_it <> w.bunch;

CREATE TABLE class_entry AS
SELECT g.code, g.class, CASE WHEN w.first_number IS NULL THEN g.first_number ELSE g.number END AS entry, g.number
FROM class_guess g
LEFT JOIN wrong_bunch w ON w.first_number = g.first_number;

-- Who an entry is: the member itself, or how many there are and the first identifier among them.
CREATE TABLE entry AS
SELECT
  e.entry,
  m.place,
  m.health_system,
  COUNT(*) AS providers,
  MIN(m.member) AS first_member,
  CASE
    WHEN COUNT(*) = 1 THEN MIN(m.name)
    ELSE CAST(COUNT(*) AS VARCHAR(20)) || ' providers paid alike, first '
      || MIN(CASE WHEN m.identifier = '' THEN m.name ELSE REPLACE(m.identifier, ':', ' ') END)
  END AS name,
  CASE WHEN COUNT(*) = 1 THEN MIN(m.identifier) ELSE '' END AS identifier
FROM class_entry e
JOIN class_body c ON c.code = e.code AND c.class = e.class
JOIN body_member b ON b.body = c.body
JOIN member m ON m.member = b.member
WHERE e.entry = e.number
GROUP BY e.entry, m.place, m.health_system;

-- A name stands once in a place, because links are made of it.
CREATE TABLE provider AS
SELECT
  ROW_NUMBER() OVER (ORDER BY n.place, n.full_name, n.first_member, n.entry) AS number,
  n.entry, n.full_name AS name, n.place, n.identifier, n.health_system, n.providers
FROM (
  SELECT
    e.entry, e.place, e.identifier, e.health_system, e.providers, e.first_member,
    CASE
      WHEN ROW_NUMBER() OVER (PARTITION BY e.place, e.name ORDER BY e.first_member, e.entry) = 1 THEN e.name
      WHEN e.identifier <> '' THEN e.name || ' (' || REPLACE(e.identifier, ':', ' ') || ')'
      ELSE e.name || ', set ' || CAST(ROW_NUMBER() OVER (PARTITION BY e.place, e.name ORDER BY e.first_member, e.entry) AS VARCHAR(20))
    END AS full_name
  FROM entry e
) n;

CREATE TABLE class_provider AS
SELECT e.code, e.class, p.number, p.place, p.providers
FROM class_entry e
JOIN provider p ON p.entry = e.entry;

DROP TABLE class_mark;
DROP TABLE class_guess;
DROP TABLE wrong_bunch;
DROP TABLE class_entry;
DROP TABLE entry;
