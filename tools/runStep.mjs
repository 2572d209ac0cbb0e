import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

export const projectRoot = path.resolve(import.meta.dirname, '..');

/**
 * Runs one of the project's installed commands, its output going straight to the terminal.
 *
 * @param {string} command name of a package's command (`vitest`) or `node`
 * @param {readonly string[]} parameters
 * @param {Record<string, string>} [environment] added to the present one
 * @returns {Promise<number>} exit code; 1 when the command was stopped by a signal
 */
export function runStep(command, parameters, environment = {}) {
  const isNode = command === 'node';
  // Windows' command files need a shell; the parameters are our own fixed words, never a user's text.
  const needsShell = !isNode && process.platform === 'win32';
  const executable = isNode ? process.execPath : path.join(projectRoot, 'node_modules/.bin', command);
  return new Promise((resolve, reject) => {
    const child = spawn(executable, parameters, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
      shell: needsShell,
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {number} startedAt milliseconds, from `performance.now()` */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
