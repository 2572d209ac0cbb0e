import { describe, expect, test } from 'vitest';
import { problemAt } from '../../support/problemAt.ts';
import { alabama, cutOff, readGpciLines as read, gpciTitle as title } from '../../support/therapyLines.ts';

describe('a table of fixed width', () => {
  const fixedHeading = 'MAC   State Locality Locality Name   2019 PW GPCI  2019 PE GPCI  2019 MP GPCI';

  test('has contractor, state and locality first and the indices last; between them stands the name', async () => {
    const { lines, account } = await read(
      title,
      fixedHeading,
      ' 10112 AL 00 ALABAMA      1.100  0.869  .575 ',
      '02102 AK 1 ANCHORAGE 2 AND ALL*   1.5  1  1.',
      '01112 CA 05 AREA 12 1.1 1.2 1.3',
      '01112 CA 06 AREA 12.5 1.1 1.2 1.3',
      '01112 CA 07 AREA 1.x 1.1 1.2 1.3',
      '01112 CA 08 AREA x.5 1.1 1.2 1.3',
      'a footnote of 5 or more words',
    );
    expect(lines.slice(2).map(({ name, workGpci }) => [name, workGpci])).toEqual([
      ['AREA 12', 1100],
      ['AREA 12.5', 1100],
      ['AREA 1.x', 1100],
      ['AREA x.5', 1100],
    ]);
    expect(lines.slice(0, 2)).toEqual([
      alabama,
      {
        ...alabama,
        at: 4,
        mac: '02102',
        place: 'AK',
        locality: '01',
        name: 'ANCHORAGE 2 AND ALL',
        workGpci: 1500,
        peGpci: 1000,
        malpracticeGpci: 1000,
        mark: '*',
      },
    ]);
    expect(account.problems).toEqual([
      problemAt(0, '', '*', 'Names carry this mark, but no footnote explains it.', false),
    ]);
  });

  test('a line of fewer indices than the headings, or of a few words, is cut off', async () => {
    const { lines, account } = await read(
      title,
      fixedHeading,
      '10112 AL 00 ALABAMA 1.100 0.869 0.575',
      '01112 CA 05 SAN MATEO 1.1 1.2',
      '01112 CA',
      '01112',
      '01112 CA 06 B 1.1 1.2 1.3 1.4',
    );
    expect(lines).toHaveLength(1);
    expect(account.problems).toEqual([
      problemAt(4, '', '01112 CA 05 SAN MATEO 1.1 1.2', cutOff),
      problemAt(5, '', '01112 CA ', cutOff),
      problemAt(6, '', '01112 ', cutOff),
      problemAt(7, '', '01112 CA 06 B 1.1 1.2 1.3 1.4', cutOff),
    ]);
  });

  test('whose headings say nothing of indices has three or four', async () => {
    const { lines } = await read(
      'GEOGRAPHIC PRACTICE COST INDICES 2019',
      '10112 AL 00 ALABAMA 1.100 0.869 0.575',
      '01112 CA 05 B 0.9 1.1 1.2 1.3',
    );
    expect(lines.map((each) => [each.workGpci, each.workGpciWithoutFloor])).toEqual([
      [1100, null],
      [1100, 900],
    ]);
  });
});
