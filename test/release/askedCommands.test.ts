import { afterEach, expect, test, vi } from 'vitest';
import { askedCommands } from '../../tools/askedCommands.mjs';

const argv = [...process.argv];
afterEach(() => {
  process.argv = [...argv];
  vi.restoreAllMocks();
});

const commands = { first: 1, second: 2 };

test('all where none is named, and those named in their own order', () => {
  process.argv = ['node', 'bench'];
  expect(askedCommands(commands, 'bench')).toEqual(Object.entries(commands));
  process.argv = ['node', 'bench', 'second'];
  expect(askedCommands(commands, 'bench')).toEqual([['second', 2]]);
});

test.each(['third', 'constructor', 'toString'])('%s is none: told, and the process ends with 2', (name) => {
  process.argv = ['node', 'bench', name];
  const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  expect(() => askedCommands(commands, 'bench')).toThrow('exit 2');
  expect(told).toHaveBeenCalledWith(`There is no bench "${name}". There are: first, second.`);
});
