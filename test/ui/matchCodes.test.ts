import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BillingCode } from '../../src/domain/billingCode.ts';
import { matchCodes } from '../../src/ui/matchCodes.ts';

function code(number: string, title: string, more: Partial<BillingCode> = {}): BillingCode {
  return {
    code: number,
    codeType: 'CPT',
    title,
    family: 'Therapeutic procedures',
    unitMinutes: 15,
    timing: 'timed',
    status: 'active',
    replacedBy: [],
    note: '',
    keywords: [],
    ...more,
  };
}

const codes = [
  code('97110', 'Therapeutic exercise', { keywords: ['strength', 'range of motion'] }),
  code('97116', 'Gait training', { keywords: ['walking'] }),
  code('97150', 'Group therapy'),
  code('97001', 'PT evaluation (retired)', { status: 'deleted', family: 'Therapy evaluations' }),
  code('97161', 'PT evaluation, low complexity', { family: 'Therapy evaluations' }),
  code('G0283', 'Electrical stimulation', { family: 'Modalities', keywords: ['97014'] }),
];

function found(search: string): string[] {
  return matchCodes(codes, search).map((match) => match.code);
}

describe('a search for codes', () => {
  test.each([
    ['97110', ['97110']],
    ['9711', ['97110', '97116']],
    ['cpt 97110', ['97110']],
    ['97110-GP', ['97110']],
    ['CPT code', []],
    ['g02', ['G0283']],
    ['97014', ['G0283']],
    ['gait', ['97116']],
    ['WALK', ['97116']],
    ['range motion', ['97110']],
    ['low evaluation', ['97161']],
    ['nothing like it', []],
    ['  ', []],
    ['(', []],
  ])('"%s" means %j', (search, expected) => {
    expect(found(search)).toEqual(expected);
  });

  test('a deleted code comes after those in use, unless it is asked for by its number', () => {
    expect(found('evaluation')).toEqual(['97161', '97001']);
    expect(found('97001')).toEqual(['97001']);
  });

  test('a title that begins with the word comes before one that only holds it', () => {
    expect(found('therap').slice(0, 2)).toEqual(['97110', '97150']);
  });

  test('no text throws, and every match is a code of the list, once', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        const matches = found(search);
        expect(new Set(matches).size).toBe(matches.length);
        for (const match of matches) expect(codes.map((each) => each.code)).toContain(match);
      }),
    );
  });
});
