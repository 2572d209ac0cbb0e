import { describe, expect, test } from 'vitest';
import { FileTally } from '../../../../src/data/formats/fileTally.ts';
import type { FileHead, FormatRate, FormatSink } from '../../../../src/data/formats/formatReader.ts';
import { TicHead } from '../../../../src/data/formats/tic/ticHead.ts';
import { TicItem } from '../../../../src/data/formats/tic/ticItem.ts';
import { type TicAmount, TicLedger } from '../../../../src/data/formats/tic/ticLedger.ts';

const amount: TicAmount = {
  cents: 4120,
  modifier: 'GP',
  setting: 'outpatient',
  billingClass: 'professional',
  methodology: 'TiC negotiated',
  groups: [3],
  networks: 'North',
};
const code = { code: '97110', codeType: 'CPT', modifier: '' } as const;
const rate = {
  at: 1,
  code: '97110',
  codeType: 'CPT',
  modifier: 'GP',
  payerRaw: 'Quillfern',
  plan: 'North',
  setting: 'outpatient',
  billingClass: 'professional',
  cents: 4120,
  methodology: 'TiC negotiated',
  flags: 0,
  groups: [3],
};
const tooMany = {
  file: 'a.json',
  line: 0,
  column: '',
  found: '',
  message: 'What says whose rates these are, or of which code, stands behind more than 500,000 of them.',
  leftOut: true,
};

function made(payer = 'Quillfern') {
  const heads: FileHead[] = [];
  const rates: FormatRate[] = [];
  const groups: (readonly number[])[] = [];
  const tally = new FileTally('tic-in-network', 'a.json');
  const head = new TicHead();
  if (payer !== '') head.set('reporting_entity_name', payer);
  const sink: FormatSink = {
    head: (told) => heads.push(told),
    group: () => undefined,
    rate: (told) => rates.push({ ...told }),
  };
  const ledger = new TicLedger(sink, tally, head, (told) => groups.push(told));
  const item = new TicItem((asked) => asked !== '97112');
  const startItem = (asked = '97110', type = 'CPT') => {
    item.start('ffs');
    item.set('billing_code', asked);
    item.set('billing_code_type', type);
    ledger.startItem();
  };
  return { heads, rates, groups, tally, head, ledger, item, startItem };
}

describe('an amount whose code and payer are known', () => {
  test('is a rate at once, its groups told before it, the head once', () => {
    const { heads, rates, groups, tally, ledger, item, startItem } = made();
    startItem();
    ledger.amount(amount, code);
    expect([rates, groups, heads.length]).toEqual([[rate], [[3]], 1]);
    ledger.endItem(item, 5);
    startItem();
    ledger.amount({ ...amount, groups: [4], modifier: '' }, { ...code, modifier: 'CQ' });
    ledger.amount(amount, { ...code, modifier: 'CQ' });
    ledger.endItem(item, 6);
    ledger.end();
    expect(rates.slice(1)).toEqual([
      { ...rate, at: 2, modifier: 'CQ', groups: [4] },
      { ...rate, at: 2, modifier: 'CQ|GP' },
    ]);
    expect(heads).toEqual([{ publisher: 'Quillfern', kind: 'payer', date: '', version: '' }]);
    expect(tally.account()).toMatchObject({ present: 3, read: 3, leftOut: {}, problems: [] });
  });

  test('has the file’s plan before its networks; a head that grows is told again', () => {
    const { heads, rates, head, ledger, startItem } = made();
    startItem();
    ledger.amount(amount, code);
    head.set('plan_name', 'Gold');
    ledger.amount(amount, code);
    head.set('version', '2.0');
    ledger.end();
    ledger.end();
    expect(rates.map(({ plan }) => plan)).toEqual(['North', 'Gold']);
    expect(heads.map(({ version }) => version)).toEqual(['', '', '2.0']);
  });
});

describe('an amount whose payer is not known yet', () => {
  test('waits for it, in order, and no longer', () => {
    const { heads, rates, groups, tally, head, ledger, startItem } = made('');
    startItem();
    ledger.amount(amount, code);
    ledger.amount({ ...amount, cents: 1 }, code);
    expect([rates, heads, tally.read, groups]).toEqual([[], [], 0, [[3], [3]]]);
    head.set('reporting_entity_name', 'Quillfern');
    ledger.amount({ ...amount, cents: 2 }, code);
    expect(rates.map(({ cents, payerRaw }) => [cents, payerRaw])).toEqual([
      [4120, 'Quillfern'],
      [1, 'Quillfern'],
      [2, 'Quillfern'],
    ]);
    ledger.end();
    expect([rates.length, heads.length, tally.read]).toEqual([3, 1, 3]);
  });

  test('is nobody’s at the end of the file', () => {
    const { rates, ledger, startItem } = made('');
    startItem();
    ledger.amount(amount, code);
    ledger.end();
    expect(rates).toEqual([{ ...rate, payerRaw: '' }]);
  });

  test('is left out past 500,000 of them', () => {
    const { rates, tally, ledger, startItem } = made('');
    startItem();
    for (let n = 0; n < 500_000; n += 1) ledger.amount(amount, code);
    expect(tally.account()).toMatchObject({ leftOut: {}, problems: [] });
    ledger.amount(amount, code);
    ledger.end();
    expect(rates.length).toBe(500_000);
    expect(tally.account()).toMatchObject({
      present: 500_001,
      read: 500_000,
      leftOut: { unreadable: 1 },
      problems: [tooMany],
    });
  });
});

