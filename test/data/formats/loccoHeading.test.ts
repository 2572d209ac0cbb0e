import { describe, expect, test } from 'vitest';
import { LoccoHeading } from '../../../src/data/formats/loccoHeading.ts';

/** A heading that has taken these lines above the table. */
function after(...lines: readonly (readonly string[])[]) {
  const heading = new LoccoHeading();
  for (const [i, cells] of lines.entries()) add(heading, cells, { at: i + 1 });
  return heading;
}

function add(
  heading: LoccoHeading,
  cells: readonly string[],
  { at = 1, isFixedWidth = false, isUnderTable = false } = {},
): void {
  heading.add({ cells, at, isFixedWidth, isOpen: false, isEnded: true }, isUnderTable);
}

const cells = ['a', 'b', 'c', 'd', 'e'];
const inOrder = { mac: 'a', locality: 'b', state: 'c', area: 'd', counties: 'e' };

describe('the year of a table of localities', () => {
  test('is the title’s, above the table or under it, and none without one', () => {
    expect(after().year).toBeNull();
    expect(after(['Counties included in 2025 localities']).year).toBe(2025);
    expect(after(['COUNTIES INCLUDED IN LOCALITIES']).year).toBeNull();
    expect(after(['2025 localities']).year).toBeNull();
    const heading = after(['COUNTIES INCLUDED IN 2025 LOCALITIES']);
    add(heading, ['COUNTIES INCLUDED IN 2026 LOCALITIES'], { isUnderTable: true });
    expect(heading.year).toBe(2026);
    add(heading, ['Counties included in localities'], { isUnderTable: true });
    expect(heading.year).toBe(2026);
  });
});

describe('the columns of a table of localities', () => {
  test('are those of 2025 until a heading says otherwise', () => {
    expect(after().fieldsOf(cells)).toEqual(inOrder);
    expect(after(['Note', 'x', 'y']).fieldsOf(cells)).toEqual(inOrder);
  });

  test('stand where their headings do, over several lines and whatever else those say', () => {
    const heading = after(
      ['', 'Fee Schedule', 'Medicare', 'Locality', ''],
      ['Counties', 'Area', 'Carrier', 'Number', 'State'],
    );
    expect(heading.fieldsOf(cells)).toEqual({
      counties: 'a',
      area: 'b',
      mac: 'c',
      locality: 'd',
      state: 'e',
    });
  });

  test('are not asked of a title, of a fixed-width line, nor of a line under the table', () => {
    const moved = ['State', 'Area', 'Counties', 'MAC', 'Locality'];
    const title = after(['Counties included in 2025', 'State', 'Area', 'MAC', 'Locality']);
    expect(title.fieldsOf(cells)).toEqual(inOrder);
    const fixed = after();
    add(fixed, moved, { isFixedWidth: true });
    expect(fixed.fieldsOf(cells)).toEqual(inOrder);
    const under = after();
    add(under, moved, { isUnderTable: true });
    expect(under.fieldsOf(cells)).toEqual(inOrder);
    expect(after(moved).fieldsOf(cells)).toEqual({
      state: 'a',
      area: 'b',
      counties: 'c',
      mac: 'd',
      locality: 'e',
    });
  });

  test('of a line that is short are blank, and several blanks are one', () => {
    expect(after().fieldsOf(['1', '2', 'NEW   YORK'])).toEqual({
      mac: '1',
      locality: '2',
      state: 'NEW YORK',
      area: '',
      counties: '',
    });
  });
});
