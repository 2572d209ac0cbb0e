import { describe, expect, test } from 'vitest';
import { csvTable } from '../../src/data/csvTable.ts';
import { readOwnRates, readOwnTable } from '../../src/data/ownRates.ts';
import { shippedAliases } from '../support/releaseData.ts';

const notesOf = (lines: readonly string[]) =>
  readOwnRates(lines.join('\n'), 'mine.csv', new Map(), shippedAliases()).notes;

const noState = 'No state column: the rates show nationally, not on a state’s page.';
const noDate =
  'No date or year column: code by code the rates are not compared with Medicare; beside your contract stands Medicare of the newest year.';
const noProvider = 'No provider column: the file counts as one provider per state, "Your file".';
const unstated = (lines: string) =>
  `${lines} nothing of commercial, Medicare Advantage or Medicaid, so commercial is taken. A "line" column settles it.`;

describe('what was taken for granted about a file is said, and nothing else', () => {
  const full = 'code,payer,rate,line,state,date,provider';

  test('nothing where all is stated', () => {
    expect(notesOf([full, '97110,Aetna,36.50,Commercial,TX,2026,Clinic A'])).toEqual([]);
    // A column without a heading is none.
    expect(notesOf([full.replace('date', ',date'), '97110,Aetna,36.50,Commercial,TX,x,2026,A'])).toEqual([]);
  });

  test('nothing where no line was read', () => {
    expect(notesOf(['code,payer,rate', '97110,,36,50'])).toEqual([]);
  });

  test('which columns are not there', () => {
    expect(notesOf(['code,payer,rate,line', '97110,Aetna,36.50,Commercial'])).toEqual([
      noState,
      noDate,
      noProvider,
    ]);
  });

  test('which are not used, a second of the same field among them', () => {
    expect(notesOf([`${full},rate,Id,Remarks`, '97110,Aetna,36.50,Commercial,TX,2026,A,1,2,3'])).toEqual([
      'Columns not used: rate, Id, Remarks.',
    ]);
  });

  test('how the file writes its cents', () => {
    expect(notesOf([full.replaceAll(',', ';'), '97110;Aetna;36,50;Commercial;TX;2026;A'])).toEqual([
      'Amounts are read with a decimal comma: 36,50 is $36.50.',
    ]);
  });

  test('on how many lines no line of business is stated', () => {
    const lines = ['97110,Aetna,36.50,,TX,2026,A', '97112,Aetna,36.50,,TX,2026,A'];
    expect(notesOf([full, lines[0] ?? ''])).toEqual([unstated('1 line says')]);
    expect(notesOf([full, ...lines])).toEqual([unstated('2 lines say')]);
  });

  test('who counts under other payers: eight of them by name', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i) => `97110,Local Plan ${i + 1},36.50,Commercial,TX,2026,A`);
    const eight = Array.from({ length: 8 }, (_, i) => `Local Plan ${i + 1}`).join(', ');
    expect(notesOf([full, ...lines(1)])).toEqual(['Counted under other payers: Local Plan 1.']);
    expect(notesOf([full, ...lines(8)])).toEqual([`Counted under other payers: ${eight}.`]);
    expect(notesOf([full, ...lines(9)])).toEqual([`Counted under other payers: ${eight} and 1 more.`]);
    // The same name on two lines is one payer.
    expect(notesOf([full, ...lines(1), '97112,Local Plan 1,9.00,Commercial,TX,2026,A'])).toEqual([
      'Counted under other payers: Local Plan 1.',
    ]);
  });

  test('how many lines repeat another', () => {
    const line = '97110,Aetna,36.50,Commercial,TX,2026,A';
    const merged = 'Lines with the same rate count as one in your contract, their volumes added up.';
    expect(notesOf([full, line, line])).toEqual([
      merged,
      '1 line has the same rate as another: code by code it counts once.',
    ]);
    expect(notesOf([full, line, line, line])).toEqual([
      merged,
      '2 lines have the same rate as another: code by code they count once.',
    ]);
  });

  test('which rates of a contract a newer one takes the place of', () => {
    const lines = [2026, 2025, 2024].map((year) => `97110,Aetna,${year - 1990}.00,Commercial,TX,${year},A`);
    expect(notesOf([full, ...lines.slice(0, 2)])).toEqual([
      '1 rate has a newer date elsewhere in the file: only the newest counts in your contract; code by code each counts.',
    ]);
    expect(notesOf([full, ...lines])).toEqual([
      '2 rates have a newer date elsewhere in the file: only the newest counts in your contract; code by code each counts.',
    ]);
  });

  test('which rates are still to come, and which count though they are', () => {
    const lines = [
      '97110,Aetna,36.00,Commercial,TX,2026-01-01,A',
      '97110,Aetna,38.00,Commercial,TX,2027-01-01,A',
    ];
    const onDay = (...rows: readonly string[]) =>
      readOwnTable(csvTable([full, ...rows].join('\n'), 'mine.csv'), 'mine.csv', {
        deleted: new Map(),
        aliases: shippedAliases(),
        today: '2026-11-30',
      });
    const both = onDay(...lines);
    expect(both.notes).toEqual([
      '1 rate holds only after today, 2026-11-30: the one before counts in your contract; code by code each counts.',
    ]);
    expect(both.contract?.lines.map(({ standing }) => standing)).toEqual(['in-force', 'to-come']);
    expect(onDay(...lines.slice(1)).notes).toEqual([
      '1 rate holds only after today, 2026-11-30, and has none before: counted as if in force.',
    ]);
    // From today on is in force today.
    expect(onDay('97110,Aetna,40.00,Commercial,TX,2026-11-30,A').notes).toEqual([]);
  });

  test('how a share of Medicare is read', () => {
    expect(notesOf([`${full},percent of medicare`, '97110,Aetna,,Commercial,TX,2026,A,110'])).toEqual([
      'A share of Medicare is read as 110% where the file writes 110%, 110 or 1.1.',
    ]);
  });

  test('how claim lines are added up, and which averages are of other years', () => {
    const claims = 'code,payer,allowed,units,line,state,date,provider';
    const of = (year: number, units: number) => `97110,Aetna,90.00,${units},Commercial,TX,${year},A`;
    const added = (lines: string, rates: string) =>
      `Read as claim lines: an allowed amount is for all units of its line. ${lines} added up to ${rates} by payer, code, modifier, place of service and year.`;
    expect(notesOf([claims, of(2026, 3)])).toEqual([added('1 line', '1 average rate')]);
    expect(notesOf([claims, of(2026, 3), of(2026, 2)])).toEqual([added('2 lines', '1 average rate')]);
    const others = (averages: string) =>
      `${averages} of other years than the newest with at least half the units of the busiest: they show how revenue changed, not where you stand.`;
    expect(notesOf([claims, of(2026, 3), of(2025, 3)])).toEqual([
      added('2 lines', '2 average rates'),
      others('1 average is'),
    ]);
    expect(notesOf([claims, of(2026, 3), of(2025, 3), of(2024, 3)])).toEqual([
      added('3 lines', '3 average rates'),
      others('2 averages are'),
    ]);
  });

  test('that a market’s file is no contract of one practice', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i) => `97110,Aetna,${(i + 100) / 100},Commercial,TX,2026,A`);
    const tooMany =
      'Too many different lines for the contract of one practice: your contract’s part is not shown.';
    expect(notesOf([full, ...lines(20_000)])).toEqual([]);
    expect(notesOf([full, ...lines(20_001)])).toEqual([tooMany]);
  });
});
