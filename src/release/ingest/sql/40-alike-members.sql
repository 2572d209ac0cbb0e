-- Reads:  kind, kind_member, member
-- Makes:  body (members of one place and health system that stand in the same kinds of groups, with how many they are)
--         body_kind (the kinds of each)
--         body_member (who is in it)
-- What for: whoever stands in the same groups is paid alike for everything. Rates are joined to bodies, not to people.
-- Bunches are guessed by marks and checked, as in 30.

CREATE TABLE member_guess AS
SELECT
  q.member, q.place, q.health_system,
  MIN(q.member) OVER (PARTITION BY q.place, q.health_system, q.kinds, q.sum_a, q.sum_b) AS first_member,
  COUNT(*) OVER (PARTITION BY q.place, q.health_system, q.kinds, q.sum_a, q.sum_b) AS bunch
FROM (
  SELECT
    m.member, m.place, m.health_system,
    COUNT(*) AS kinds, SUM(k.mark_a) AS sum_a, SUM(k.mark_b) AS sum_b
  FROM kind_member i
  JOIN kind k ON k.kind = i.kind
  JOIN member m ON m.member = i.member
  GROUP BY m.member, m.place, m.health_system
) q;

CREATE TABLE wrong_bunch AS
SELECT DISTINCT c.first_member
FROM (
  SELECT g.first_member, k.kind, COUNT(*) AS members_in_it, MAX(g.bunch) AS bunch
  FROM member_guess g
  JOIN kind_member k ON k.member = g.member
  GROUP BY g.first_member, k.kind
) c
WHERE c.members_in_it <> c.bunch;

-- A body is known by its first member.
CREATE TABLE body_member AS
SELECT CASE WHEN w.first_member IS NULL THEN g.first_member ELSE g.member END AS body, g.member
FROM member_guess g
LEFT JOIN wrong_bunch w ON w.first_member = g.first_member;

CREATE TABLE body AS
SELECT b.body, m.place, m.health_system, COUNT(*) AS members, m.mark_a, m.mark_b
FROM body_member b
JOIN member m ON m.member = b.body
GROUP BY b.body, m.place, m.health_system, m.mark_a, m.mark_b;

CREATE TABLE body_kind AS
SELECT b.body, k.kind
FROM body b
JOIN kind_member k ON k.member = b.body;

DROP TABLE member_guess;
DROP TABLE wrong_bunch;
DROP TABLE kind_member;
