import { type ParseArgsConfig, parseArgs } from 'node:util';
import { formatAddress, parseAddress } from '../share/address.ts';
import { findPlaceCode, parseCode } from '../share/addressParts.ts';
import { scopeKeys } from '../share/scopeQuery.ts';
import {
  type AskedArea,
  type BenchmarkRequest,
  type CheckRequest,
  type CliRequest,
  type CommandName,
  commandNames,
  type DiffRequest,
  type MedicareRequest,
  type OutputFormat,
  outputFormats,
  type ServeRequest,
  UsageError,
} from './cliRequest.ts';
import { ingestRequest } from './ingestRequest.ts';

/** Settings of a code's page that change its benchmark, by the words its address has for them. */
const benchmarkKeys = [...scopeKeys, 'medicare'];

const optionsOf: Readonly<Record<CommandName, readonly string[]>> = {
  benchmark: ['place', ...benchmarkKeys, 'format', 'data'],
  medicare: ['locality', 'place', 'county', 'year', 'factor', 'format', 'data'],
  check: ['format', 'data'],
  ingest: [
    'out',
    'providers',
    'place',
    'codes',
    'aliases',
    'date',
    'votes',
    'memory',
    'temp',
    'report',
    'progress',
  ],
  diff: ['format'],
  serve: ['port'],
};

/** Options without a value, and those that may come several times: joined by line feeds, which no path has. */
const flags: readonly string[] = ['progress'];
const lists: readonly string[] = ['providers'];

type Values = Readonly<Partial<Record<string, string>>>;

/**
 * Reads a command line. Nothing else is looked at: no file, no clock, no environment.
 *
 * @param args the words after the command's own name.
 * @throws UsageError for what cannot be run, in words that say what can.
 */
export function parseCommandLine(args: readonly string[]): CliRequest {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-v') return { command: 'version' };
  if (first === undefined) throw new UsageError('Say what to do.', null);
  if (first === '--help' || first === '-h') return { command: 'help', of: null };
  if (first === 'help') return { command: 'help', of: rest[0] === undefined ? null : commandOf(rest[0]) };
  const command = commandOf(first);
  const { values, words } = split(command, rest);
  if (values['help'] !== undefined) return { command: 'help', of: command };
  switch (command) {
    case 'benchmark':
      return benchmarkRequest(values, words);
    case 'medicare':
      return medicareRequest(values, words);
    case 'check':
      return checkRequest(values, words);
    case 'ingest':
      return ingestRequest(values, words);
    case 'diff':
      return diffRequest(values, words);
    case 'serve':
      return serveRequest(values, words);
  }
}

function commandOf(word: string): CommandName {
  const command = commandNames.find((name) => name === word);
  if (command === undefined)
    throw new UsageError(`There is no command “${word}”. There are ${commandNames.join(', ')}.`, null);
  return command;
}

function split(command: CommandName, args: readonly string[]): { values: Values; words: readonly string[] } {
  const options: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' } };
  for (const name of optionsOf[command]) {
    if (flags.includes(name)) options[name] = { type: 'boolean' };
    else options[name] = { type: 'string', multiple: lists.includes(name) };
  }
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      tokens: true,
    });
    // Of two values Node takes the last and a link the first: which was meant, nobody can tell.
    const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = given.find((name, at) => given.indexOf(name) < at && isSingle(name));
    if (twice !== undefined) throw new UsageError(`--${twice} is given twice.`, command);
    const texts: Record<string, string> = {};
    for (const [name, value] of Object.entries(values)) {
      if ([value].flat().some((each) => String(each).trim() === ''))
        throw new UsageError(`--${name} needs a value.`, command);
      texts[name] = Array.isArray(value) ? value.join('\n') : String(value);
    }
    return { values: texts, words: positionals };
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error;
    // Node's own words, without its advice on positional arguments.
    throw new UsageError(`${error.message.split('. ')[0]?.replace(/\.$/, '') ?? error.message}.`, command);
  }
}

/** Whether an option has one value. */
function isSingle(name: string): boolean {
  return name !== 'help' && !flags.includes(name) && !lists.includes(name);
}

