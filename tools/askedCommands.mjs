/**
 * The commands named on the command line, in their own order; all where none is named. A name that is none of them ends the
 * process with code 2.
 *
 * @template Command
 * @param {Readonly<Record<string, Command>>} commands
 * @param {string} noun what they are called, as in: There is no bench "x"
 * @returns {[name: string, command: Command][]}
 */
export function askedCommands(commands, noun) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !Object.hasOwn(commands, name));
  if (unknown.length > 0) {
    console.error(
      `There is no ${noun} "${unknown.join(' ')}". There are: ${Object.keys(commands).join(', ')}.`,
    );
    process.exit(2);
  }
  return Object.entries(commands).filter(([name]) => asked.length === 0 || asked.includes(name));
}
