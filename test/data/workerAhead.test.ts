import { expect, test } from 'vitest';
import { workerAhead } from '../../src/data/workerAhead.ts';

function workers() {
  const made: EventTarget[] = [];
  const ahead = workerAhead(() => {
    const worker = new EventTarget();
    made.push(worker);
    return worker as Worker;
  });
  return { made, ahead };
}

test('without one that waits, each taker has a new worker', () => {
  const { made, ahead } = workers();
  expect([ahead.take(), ahead.take()]).toEqual(made);
  expect(made).toHaveLength(2);
});

test('one waits at most, and it is handed over once', () => {
  const { made, ahead } = workers();
  ahead.prepare();
  ahead.prepare();
  expect(made).toHaveLength(1);
  expect(ahead.take()).toBe(made[0]);
  expect(ahead.take()).toBe(made[1]);
  ahead.prepare();
  expect(ahead.take()).toBe(made[2]);
});

test('one that failed while it waited is forgotten; one that fails with its taker is the taker’s', () => {
  const { made, ahead } = workers();
  ahead.prepare();
  made[0]?.dispatchEvent(new Event('error'));
  expect(ahead.take()).toBe(made[1]);
  ahead.prepare();
  made[0]?.dispatchEvent(new Event('error'));
  made[1]?.dispatchEvent(new Event('error'));
  expect(ahead.take()).toBe(made[2]);
});
