import { expect, test } from 'vitest';
import { latestAnswers } from '../../src/domain/latestAnswers.ts';

/** Answers that tell how many were made before them. */
function counting(most: number) {
  let made = 0;
  const answer = latestAnswers<number>(most);
  return (owner: object, ...question: readonly unknown[]) => answer(owner, question, () => made++);
}

test('an answer is made once for each owner and question', () => {
  const ask = counting(2);
  const [mine, yours] = [{}, {}];
  expect([ask(mine, 'a', 1), ask(mine, 'a', 1), ask(mine, 'a', 2), ask(yours, 'a', 1)]).toEqual([0, 0, 1, 2]);
  expect([ask(mine, 'a', 2), ask(yours, 'a', 1)]).toEqual([1, 2]);
});

test('parts of a question are the same only by identity', () => {
  const ask = counting(9);
  const part = {};
  expect([ask(ask, part), ask(ask, {}), ask(ask, part)]).toEqual([0, 1, 0]);
});

test('the one not asked for the longest goes first', () => {
  const ask = counting(2);
  // a 0, b 1, a again, so c 2 takes the place of b.
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map((each) => ask(ask, each))).toEqual([0, 1, 0, 2, 0, 3]);
});

test('no answer is an answer, too', () => {
  const answer = latestAnswers<string | undefined>(1);
  const owner = {};
  expect(answer(owner, [1], () => undefined)).toBeUndefined();
  expect(answer(owner, [1], () => 'made again')).toBeUndefined();
});
