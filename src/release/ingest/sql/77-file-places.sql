-- Reads:  rate_line
-- Makes:  file_place (the place of a file whose rates are all in one; blank where they are in several)
-- What for: sources.csv lists files by place.

CREATE TABLE file_place AS
SELECT file, CASE WHEN MIN(place) = MAX(place) THEN MIN(place) ELSE '' END AS place
FROM rate_line
GROUP BY file;
