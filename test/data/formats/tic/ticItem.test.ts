import { describe, expect, test } from 'vitest';
import { JsonText } from '../../../../src/data/formats/jsonText.ts';
import { type HeadKey, TicHead } from '../../../../src/data/formats/tic/ticHead.ts';
import { type ItemKey, TicItem } from '../../../../src/data/formats/tic/ticItem.ts';
import { type PriceKey, TicPrice } from '../../../../src/data/formats/tic/ticPrice.ts';

describe('the head of a payer’s file', () => {
  function head(fields: Partial<Record<HeadKey, string>>): TicHead {
    const made = new TicHead();
    for (const [key, text] of Object.entries(fields)) made.set(key as HeadKey, text);
    return made;
  }

  test('names the reporting entity as payer, with its plan, day and version', () => {
    const made = head({
      reporting_entity_name: ' Quillfern ',
      plan_name: 'Gold PPO',
      last_updated_on: '2026-05-01',
      version: '2.0.0',
    });
    expect([made.payer, made.plan, made.date, made.changes]).toEqual([
      'Quillfern',
      'Gold PPO',
      '2026-05-01',
      4,
    ]);
    expect(made.head()).toEqual({
      publisher: 'Quillfern',
      kind: 'payer',
      date: '2026-05-01',
      version: '2.0.0',
    });
  });

  test('whoever publishes on behalf of others is not the payer: the issuer is, where it is named', () => {
    for (const type of [
      'Group Health Plan',
      'plan sponsor',
      'Employer',
      'third-party administrator',
      'Clearinghouse',
      'TPA',
    ])
      expect(
        head({ reporting_entity_name: 'Acme', reporting_entity_type: type, issuer_name: 'Quillfern' }).payer,
      ).toBe('Quillfern');
    expect(head({ reporting_entity_name: 'Acme', reporting_entity_type: 'employer' }).payer).toBe('Acme');
    expect(
      head({ reporting_entity_name: 'Acme', reporting_entity_type: 'insurer', issuer_name: 'Quillfern' })
        .payer,
    ).toBe('Acme');
    // Whatever comes last.
    expect(
      head({ issuer_name: 'Quillfern', reporting_entity_type: 'tpa', reporting_entity_name: 'Acme' }).payer,
    ).toBe('Quillfern');
  });

  test('a plan that repeats the payer is none, nor is a day that cannot be read', () => {
    const made = head({ plan_name: 'Acme', reporting_entity_name: 'Acme', last_updated_on: 'soon' });
    expect([made.plan, made.date]).toEqual(['', '']);
    expect(new TicHead().head()).toEqual({ publisher: '', kind: 'payer', date: '', version: '' });
  });
});

describe('an item', () => {
  const item = (...fields: readonly (readonly [ItemKey, string])[]) => {
    const made = new TicItem((code) => code === '97110');
    made.start();
    for (const [key, text] of fields) made.set(key, text);
    return made;
  };
  const type = ['billing_code_type', 'CPT'] as const;
  const code = ['billing_code', '97110'] as const;
  const ffs = ['negotiation_arrangement', ' FFS '] as const;

  const therapy = { code: '97110', codeType: 'CPT', modifier: '' };

  test('counts by its code, known once type and code are, in either order', () => {
    for (const made of [item(type, code, ffs), item(code, ffs, type), item(ffs, type, code)])
      expect([made.published, made.sure, made.outcome]).toEqual([therapy, therapy, therapy]);
    expect(item(code).published).toBeNull();
    expect(item(type).published).toBeNull();
    expect([item(code).codeText, item(type).codeText]).toEqual(['97110', '']);
  });

  test('hangs on what is yet to come', () => {
    // A code that counts may still be a bundle's.
    expect([item(type, code).sure, item(type, code).outcome]).toEqual([undefined, therapy]);
    for (const made of [item(ffs, code), item(ffs, type), item(ffs), item()])
      expect([made.sure, made.outcome]).toEqual([undefined, 'unreadable']);
  });

  test('is out as a bundle or capitation whatever its code, and by its code whatever the arrangement', () => {
    for (const arrangement of ['bundle', 'capitation'] as const)
      for (const fields of [[type, code], []]) {
        const made = item(['negotiation_arrangement', arrangement.toUpperCase()], ...fields);
        expect([made.sure, made.outcome]).toEqual([arrangement, arrangement]);
      }
    for (const fields of [[], [ffs]]) {
      const other = item(type, ['billing_code', '97112'], ...fields);
      expect([other.sure, other.outcome]).toEqual(['code-not-asked', 'code-not-asked']);
      const drug = item(['billing_code_type', 'NDC'], code, ...fields);
      expect([drug.sure, drug.outcome]).toEqual(['other-code-type', 'other-code-type']);
    }
  });

  test('starts anew, with an arrangement where the kind of file has only one', () => {
    const made = item(type, code, ['negotiation_arrangement', 'bundle']);
    made.start('ffs');
    expect([made.published, made.codeText, made.sure, made.outcome]).toEqual([
      null,
      '',
      undefined,
      'unreadable',
    ]);
    made.set('billing_code', '97110');
    made.set('billing_code_type', 'CPT');
    expect(made.sure).toEqual(therapy);
  });
});

