import { describe, expect, test } from 'vitest';
import { FileTally } from '../../../src/data/formats/fileTally.ts';
import type { FormatContext, FormatRate, FormatSink } from '../../../src/data/formats/formatReader.ts';
import {
  type HospitalAmount,
  type HospitalItem,
  HospitalRates,
} from '../../../src/data/formats/hospitalRates.ts';
import { flagBit } from '../../../src/domain/rateTable.ts';

const item: HospitalItem = {
  at: 7,
  modifiers: 'GP',
  setting: 'outpatient',
  billingClass: 'facility',
  gross: '100.00',
  group: 1,
};
const amount: HospitalAmount = {
  payer: 'Aetna',
  plan: 'PPO',
  dollars: '36.50',
  percentage: '',
  algorithm: '',
  methodology: 'Fee Schedule',
  estimate: '',
};

function made(wants: (code: string) => boolean = () => true) {
  const rates: FormatRate[] = [];
  const tally = new FileTally('hpt-csv-tall', 'a.csv');
  // Nothing else of a sink or of what is known of a file is asked for.
  const sink = { rate: (rate: FormatRate) => rates.push(rate) } as unknown as FormatSink;
  const reader = new HospitalRates(sink, { wants } as FormatContext, tally);
  const code = (text: string, type = 'CPT') => {
    const found = reader.code(text, type);
    if (!found) throw new Error(`${text} is a code`);
    return found;
  };
  const add = (
    change: Partial<HospitalAmount> = {},
    of: Partial<HospitalItem> = {},
    codes = [code('97110')],
  ) => {
    reader.add({ ...item, ...of }, codes, { ...amount, ...change });
    return rates.at(-1);
  };
  return { reader, rates, tally, code, add };
}

describe('the codes of an item', () => {
  const { reader, code } = made((wanted) => wanted !== '97112');

  test('services before payment groups, each once, as far as they are asked for', () => {
    const [exercise, manual, group] = [code('97110'), code('97140', 'HCPCS'), code('5823', 'APC')];
    expect(reader.itemCodes([undefined, group, exercise, manual, code('97110', 'HCPCS')])).toEqual([
      exercise,
      manual,
    ]);
    expect(reader.itemCodes([group])).toEqual([group]);
    expect(reader.itemCodes([code('97112'), manual])).toEqual([manual]);
  });

  test('or why there is none', () => {
    expect(reader.itemCodes([])).toBe('other-code-type');
    expect(reader.itemCodes([reader.code('470', 'MS-DRG')])).toBe('other-code-type');
    expect(reader.itemCodes([code('97112')])).toBe('code-not-asked');
  });

  test('a code is worked out once', () => {
    expect(reader.code('97110', 'CPT')).toBe(reader.code('97110', 'CPT'));
    expect(reader.code('97110', 'CPT')).not.toBe(reader.code('97110', 'HCPCS'));
  });
});

