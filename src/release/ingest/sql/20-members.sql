-- Reads:  published_payee, group_payee, directory, chosen
-- Makes:  member (a provider in a place: who has a vote)
--         group_member (the members of a group)
--         placeless (payees without a place, with how many groups they are in)
-- What for: payer files give numbers, not places. A place comes from the file, else from the directory by NPI, else
-- by the payee's own identifier, else from the choice made for all that have none. A payee whose NPIs work in several
-- places is a member in each.

CREATE TABLE payee AS
SELECT
  p.payee AS as_read,
  MIN(p.payee) OVER (
    PARTITION BY p.identifier, CASE WHEN p.identifier = '' THEN p.name ELSE '' END, CASE WHEN p.identifier = '' THEN p.place ELSE '' END
  ) AS payee,
  p.identifier,
  p.name,
  p.place
FROM published_payee p;

CREATE TABLE listed AS
SELECT d.npi, d.identifier, d.name, d.place, d.health_system
FROM directory d
JOIN (
  SELECT npi, identifier, MIN(number) AS number
  FROM directory
  WHERE place <> ''
  GROUP BY npi, identifier
) f ON f.npi = d.npi AND f.identifier = d.identifier AND f.number = d.number;

-- A payee's NPI in a group, with the place that is known of it, or blank.
CREATE TABLE placed AS
SELECT DISTINCT
  g.file,
  g.group_no,
  p.payee,
  g.npi,
  CASE
    WHEN p.place <> '' THEN p.place
    WHEN n.place IS NOT NULL THEN n.place
    ELSE COALESCE(i.place, '')
  END AS place,
  CASE WHEN COALESCE(i.name, '') <> '' THEN i.name ELSE p.name END AS name,
  COALESCE(n.name, '') AS npi_name,
  CASE WHEN COALESCE(i.health_system, '') <> '' THEN i.health_system ELSE COALESCE(n.health_system, '') END AS health_system
FROM group_payee g
JOIN payee p ON p.as_read = g.payee
LEFT JOIN listed n ON n.npi = g.npi AND g.npi <> 0
LEFT JOIN listed i ON i.identifier = p.identifier AND i.npi = 0 AND p.identifier <> '';

-- The choice stands in only for payees no line of which has a place.
CREATE TABLE settled AS
SELECT
  d.file, d.group_no, d.payee, d.npi, d.name, d.npi_name, d.health_system,
  CASE WHEN k.known = '' THEN c.fallback_place ELSE d.place END AS place
FROM placed d
JOIN (SELECT payee, MAX(place) AS known FROM placed GROUP BY payee) k ON k.payee = d.payee
CROSS JOIN chosen c;

CREATE TABLE placeless AS
SELECT p.identifier, MIN(s.name) AS name, COUNT(DISTINCT s.group_no) AS in_groups
FROM settled s
JOIN (SELECT payee, identifier FROM payee WHERE as_read = payee) p ON p.payee = s.payee
WHERE s.payee NOT IN (SELECT payee FROM settled WHERE place <> '')
GROUP BY s.payee, p.identifier;

-- A payee with one NPI in a place bears that NPI's name; with several, its own.
CREATE TABLE member AS
SELECT
  n.member, n.payee, n.place, n.identifier, n.name, n.health_system,
  MOD(MOD(MOD(n.x * n.x, 2147483647) * MOD(n.x * n.x, 2147483647), 2147483647) * n.x, 2147483647) AS mark_a,
  MOD(MOD(MOD(n.y * n.y, 2147483629) * MOD(n.y * n.y, 2147483629), 2147483629) * n.y, 2147483629) AS mark_b
FROM (
  SELECT
    m.member, m.payee, m.place, m.identifier, m.name, m.health_system,
    MOD(m.member, 2147483647) AS x,
    MOD(m.member + 1000003, 2147483629) AS y
  FROM (
    SELECT
      ROW_NUMBER() OVER (ORDER BY k.place, k.identifier, k.name) AS member,
      k.payee, k.place, k.identifier, k.name, k.health_system
    FROM (
      SELECT
        s.payee,
        s.place,
        p.identifier,
        CASE
          WHEN MIN(s.npi) = MAX(s.npi) AND MAX(s.npi_name) <> '' THEN MAX(s.npi_name)
          ELSE MIN(s.name)
        END AS name,
        CASE WHEN MIN(s.health_system) = MAX(s.health_system) THEN MIN(s.health_system) ELSE '' END AS health_system
      FROM settled s
      JOIN (SELECT payee, identifier FROM payee WHERE as_read = payee) p ON p.payee = s.payee
      WHERE s.place <> ''
      GROUP BY s.payee, s.place, p.identifier
    ) k
  ) m
) n;

CREATE TABLE group_member AS
SELECT DISTINCT s.file, s.group_no, m.member
FROM settled s
JOIN member m ON m.payee = s.payee AND m.place = s.place;

DROP TABLE listed;
DROP TABLE placed;
DROP TABLE payee;
