-- Reads:  kept_file, published_rate, terms, payable, offer, group_set, group_payee, group_member
-- Makes:  left_out (file, reason, how many published rates)
--         set_with_member (the sets of groups somebody with a place is in)
-- What for: a rate that pays nobody we can name, or nobody with a place, cannot be shown in a place. It is counted.

CREATE TABLE set_with_member AS
SELECT DISTINCT s.group_set
FROM group_set s
JOIN group_member g ON g.file = s.file AND g.group_no = s.group_no;

CREATE TABLE set_with_payee AS
SELECT DISTINCT s.group_set
FROM group_set s
JOIN group_payee g ON g.file = s.file AND g.group_no = s.group_no;

CREATE TABLE left_out AS
SELECT r.file, 'no-payer' AS reason, COUNT(*) AS rates
FROM published_rate r
JOIN kept_file k ON k.file = r.file
LEFT JOIN terms t ON t.as_read = r.terms
WHERE t.as_read IS NULL
GROUP BY r.file
UNION ALL
SELECT
  o.file,
  CASE WHEN p.group_set IS NULL THEN 'no-provider' ELSE 'no-place' END AS reason,
  SUM(r.published) AS rates
FROM payable r
JOIN offer o ON o.offer = r.offer
LEFT JOIN set_with_payee p ON p.group_set = r.group_set
LEFT JOIN set_with_member m ON m.group_set = r.group_set
WHERE m.group_set IS NULL
GROUP BY o.file, CASE WHEN p.group_set IS NULL THEN 'no-provider' ELSE 'no-place' END;

DROP TABLE set_with_payee;
