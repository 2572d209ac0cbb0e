import { expect, test } from 'vitest';
import { sheetFault } from '../../src/data/sheetFault.ts';

const outside =
  'A cell of this workbook stands outside of what Excel can hold. Save it again, or save it as CSV.';
const far =
  'A cell of this workbook stands far from the others, so that the sheet is too large to lay out. Delete what is outside the table, or save it as CSV.';

test.each([
  ['a table', '<row r="2"><c r="A2"/><c r="T2"/></row>', undefined],
  ['nothing', '<sheetData/>', undefined],
  ['a million rows of twenty columns', '<c r="T1048576"/>', undefined],
  // 1,048,576 × 47 = 49 million, × 48 = 50.3 million.
  ['a million rows of 47 columns', '<c r="AU1048576"/>', undefined],
  ['a million rows of 48 columns', '<c r="AV1048576"/>', far],
  // 50,000,000 ÷ 16,000 = 3,125 rows; WQJ is column 23 × 676 + 17 × 26 + 10 = 16,000.
  ['fifty million cells', '<row r="3125"/><c r="WQJ1"/>', undefined],
  ['fifty million and sixteen thousand cells', '<row r="3126"/><c r="WQJ1"/>', far],
  ['a cell in the last row and column: 17 thousand million cells', '<c r="XFD1048576"/>', far],
  // 6,000 × 16,384 = 98 million.
  ['a cell far to the right of many rows', '<row r="6000"/><c r="XFD1"/>', far],
  ['that cell before the rows', '<c r="XFD1"/><row r="6000"/><row r="1"/><c r="A1"/>', far],
  ['the last column alone', '<c r="XFD1"/>', undefined],
  ['a row Excel does not have', '<row r="1048577">', outside],
  ['a column Excel does not have', '<c r="XFE1"/>', outside],
  ['a column of many letters', `<c r="${'Z'.repeat(40)}1"/>`, outside],
  ['a column of four letters', '<c r="AAAA1"/>', outside],
  ['a row of eight digits', '<row r="10000000"/>', outside],
  ['a place that is none', "<c r='__proto__A1'/>", outside],
  ['a place with more behind it', '<c r="A1x"/>', outside],
  ['no place at all', '<c r=""/>', outside],
  ['one without a row', '<c r="A"/>', outside],
  ['a place in single quotes', "<c r='XFE1'/>", outside],
  ['a place behind other attributes, with spaces', '<c s="1" t="n"  r = "XFE1"/>', outside],
  ['another attribute that ends in r', '<c attr="XFE1"/>', undefined],
  ['a row in powers of ten', '<row r="1e9">', outside],
  ['the same words in a text', '<c r="A1" t="inlineStr"><is><t>a r="1e9"</t></is></c>', undefined],
  ['an endless number', `<row r="${'9'.repeat(400)}">`, outside],
])('%s', (_, xml, fault) => {
  expect(sheetFault(xml)).toBe(fault);
});
