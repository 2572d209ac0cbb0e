-- Reads:  body_kind, kind_set, payable, offer
-- Makes:  body_set (the sets each body is in)
--         code_size (code, how many lines of class_offer it can come to at most)
--         class_body, class_offer (empty: 50 fills them)
-- What for: nothing is compared across codes in 50, so it is run for some codes at a time: what it holds at once does
-- not grow with the number of codes. The sizes tell how many.

CREATE TABLE body_set AS
SELECT DISTINCT b.body, k.group_set
FROM body_kind b
JOIN kind_set k ON k.kind = b.kind;

CREATE TABLE code_size AS
SELECT o.code, SUM(s.bodies) AS paid
FROM payable p
JOIN offer o ON o.offer = p.offer
JOIN (SELECT group_set, COUNT(*) AS bodies FROM body_set GROUP BY group_set) s ON s.group_set = p.group_set
GROUP BY o.code;

CREATE TABLE class_body (
  code VARCHAR(4000),
  class BIGINT,
  body BIGINT
);

CREATE TABLE class_offer (
  code VARCHAR(4000),
  class BIGINT,
  offer BIGINT,
  published BIGINT
);
