import { expect, test } from 'vitest';
import { authorityIds, type CodeContext, statementCount } from '../../src/domain/codeContext.ts';

const said = (by: string) => ({ text: '', by });

/** Each statement by another authority, named after its place: 2 + 1 + 1 + 1 + 2 + 1 + 1 + (2 + 1) = 12 statements. */
const context: Omit<CodeContext, 'authorities'> = {
  code: '97110',
  topics: {
    overview: [said('overview 1'), said('overview 2')],
    serviceType: [],
    placeOfService: [],
    timeRules: [],
    whoBills: [],
    services: [],
    conditions: [],
    whenToBill: [],
    documentation: [],
    errors: [],
    policies: [],
    vignette: [said('vignette')],
  },
  requirements: [{ ...said('requirement'), name: 'timed-units', state: 'required' }],
  modifiers: [{ ...said('modifier'), modifier: 'GP', listedBy: 'modifier list' }],
  taxonomies: [
    { ...said('taxonomy'), taxonomy: '225100000X', listedBy: 'taxonomy list' },
    // Named before: not named again.
    { ...said('vignette'), taxonomy: '2251X0800X', listedBy: 'taxonomy list' },
  ],
  diagnoses: [
    { ...said('diagnosis'), diagnosis: 'M25.5', listedBy: 'diagnosis list', relevance: '', warning: '' },
  ],
  related: [{ ...said('relation'), code: '97112', relation: 'compare', listedBy: 'relation list' }],
  conflicts: [
    {
      id: 'c',
      question: '',
      positions: [
        { kind: 'stated', ...said('one side') },
        { kind: 'fee-schedule-amount', by: 'other side' },
      ],
      reading: said('reading'),
    },
  ],
};

test('every authority is named once, in the order of the page', () => {
  expect(authorityIds(context)).toEqual([
    'overview 1',
    'overview 2',
    'vignette',
    'requirement',
    'modifier list',
    'modifier',
    'taxonomy list',
    'taxonomy',
    'diagnosis list',
    'diagnosis',
    'relation list',
    'relation',
    'one side',
    'other side',
    'reading',
  ]);
});

test('a conflict counts its sides and its reading', () => {
  expect(statementCount(context)).toBe(12);
  expect(statementCount({ ...context, conflicts: [] })).toBe(9);
});
