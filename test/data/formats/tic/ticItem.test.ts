import { describe, expect, test } from 'vitest';
import { JsonText } from '../../../../src/data/formats/jsonText.ts';
import { type HeadKey, TicHead } from '../../../../src/data/formats/tic/ticHead.ts';
import { TicItem } from '../../../../src/data/formats/tic/ticItem.ts';
import { type PriceKey, TicPrice } from '../../../../src/data/formats/tic/ticPrice.ts';

describe('the head of a payer’s file', () => {
  function head(fields: Partial<Record<HeadKey, string>>): TicHead {
    const made = new TicHead();
    for (const [key, text] of Object.entries(fields)) if (TicHead.isKey(key)) made.set(key, text);
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

  test('knows its keys, and no word that every object answers to', () => {
    expect(['plan_name', 'version', 'plan', 'in_network'].map((key) => TicHead.isKey(key))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('an item', () => {
  const item = (...fields: readonly (readonly [Parameters<TicItem['set']>[0], string])[]) => {
    const made = new TicItem((code) => code === '97110');
    made.start();
    for (const [key, text] of fields) made.set(key, text);
    return made;
  };
  const type = ['billing_code_type', 'CPT'] as const;
  const code = ['billing_code', '97110'] as const;
  const ffs = ['negotiation_arrangement', ' FFS '] as const;

  test('counts by its code, known once type and code are, in either order', () => {
    for (const made of [item(type, code, ffs), item(code, ffs, type)]) {
      expect(made.published).toEqual({ code: '97110', codeType: 'CPT', modifier: '' });
      expect([made.verdict(false), made.verdict(true), made.isOut]).toEqual(['', '', false]);
    }
    expect(item(code).published).toBeNull();
    expect(item(type).published).toBeNull();
    expect([item(code).codeText, item(type).codeText]).toEqual(['97110', '']);
  });

  test('hangs on what is yet to come', () => {
    // A code that counts may still be a bundle's.
    expect([item(type, code).verdict(false), item(type, code).verdict(true)]).toEqual([undefined, '']);
    expect([item(ffs, code).verdict(false), item(ffs, code).verdict(true)]).toEqual([
      undefined,
      'unreadable',
    ]);
    expect([item().verdict(false), item().isOut]).toEqual([undefined, false]);
  });

  test('is out as a bundle or capitation whatever its code, and by its code whatever the arrangement', () => {
    for (const arrangement of ['bundle', 'capitation'] as const) {
      const made = item(['negotiation_arrangement', arrangement.toUpperCase()], type, code);
      expect([made.verdict(false), made.verdict(true), made.isOut]).toEqual([arrangement, arrangement, true]);
    }
    const other = item(type, ['billing_code', '97112']);
    expect([other.verdict(false), other.verdict(true), other.isOut]).toEqual([
      'code-not-asked',
      'code-not-asked',
      true,
    ]);
    const drug = item(['billing_code_type', 'NDC'], code);
    expect([drug.verdict(false), drug.verdict(true), drug.isOut]).toEqual([
      'other-code-type',
      'other-code-type',
      true,
    ]);
  });

  test('starts anew, with an arrangement where the kind of file has only one', () => {
    const made = item(type, code, ['negotiation_arrangement', 'bundle']);
    made.start('ffs');
    expect([made.published, made.codeText, made.verdict(false)]).toEqual([null, '', undefined]);
    made.set('billing_code', '97110');
    made.set('billing_code_type', 'CPT');
    expect(made.verdict(false)).toBe('');
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
