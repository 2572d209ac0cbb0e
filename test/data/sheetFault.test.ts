import { expect, test } from 'vitest';
import { sheetFault } from '../../src/data/sheetFault.ts';

test.each([
  ['a table', '<row r="2"><c r="A2"/><c r="T2"/></row>', undefined],
  ['a million rows of twenty columns', '<c r="T1048576"/>', undefined],
  [
    'a cell in the last row and column: 17 thousand million cells',
    '<c r="XFD1048576"/>',
    /far from the others/,
  ],
  // 6,000 × 16,384 = 98 million.
  ['a cell far to the right of many rows', '<row r="6000"/><c r="XFD1"/>', /far from the others/],
  ['a row Excel does not have', '<row r="1048577">', /outside of what Excel can hold/],
  ['a column Excel does not have', '<c r="XFE1"/>', /outside of what Excel can hold/],
  ['a column of many letters', `<c r="${'Z'.repeat(40)}1"/>`, /outside of what Excel can hold/],
  ['a place that is none', "<c r='__proto__A1'/>", /outside of what Excel can hold/],
  ['a row in powers of ten', '<row r="1e9">', /outside of what Excel can hold/],
  ['the same words in a text', '<c r="A1" t="inlineStr"><is><t>a r="1e9"</t></is></c>', undefined],
  ['an endless number', `<row r="${'9'.repeat(400)}">`, /outside of what Excel can hold/],
])('%s', (_, xml, fault) => {
  if (fault === undefined) expect(sheetFault(xml)).toBeUndefined();
  else expect(sheetFault(xml)).toMatch(fault);
});
