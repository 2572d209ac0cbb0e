-- Reads:  paid_set, group_set, group_member
-- Makes:  kind (groups of a file that stand in the same sets are one kind, with two marks)
--         kind_set (the sets of each kind)
--         kind_member (the members of each kind)
-- What for: large groups of providers appear in many rates together. Told once here, they are joined once below.
--
-- Groups are first taken for alike when number and marks of their sets agree. Then each such bunch is checked: a set
-- that only some of its groups are in proves it wrong, and its groups stay apart.

CREATE TABLE set_of_group AS
SELECT s.file, s.group_no, s.group_set
FROM group_set s
JOIN paid_set p ON p.group_set = s.group_set
JOIN (SELECT DISTINCT file, group_no FROM group_member) g ON g.file = s.file AND g.group_no = s.group_no
GROUP BY s.file, s.group_no, s.group_set;

CREATE TABLE group_guess AS
SELECT
  q.file, q.group_no,
  MIN(q.group_no) OVER (PARTITION BY q.file, q.set_count, q.sum_a, q.sum_b) AS first_group,
  COUNT(*) OVER (PARTITION BY q.file, q.set_count, q.sum_a, q.sum_b) AS bunch
FROM (
  SELECT s.file, s.group_no, COUNT(*) AS set_count, SUM(p.mark_a) AS sum_a, SUM(p.mark_b) AS sum_b
  FROM set_of_group s
  JOIN paid_set p ON p.group_set = s.group_set
  GROUP BY s.file, s.group_no
) q;

CREATE TABLE wrong_bunch AS
SELECT DISTINCT c.file, c.first_group
FROM (
  SELECT g.file, g.first_group, s.group_set, COUNT(*) AS groups_in_it, MAX(g.bunch) AS bunch
  FROM group_guess g
  JOIN set_of_group s ON s.file = g.file AND s.group_no = g.group_no
  GROUP BY g.file, g.first_group, s.group_set
) c
WHERE c.groups_in_it <> c.bunch;

-- A kind is known by its first group, and numbered.
CREATE TABLE group_kind AS
SELECT
  k.file, k.group_no, k.first_group,
  DENSE_RANK() OVER (ORDER BY k.file, k.first_group) AS kind
FROM (
  SELECT g.file, g.group_no, CASE WHEN w.first_group IS NULL THEN g.first_group ELSE g.group_no END AS first_group
  FROM group_guess g
  LEFT JOIN wrong_bunch w ON w.file = g.file AND w.first_group = g.first_group
) k;

CREATE TABLE kind AS
SELECT
  n.kind,
  MOD(MOD(MOD(n.x * n.x, 2147483647) * MOD(n.x * n.x, 2147483647), 2147483647) * n.x, 2147483647) AS mark_a,
  MOD(MOD(MOD(n.y * n.y, 2147483629) * MOD(n.y * n.y, 2147483629), 2147483629) * n.y, 2147483629) AS mark_b
FROM (
  SELECT d.kind, MOD(d.kind, 2147483647) AS x, MOD(d.kind + 1000003, 2147483629) AS y
  FROM (SELECT DISTINCT kind FROM group_kind) d
) n;

CREATE TABLE kind_set AS
SELECT k.kind, s.group_set
FROM group_kind k
JOIN set_of_group s ON s.file = k.file AND s.group_no = k.group_no
WHERE k.group_no = k.first_group;

CREATE TABLE kind_member AS
SELECT DISTINCT k.kind, g.member
FROM group_kind k
JOIN group_member g ON g.file = k.file AND g.group_no = k.group_no;

DROP TABLE set_of_group;
DROP TABLE group_guess;
DROP TABLE wrong_bunch;
DROP TABLE group_kind;
