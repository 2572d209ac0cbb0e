import { describe, expect, test } from 'vitest';
import { readContext } from '../../src/data/readContext.ts';
import { topics } from '../../src/domain/codeContext.ts';

const authority = {
  id: 'ours',
  name: 'Our own note',
  kind: 'ours',
  date: '',
  readIn: '',
  standing: 'ours',
};
const stated = { text: 'A sentence.', by: 'ours' };
const listed = { ...stated, listedBy: 'ours' };
const position = { kind: 'stated', ...stated };
const conflict = { id: 'c', question: 'Which?', positions: [position, position], reading: stated };
const context = {
  code: '97110',
  topics: Object.fromEntries(topics.map((topic) => [topic, []])),
  requirements: [],
  modifiers: [],
  taxonomies: [],
  diagnoses: [],
  related: [],
  conflicts: [],
  authorities: [authority],
};

/** What is told of a context with these parts changed; '' where it is read. */
function told(change: object): string {
  const {
    context: read,
    problems,
    present,
  } = readContext(JSON.stringify({ ...context, ...change }), 'c.json');
  const [problem] = problems;
  if (problem === undefined) return read === undefined ? 'nothing' : '';
  expect([read, present, problems.length]).toEqual([undefined, 0, 1]);
  return `${problem.column}: ${problem.message}`.replace(
    'This is not the context of a code as expected: ',
    '',
  );
}
const ofTopic = (statement: object) => ({ topics: { ...context.topics, overview: [statement] } });