describe('an item of which it is not known whether it counts', () => {
  test('is written down when it does, with what of it is no rate', () => {
    const { rates, tally, ledger, item, startItem } = made();
    startItem();
    ledger.wait();
    ledger.amount(amount, null);
    ledger.leave('not-an-amount');
    ledger.leave('not-an-amount', 2);
    ledger.leave('no-provider');
    // Asked again it goes on waiting.
    ledger.wait();
    ledger.amount({ ...amount, cents: 1 }, code);
    expect([rates, tally.account().leftOut]).toEqual([[], {}]);
    ledger.endItem(item, 5);
    expect(rates.map(({ at, cents }) => [at, cents])).toEqual([
      [1, 4120],
      [1, 1],
    ]);
    expect(tally.account().leftOut).toEqual({ 'not-an-amount': 3, 'no-provider': 1 });
    // The next item owes nothing to it.
    startItem();
    ledger.amount(amount, code);
    ledger.endItem(item, 6);
    expect(tally.account()).toMatchObject({ present: 7, read: 3 });
  });

  test('is one item left out when it does not, whatever it held', () => {
    for (const [asked, type, reason] of [
      ['97112', 'CPT', 'code-not-asked'],
      ['97110', 'NDC', 'other-code-type'],
    ] as const) {
      const { rates, tally, ledger, item, startItem } = made();
      startItem(asked, type);
      ledger.wait();
      ledger.amount(amount, null);
      ledger.leave('not-an-amount', 4);
      ledger.endItem(item, 5);
      startItem();
      ledger.wait();
      ledger.amount(amount, null);
      ledger.endItem(item, 6);
      expect(rates.map(({ at }) => at)).toEqual([2]);
      expect(tally.account()).toMatchObject({ present: 2, leftOut: { [reason]: 1 }, problems: [] });
    }
  });

  test('without a code is told with its line and what it has', () => {
    const { tally, ledger, item } = made();
    item.start();
    item.set('billing_code', 'x1');
    ledger.startItem();
    ledger.wait();
    ledger.endItem(item, 5);
    expect(tally.account()).toMatchObject({
      leftOut: { unreadable: 1 },
      problems: [
        {
          line: 5,
          column: 'billing_code',
          found: 'x1',
          message: 'This item has no code or no type of code.',
          leftOut: true,
        },
      ],
    });
  });

  test('without any amount is one without dollars', () => {
    const { tally, ledger, item, startItem } = made();
    startItem();
    ledger.endItem(item, 5);
    startItem();
    ledger.leave('not-an-amount');
    ledger.endItem(item, 6);
    expect(tally.account().leftOut).toEqual({ 'no-dollars': 1, 'not-an-amount': 1 });
  });

  test('keeps 500,000 amounts waiting', () => {
    const { rates, tally, ledger, item, startItem } = made();
    startItem();
    ledger.wait();
    for (let n = 0; n < 500_000; n += 1) ledger.amount(amount, null);
    ledger.endItem(item, 5);
    expect(tally.account()).toMatchObject({ read: 500_000, leftOut: {}, problems: [] });
    startItem();
    ledger.wait();
    for (let n = 0; n < 500_001; n += 1) ledger.amount(amount, null);
    ledger.endItem(item, 6);
    expect(rates.length).toBe(1_000_000);
    expect(tally.account()).toMatchObject({ leftOut: { unreadable: 1 }, problems: [tooMany] });
    startItem();
    ledger.amount(amount, code);
    ledger.endItem(item, 7);
    expect(tally.account().problems).toHaveLength(1);
  });
});

describe('an item the file is cut in', () => {
  test('gives what of it is known, and what was begun is left out', () => {
    const { rates, tally, ledger, item, startItem } = made();
    startItem();
    ledger.amount(amount, code);
    ledger.leave('not-an-amount');
    ledger.cutItem(item, 2);
    expect(rates).toEqual([rate]);
    expect(tally.account().leftOut).toEqual({ 'not-an-amount': 1, unreadable: 2 });
  });

  test('is left out whole where nothing of it is known, or not whether it counts', () => {
    const none = made();
    none.startItem();
    none.ledger.cutItem(none.item, 0);
    expect(none.tally.account().leftOut).toEqual({ unreadable: 1 });
    const unsure = made();
    unsure.item.start();
    unsure.ledger.startItem();
    unsure.ledger.wait();
    unsure.ledger.amount(amount, null);
    unsure.ledger.cutItem(unsure.item, 3);
    expect([unsure.rates, unsure.tally.account().leftOut]).toEqual([[], { unreadable: 1 }]);
    const begun = made();
    begun.startItem();
    begun.ledger.cutItem(begun.item, 3);
    expect(begun.tally.account().leftOut).toEqual({ unreadable: 3 });
  });
});
