-- What the readers hand over, and what is decided outside of SQL. Empty tables; every later step reads from these.
-- Numbers such as terms, group_set and payee are names given while reading. The same content may have got several
-- (the reader's memory is bounded), so nothing below relies on one number a content.

-- The words of a rate, once for many rates. stated_line is blank unless a column of the file states the line of business.
CREATE TABLE published_terms (
  terms INTEGER,
  code VARCHAR(4000),
  code_type VARCHAR(4000),
  modifier VARCHAR(4000),
  payer_raw VARCHAR(4000),
  plan VARCHAR(4000),
  stated_line VARCHAR(4000),
  setting VARCHAR(4000),
  billing_class VARCHAR(4000),
  methodology VARCHAR(4000),
  flags INTEGER
);

-- The files whose rates belong to the release: those that could be dated.
CREATE TABLE kept_file (
  file INTEGER
);

-- One published amount: so many cents, under these terms, to each provider of these groups.
CREATE TABLE published_rate (
  file INTEGER,
  terms INTEGER,
  cents BIGINT,
  group_set INTEGER
);

-- The groups of a file that are paid together, once for many rates. No set is of two files.
CREATE TABLE group_set (
  group_set INTEGER,
  file INTEGER,
  group_no BIGINT
);

-- Who is in a group: a line for each NPI behind a payee, or one with npi 0 where the file names none.
CREATE TABLE group_payee (
  file INTEGER,
  group_no BIGINT,
  payee INTEGER,
  npi BIGINT
);

-- Who is paid, as published. identifier is NPI:…, EIN:… or CCN:…, or blank; place is blank where the file is silent.
CREATE TABLE published_payee (
  payee INTEGER,
  identifier VARCHAR(4000),
  name VARCHAR(4000),
  place VARCHAR(4000)
);

-- What directories of providers say: by npi, or by identifier where npi is 0. Of several lines for one provider the
-- first with a place counts; number says which came first.
CREATE TABLE directory (
  number INTEGER,
  npi BIGINT,
  identifier VARCHAR(4000),
  name VARCHAR(4000),
  place VARCHAR(4000),
  health_system VARCHAR(4000)
);

-- What a payer and plan as published stand for, by the alias table; payer is blank where the words name no payer.
CREATE TABLE payer_reading (
  payer_raw VARCHAR(4000),
  plan VARCHAR(4000),
  stated_line VARCHAR(4000),
  payer VARCHAR(4000),
  payer_order INTEGER,
  parent VARCHAR(4000),
  line VARCHAR(4000)
);

-- One line: where a provider is placed when neither its file nor the directory says; blank for nowhere.
CREATE TABLE chosen (
  fallback_place VARCHAR(4000)
);

-- The codes that the next run of 50, 75 or 90 is about.
CREATE TABLE code_batch (
  code VARCHAR(4000)
);

-- The files as sources.csv numbers them, from 1, with the year of each. Filled between 77 and 80.
CREATE TABLE source (
  file INTEGER,
  number INTEGER,
  year INTEGER
);