describe('the context of a code', () => {
  test('is read with a statement of each kind', () => {
    const full = {
      ...context,
      topics: { ...context.topics, overview: [stated, { ...stated, gap: true }] },
      requirements: [{ name: 'one-on-one', state: 'required', ...stated }],
      modifiers: [{ modifier: '59', ...listed }],
      taxonomies: [{ taxonomy: '225100000X', ...listed }],
      diagnoses: [{ diagnosis: 'M54.50', relevance: 'Why.', warning: '', ...listed }],
      related: [{ code: '97112', relation: 'compare', ...listed }],
      conflicts: [
        {
          ...conflict,
          positions: [
            position,
            { kind: 'fee-schedule-amount', by: 'ours' },
            { kind: 'fee-schedule-listing', code: '97112', by: 'ours' },
          ],
        },
      ],
    };
    const { context: read, problems } = readContext(JSON.stringify(full), 'c.json');
    expect(problems).toEqual([]);
    expect(read).toEqual(full);
  });

  test('is of a billing code', () => {
    for (const code of ['', '971', '971100', 'g0283', '97110 ', ' 97110'])
      expect(told({ code })).toBe('code: not a billing code.');
    for (const code of ['0420', 'G0283']) expect(told({ code })).toBe('');
  });

  test('has every topic, an empty one too, and no other', () => {
    const { overview: _, ...rest } = context.topics;
    expect(told({ topics: rest })).toBe(': a topic is missing.');
    expect(told({ topics: { ...context.topics, gossip: [] } })).toMatch(/^topics\.gossip: /);
    expect(told({ topics: undefined })).toBe('topics: "topics" is missing.');
  });

  test('says who says each sentence, and describes them', () => {
    expect(told(ofTopic({ ...stated, text: '  ' }))).toBe('topics.overview.0.text: a text is needed.');
    expect(told(ofTopic({ ...stated, by: '' }))).toBe('topics.overview.0.by: a text is needed.');
    expect(told(ofTopic({ ...stated, by: 'nobody' }))).toBe(
      ': a statement names an authority that the file does not describe.',
    );
    expect(told(ofTopic({ ...stated, gap: false }))).toMatch(/^topics\.overview\.0\.gap: /);
  });

  test.each([
    ['name', 'requirements', { name: 'fun', state: 'required', ...stated }],
    ['state', 'requirements', { name: 'one-on-one', state: 'maybe', ...stated }],
    ['text', 'requirements', { name: 'one-on-one', state: 'not-required', by: 'ours', text: '' }],
    ['relation', 'related', { code: '97112', relation: 'cousin', ...listed }],
    ['listedBy', 'related', { code: '97112', relation: 'compare', ...stated, listedBy: ' ' }],
    ['code', 'related', { code: 'x', relation: 'compare', ...listed }],
    ['relevance', 'diagnoses', { diagnosis: 'M54.50', relevance: '', warning: '', ...listed }],
    ['warning', 'diagnoses', { diagnosis: 'M54.50', relevance: 'Why.', warning: 5, ...listed }],
  ])('with a wrong %s among its %s is refused', (part, list, entry) => {
    expect(told({ [list]: [entry] })).toMatch(new RegExp(`^${list}\\.0\\.${part}: `));
  });

  test('names modifiers, taxonomies and diagnoses by their own forms', () => {
    const modifiers = (modifier: string) => told({ modifiers: [{ modifier, ...listed }] });
    for (const bad of ['', '5', '599', 'gp'])
      expect(modifiers(bad)).toBe('modifiers.0.modifier: not a modifier.');
    const taxonomies = (taxonomy: string) => told({ taxonomies: [{ taxonomy, ...listed }] });
    for (const bad of ['225100000', '2251000000X', '22510000X', '225100000XX', '225100000x'])
      expect(taxonomies(bad)).toBe('taxonomies.0.taxonomy: not a provider taxonomy.');
    expect(taxonomies('2251X0800X')).toBe('');
    const diagnoses = (diagnosis: string) =>
      told({ diagnoses: [{ diagnosis, relevance: 'Why.', warning: '', ...listed }] });
    for (const bad of ['M5', '54.5', 'M54.', 'M54.50000', 'M545', 'm54.5', 'MA4.5', 'xM54.5', 'M54.5x'])
      expect(diagnoses(bad)).toBe('diagnoses.0.diagnosis: not a diagnosis code.');
    for (const good of ['M54', 'M54.5', 'M54.50', 'S72.001A', 'C4A.9']) expect(diagnoses(good)).toBe('');
  });

  test('has conflicts of two sides at least', () => {
    const conflicts = (change: object) => told({ conflicts: [{ ...conflict, ...change }] });
    expect(conflicts({})).toBe('');
    expect(conflicts({ positions: [position] })).toBe(
      'conflicts.0.positions: a conflict has at least two sides.',
    );
    expect(conflicts({ id: '' })).toBe('conflicts.0.id: a text is needed.');
    expect(conflicts({ question: '' })).toBe('conflicts.0.question: a text is needed.');
    expect(conflicts({ reading: { text: 'x', by: '' } })).toBe('conflicts.0.reading.by: a text is needed.');
    const sides = (side: object) => conflicts({ positions: [position, side] });
    expect(sides({ kind: 'rumour', ...stated })).toMatch(/^conflicts\.0\.positions\.1\.kind: /);
    expect(sides({ kind: 'fee-schedule-amount' })).toMatch(/^conflicts\.0\.positions\.1\.by: /);
    expect(sides({ kind: 'fee-schedule-listing', by: 'ours', code: 'x' })).toBe(
      'conflicts.0.positions.1.code: not a billing code.',
    );
    expect(sides({ kind: 'fee-schedule-listing', by: '', code: '97110' })).toBe(
      'conflicts.0.positions.1.by: a text is needed.',
    );
  });
});

describe('an authority', () => {
  const of = (change: object) =>
    told({
      authorities: [authority, { ...authority, id: 'cms', kind: 'payer', standing: 'original', ...change }],
    });
  const ours = 'authorities.1: only our own note stands as ours.';
  const seen =
    'authorities.1: what was not read in the original says where it was read, and nothing else does.';

  test.each([
    [{}, ''],
    [{ standing: 'notes' }, ''],
    [{ standing: 'quoted', readIn: 'b' }, ''],
    [{ standing: 'excerpts', readIn: 'b' }, ''],
    [{ standing: 'ours' }, ours],
    [{ kind: 'ours' }, ours],
    [{ standing: 'quoted' }, seen],
    [{ standing: 'excerpts' }, seen],
    [{ readIn: 'b' }, seen],
    [{ standing: 'notes', readIn: 'b' }, seen],
    [{ id: '' }, 'authorities.1.id: a text is needed.'],
    [{ name: '' }, 'authorities.1.name: a text is needed.'],
  ])('%o', (change, message) => {
    expect(of(change)).toBe(message);
  });

  test.each(['kind', 'date', 'readIn', 'standing'])('has a %s', (part) => {
    expect(of({ [part]: 5 })).toMatch(new RegExp(`^authorities\\.1\\.${part}: `));
  });
});