describe('a rate', () => {
  test('has what the item and the amount say, in our words', () => {
    const { add, tally } = made();
    expect(add()).toEqual({
      at: 7,
      code: '97110',
      codeType: 'CPT',
      modifier: 'GP',
      payerRaw: 'Aetna',
      plan: 'PPO',
      setting: 'outpatient',
      billingClass: 'facility',
      cents: 3650,
      methodology: 'fee schedule',
      flags: 0,
      groups: [1],
    });
    expect(tally.account()).toMatchObject({ read: 1, present: 1, problems: [], notes: [] });
  });

  test('a plan that repeats the payer is none, and one without a payer is the payer', () => {
    const { add } = made();
    expect(add({ payer: 'Aetna', plan: 'Aetna' })).toMatchObject({ payerRaw: 'Aetna', plan: '' });
    expect(add({ payer: '', plan: 'Aetna PPO' })).toMatchObject({ payerRaw: 'Aetna PPO', plan: '' });
    expect(add({ payer: ' Blue\r\nCross ', plan: '' })).toMatchObject({ payerRaw: 'Blue Cross', plan: '' });
  });

  test('is flagged against the item’s own gross charge, where there is one', () => {
    const { add } = made();
    expect(add({ dollars: '100.01' })?.flags).toBe(flagBit('above_gross'));
    expect(add({ dollars: '100' })?.flags).toBe(flagBit('equals_gross'));
    expect(add({ dollars: '100' }, { gross: 'N/A' })?.flags).toBe(0);
    expect(add({ dollars: '100' }, { gross: 'x' })?.flags).toBe(0);
  });

  test('is one for each of several codes, which is noted', () => {
    const { add, rates, tally, reader, code } = made();
    add({}, { modifiers: '' }, [code('97110-CQ'), code('97112')]);
    expect(rates.map((rate) => [rate.code, rate.modifier])).toEqual([
      ['97110', 'CQ'],
      ['97112', ''],
    ]);
    reader.end();
    expect(tally.account()).toMatchObject({
      read: 2,
      notes: ['1 amount is for several codes; each is a rate of every one.'],
    });
  });

  test('a word of setting or billing class that nobody knows is told once an item, and not stated', () => {
    const { reader, rates, tally, code } = made();
    const odd = { ...item, setting: 'moon', billingClass: 'sun' };
    reader.add(odd, [code('97110')], amount);
    reader.add(odd, [code('97110')], amount);
    expect(rates.map(({ setting, billingClass }) => [setting, billingClass])).toEqual([
      ['', ''],
      ['', ''],
    ]);
    expect(tally.account().problems).toEqual(
      (
        [
          ['setting', 'moon'],
          ['billing_class', 'sun'],
        ] as const
      ).map(([column, found]) => ({
        file: 'a.csv',
        line: 7,
        column,
        found,
        message: 'This word is not one CMS knows; read as not stated.',
        leftOut: false,
      })),
    );
  });
});

describe('an amount that is no rate', () => {
  const leftOut = (change: Partial<HospitalAmount>) => {
    const { add, rates, tally, reader, code } = made();
    add(change, {}, [code('97110'), code('97112')]);
    reader.end();
    const account = tally.account();
    expect([rates.length, account.read]).toEqual([0, 0]);
    return [account.leftOut, account.problems.length, account.notes];
  };
  const estimated =
    '2 amounts without dollars have an estimated or median amount; an average of payments is no rate.';

  test('is left out once for each code, by its reason', () => {
    expect(leftOut({ dollars: '' })).toEqual([{ 'not-an-amount': 2 }, 0, []]);
    expect(leftOut({ dollars: 'N/A', percentage: '65' })).toEqual([{ 'no-dollars': 2 }, 0, []]);
    expect(leftOut({ dollars: '0.00', algorithm: 'lesser of' })).toEqual([{ 'no-dollars': 2 }, 0, []]);
    expect(leftOut({ dollars: '', percentage: 'N/A', algorithm: '0' })).toEqual([
      { 'not-an-amount': 2 },
      0,
      [],
    ]);
    expect(leftOut({ dollars: '', estimate: '30.00' })).toEqual([{ 'not-an-amount': 2 }, 0, [estimated]]);
    expect(leftOut({ dollars: '', percentage: '65', estimate: '30' })).toEqual([
      { 'no-dollars': 2 },
      0,
      [estimated],
    ]);
    expect(leftOut({ dollars: '', estimate: '999999999' })).toEqual([{ 'not-an-amount': 2 }, 0, []]);
  });

  test('is a problem where it cannot be read', () => {
    expect(leftOut({ dollars: '65%', estimate: '30' })).toEqual([{ unreadable: 2 }, 1, []]);
    const { add, tally } = made();
    add({ dollars: '-3' });
    expect(tally.account().problems).toMatchObject([
      {
        line: 7,
        column: 'negotiated_dollar',
        found: '-3',
        message: 'This is not a dollar amount such as 36.50.',
        leftOut: true,
      },
    ]);
  });
});
