import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandNames, UsageError } from '../../src/cli/cliRequest.ts';
import { parseCommandLine } from '../../src/cli/parseCommandLine.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { codeAddress, parseAddress } from '../../src/share/address.ts';

const common = { format: 'table', dataFolder: null };

describe('a command line becomes a request', () => {
  test('benchmark: the address of the page that shows the same', () => {
    expect(parseCommandLine(['benchmark', '97110'])).toEqual({
      command: 'benchmark',
      address: codeAddress('97110'),
      ...common,
    });
    const words =
      'benchmark 97530 --place tx --site office --basis rates --line exchange --files 2024-2026 --rows all --method negotiated --modifier GP --type clinic --provider system-sutter-health --outliers out --percentiles type6 --medicare 2024';
    const link =
      'site=office&basis=rates&line=exchange&files=2024-2026&rows=all&method=negotiated&modifier=GP&type=clinic&provider=system-sutter-health&outliers=out&percentiles=type6&medicare=2024';
    const { address, unread } = parseAddress('code/97530/TX/', link);
    expect(unread).toEqual([]);
    expect(parseCommandLine(words.split(' '))).toEqual({ command: 'benchmark', address, ...common });
  });

  test('a range of years that starts with a dash', () => {
    expect(parseCommandLine(['benchmark', '97110', '--files=-2023'])).toMatchObject({
      address: { scope: { ...defaultScope, vintage: { from: null, to: 2023 } } },
    });
  });

  test.each([
    [['--place', 'TX'], { kind: 'place', place: 'TX' }],
    [[], { kind: 'place', place: null }],
    [['--locality', '18', '--place', 'TX'], { kind: 'locality', place: 'TX', mac: null, locality: '18' }],
    [
      ['--locality', '4412-18'.padStart(8, '0')],
      { kind: 'locality', place: null, mac: '04412', locality: '18' },
    ],
    [['--locality', '1', '--place', 'CO'], { kind: 'locality', place: 'CO', mac: null, locality: '01' }],
    [['--county', 'Harris, TX'], { kind: 'county', place: null, county: 'Harris, TX' }],
  ])('medicare %j', (args, area) => {
    expect(parseCommandLine(['medicare', '97110', ...args, '--year', '2025', '--factor', 'qp'])).toEqual({
      command: 'medicare',
      code: '97110',
      area,
      year: 2025,
      participation: 'QP',
      ...common,
    });
  });

  test('check, serve, help and version', () => {
    expect(parseCommandLine(['check', '-', '--format', 'json', '--data', 'my'])).toEqual({
      command: 'check',
      file: '-',
      format: 'json',
      dataFolder: 'my',
    });
    expect(parseCommandLine(['serve'])).toEqual({ command: 'serve', folder: null, port: null });
    expect(parseCommandLine(['serve', 'out', '--port', '8080'])).toEqual({
      command: 'serve',
      folder: 'out',
      port: 8080,
    });
    expect(parseCommandLine(['--help'])).toEqual({ command: 'help', of: null });
    expect(parseCommandLine(['medicare', '-h'])).toEqual({ command: 'help', of: 'medicare' });
    expect(parseCommandLine(['help', 'check'])).toEqual({ command: 'help', of: 'check' });
    expect(parseCommandLine(['--version'])).toEqual({ command: 'version' });
  });
});

const commandOf = ([word]: readonly string[]) => commandNames.find((name) => name === word) ?? null;

describe('a command line that cannot be run says what would be right', () => {
  test.each([
    [[], 'Say what to do.'],
    [['bench'], 'There is no command “bench”. There are benchmark, medicare, check, ingest, diff, serve.'],
    [['benchmark'], 'Say which billing code, like 97110.'],
    [['benchmark', 'x'], '“x” is not a billing code.'],
    [['benchmark', '97110', '97530'], 'One code at a time, not also 97530.'],
    [
      ['benchmark', '97110', '--place', 'Texas'],
      '--place Texas: not one of the 53 places, like TX, DC or PR.',
    ],
    [['benchmark', '97110', '--site', 'moon'], '--site moon: not one of hospital, office, all.'],
    [['benchmark', '97110', '--files', '2026-2022'], '--files 2026-2022: not a range of years.'],
    [['benchmark', '97110', '--format', 'xml'], '--format xml: not one of table, csv, json.'],
    [['benchmark', '97110', '--place='], '--place needs a value.'],
    [['benchmark', '97110', '--place', 'TX', '--place=MN'], '--place is given twice.'],
    [
      ['ingest', 'a.csv', '--out', 'x', '--providers', 'npi.csv', '--providers='],
      '--providers needs a value.',
    ],
    [['medicare', '97110', '--county', ' '], '--county needs a value.'],
    [['benchmark', '97110', '--nonsense'], "Unknown option '--nonsense'."],
    [['medicare', '97110', '--year', '26'], '--year 26: not a year.'],
    [['medicare', '97110', '--factor', 'x'], '--factor x: not one of nonqp, qp.'],
    [
      ['medicare', '97110', '--locality', '18', '--county', 'Harris'],
      'Give --locality or --county, not both.',
    ],
    [['check'], 'Say which file to check; - reads from a pipe.'],
    [['check', 'a', 'b'], 'One file at a time.'],
    [['serve', '--port', '70000'], '--port 70000: not a number from 0 to 65535.'],
  ])('%j', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(new UsageError(message, commandOf(args)));
  });

  test('whatever is typed is a request or bad usage, never a fault of ours', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'benchmark',
        'medicare',
        'check',
        'serve',
        '97110',
        '--place',
        'TX',
        '--',
        '-',
        '--help=',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        try {
          expect(parseCommandLine(args)).toHaveProperty('command');
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});
