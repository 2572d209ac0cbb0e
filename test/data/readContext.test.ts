import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createReleaseLoader } from '../../src/data/loadRelease.ts';
import { readContext } from '../../src/data/readContext.ts';
import { authorityIds, standings, type Topic, topics } from '../../src/domain/codeContext.ts';

const file = 'context/97750.json';
const text = readFileSync(`public/data/${file}`, 'utf8');

describe('the context of a code', () => {
  test('is read whole: every statement counted, every authority used and described once', () => {
    const { context, present, problems } = readContext(text, file);
    expect(problems).toEqual([]);
    expect(context?.code).toBe('97750');
    // One `text` a statement, and one position whose words come from the fee schedule.
    expect(present).toBe((text.match(/"text":/g) ?? []).length + 1);
    expect(context?.authorities.map(({ id }) => id)).toEqual(context && authorityIds(context));
  });

  test.each([
    ['not JSON', '<html>', 'This is not JSON; the context of a code was expected.'],
    ['no object', '[]', 'This is not the context of a code as expected'],
    ['an unknown kind', text.replace('"kind": "coding"', '"kind": "gospel"'), 'gospel'],
    [
      'a statement nobody makes',
      text.replace('"by": "article-97750"', '"by": "nobody"'),
      'a statement names an authority that the file does not describe',
    ],
    ['an authority without a standing', text.replace('"standing": "quoted"', '"standing": ""'), 'standing'],
    ['an empty statement', text.replace(/"text": "[^"]+"/, '"text": " "'), 'a text is needed'],
    ['a missing topic', text.replace('"vignette"', '"vignettes"'), 'vignette'],
  ])('with %s gives a problem and no context', (_, broken, told) => {
    const { context, present, problems } = readContext(broken, file);
    expect([context, present]).toEqual([undefined, 0]);
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems[0])).toContain(told);
    expect(problems[0]).toMatchObject({ file, line: 0, leftOut: true });
  });
});

test('no shipped line is without an authority, and none of these without a standing', () => {
  for (const name of readdirSync('public/data/context')) {
    const path = `context/${name}`;
    const { context, problems } = readContext(readFileSync(`public/data/${path}`, 'utf8'), path);
    expect(problems).toEqual([]);
    if (!context) throw new Error(`${name} was not read`);
    const standingOf = new Map(context.authorities.map(({ id, standing }) => [id, standing]));
    const { requirements, modifiers, taxonomies, diagnoses, related, conflicts } = context;
    const listed = [...modifiers, ...taxonomies, ...diagnoses, ...related];
    const ids = [
      ...topics.flatMap((topic) => context.topics[topic].map(({ by }) => by)),
      ...requirements.map(({ by }) => by),
      ...listed.flatMap(({ by, listedBy }) => [by, listedBy]),
      ...conflicts.flatMap(({ positions, reading }) => [...positions, reading].map(({ by }) => by)),
    ];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(standings).toContain(standingOf.get(id));
  }
});

test('the three time elements and the six conditions are known from excerpts only', () => {
  const known = (code: string, topic: Topic) => {
    const path = `context/${code}.json`;
    const { context } = readContext(readFileSync(`public/data/${path}`, 'utf8'), path);
    const excerpts = context?.authorities.filter(({ standing }) => standing === 'excerpts');
    return context?.topics[topic].filter(({ by }) => excerpts?.some(({ id }) => id === by));
  };
  expect(known('97750', 'timeRules')).toHaveLength(3);
  expect(known('97760', 'conditions')).toHaveLength(6);
});

describe('a release', () => {
  const loader = createReleaseLoader('data', (url) =>
    Promise.resolve(new Response(readFileSync(`public/${url}`))),
  );

  test('hands out the context of a code, and null where it has none', async () => {
    expect((await loader.context('97760'))?.code).toBe('97760');
    expect(await loader.context('99213')).toBeNull();
    expect(loader.problems()).toEqual([]);
  });
});