function benchmarkRequest(values: Values, words: readonly string[]): BenchmarkRequest {
  const code = codeOf('benchmark', words);
  const place = placeOf('benchmark', values);
  const query = benchmarkKeys
    .flatMap((key) => (values[key] === undefined ? [] : [`${key}=${encodeURIComponent(values[key])}`]))
    .join('&');
  // By the page's own reader, so that an option and a link mean the same.
  const { address, unread } = parseAddress(`code/${code}/${place ?? ''}`, query);
  const [fault] = unread;
  if (fault) {
    const reason = fault.reason.split(';')[0] ?? '';
    throw new UsageError(`--${fault.part.replace('=', ' ')}: ${reason}.`, 'benchmark');
  }
  if (address.page !== 'code') throw new Error(`${formatAddress(address)} is not the page of a code`);
  return { command: 'benchmark', address, ...common('benchmark', values) };
}

function medicareRequest(values: Values, words: readonly string[]): MedicareRequest {
  const { year, factor = 'nonqp' } = values;
  if (year !== undefined && !/^20\d\d$/.test(year))
    throw new UsageError(`--year ${year}: not a year.`, 'medicare');
  if (factor !== 'nonqp' && factor !== 'qp')
    throw new UsageError(`--factor ${factor}: not one of nonqp, qp.`, 'medicare');
  return {
    command: 'medicare',
    code: codeOf('medicare', words),
    area: areaOf(values),
    year: year === undefined ? null : Number(year),
    participation: factor === 'qp' ? 'QP' : 'nonQP',
    ...common('medicare', values),
  };
}

function areaOf(values: Values): AskedArea {
  const place = placeOf('medicare', values);
  const { locality, county } = values;
  if (locality !== undefined && county !== undefined)
    throw new UsageError('Give --locality or --county, not both.', 'medicare');
  if (county !== undefined) return { kind: 'county', place, county };
  if (locality === undefined) return { kind: 'place', place };
  const match = /^(?:(\d{5})-)?(\d{1,2})$/.exec(locality);
  if (!match)
    throw new UsageError(
      `--locality ${locality}: not a locality, which is a number like 18, or 04412-18 with its contractor.`,
      'medicare',
    );
  return { kind: 'locality', place, mac: match[1] ?? null, locality: (match[2] ?? '').padStart(2, '0') };
}

function checkRequest(values: Values, words: readonly string[]): CheckRequest {
  const [file, ...more] = words;
  if (file === undefined) throw new UsageError('Say which file to check; - reads from a pipe.', 'check');
  if (more.length > 0) throw new UsageError('One file at a time.', 'check');
  return { command: 'check', file, ...common('check', values) };
}

function diffRequest(values: Values, words: readonly string[]): DiffRequest {
  const [older, newer, ...more] = words;
  if (older === undefined || newer === undefined || more.length > 0)
    throw new UsageError('Give the folders of two releases, the older first.', 'diff');
  return { command: 'diff', older, newer, format: common('diff', values).format };
}

function serveRequest(values: Values, words: readonly string[]): ServeRequest {
  const [folder = null, ...more] = words;
  if (more.length > 0) throw new UsageError('One folder at a time.', 'serve');
  const { port } = values;
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535))
    throw new UsageError(`--port ${port}: not a number from 0 to 65535.`, 'serve');
  return { command: 'serve', folder, port: port === undefined ? null : Number(port) };
}

function codeOf(command: CommandName, words: readonly string[]): string {
  const [text, ...more] = words;
  if (text === undefined) throw new UsageError('Say which billing code, like 97110.', command);
  if (more.length > 0) throw new UsageError(`One code at a time, not also ${more.join(' ')}.`, command);
  const code = parseCode(text);
  if (code === undefined) throw new UsageError(`“${text}” is not a billing code.`, command);
  return code;
}

function placeOf(command: CommandName, { place }: Values) {
  if (place === undefined) return null;
  const found = findPlaceCode(place);
  if (found === undefined)
    throw new UsageError(`--place ${place}: not one of the 53 places, like TX, DC or PR.`, command);
  return found;
}

function common(command: CommandName, { format = 'table', data }: Values) {
  const found: OutputFormat | undefined = outputFormats.find((each) => each === format);
  if (found === undefined)
    throw new UsageError(`--format ${format}: not one of ${outputFormats.join(', ')}.`, command);
  return { format: found, dataFolder: data ?? null };
}