describe('a price', () => {
  const text = (value: string): JsonText => {
    const bytes = new TextEncoder().encode(value);
    const made = new JsonText();
    made.set(bytes, 0, bytes.length, false);
    return made;
  };
  function price(
    fields: Partial<Record<PriceKey, string>>,
    places: readonly string[] = [],
    modifiers: readonly string[] = [],
  ) {
    const made = new TicPrice();
    made.start();
    for (const [key, value] of Object.entries(fields)) made.set(key as PriceKey, text(value));
    for (const place of places) made.place(text(place));
    for (const modifier of modifiers) made.modifier(text(modifier));
    return made;
  }

  test('field by field', () => {
    const made = price(
      {
        negotiated_rate: '41.20',
        negotiated_type: 'Fee Schedule',
        billing_class: 'professional',
        setting: 'outpatient',
        expiration_date: '2026-12-31T00:00:00',
      },
      [],
      ['gp', 'CQ'],
    );
    expect([made.cents, made.hasAmount, made.amountText, made.methodology, made.isPercentage]).toEqual([
      4120,
      true,
      '',
      'TiC fee schedule',
      false,
    ]);
    expect([made.billingClass, made.setting, made.expires, made.modifiers]).toEqual([
      'professional',
      'outpatient',
      '2026-12-31',
      'CQ|GP',
    ]);
  });

  test('without any of them', () => {
    const made = price({});
    expect([made.cents, made.hasAmount, made.amountText, made.methodology, made.isPercentage]).toEqual([
      'none',
      false,
      '',
      'TiC',
      false,
    ]);
    expect([made.billingClass, made.setting, made.expires, made.modifiers]).toEqual(['', '', '', '']);
  });

  test('a percentage is told; words nobody knows are not stated', () => {
    expect(price({ negotiated_type: 'Percentage' }).isPercentage).toBe(true);
    expect(price({ negotiated_type: ' ' }).methodology).toBe('TiC');
    expect(price({ billing_class: 'both' }).billingClass).toBe('');
    expect(price({ billing_class: 'moon', setting: 'moon' })).toMatchObject({
      billingClass: '',
      setting: '',
    });
  });

  test('an amount that is none or cannot be read, as found', () => {
    const of = (amount: string) => {
      const { cents, hasAmount, amountText } = price({ negotiated_rate: amount });
      return [cents, hasAmount, amountText];
    };
    expect(of('0.00')).toEqual(['none', true, '0.00']);
    expect(of('12%')).toEqual(['unreadable', true, '12%']);
    expect(of('1.2E+02')).toEqual([12_000, true, '1.2E+02']);
  });

  test('a setting by the places it holds in, where it states none', () => {
    expect(price({}, ['11', '22']).setting).toBe('outpatient');
    expect(price({}, ['21']).setting).toBe('inpatient');
    expect(price({}, ['11', '21']).setting).toBe('both');
    expect(price({}, ['23']).setting).toBe('emergency');
    expect(price({ setting: 'inpatient' }, ['11']).setting).toBe('inpatient');
  });

  test('starts anew, amount by amount or place by place', () => {
    const made = price(
      {
        negotiated_rate: 'x',
        negotiated_type: 'percentage',
        billing_class: 'facility',
        expiration_date: '2026-01-01',
      },
      ['21'],
      ['GP'],
    );
    made.startAmount();
    expect([made.cents, made.amountText, made.hasAmount, made.modifiers]).toEqual(['none', '', false, '']);
    expect([made.isPercentage, made.billingClass, made.setting, made.expires]).toEqual([
      true,
      'facility',
      'inpatient',
      '2026-01-01',
    ]);
    made.startPlace();
    expect([made.billingClass, made.setting, made.isPercentage]).toEqual(['', '', true]);
    made.start();
    expect([made.isPercentage, made.methodology, made.expires]).toEqual([false, 'TiC', '']);
  });
});
