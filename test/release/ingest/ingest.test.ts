import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { median } from 'simple-statistics';
import { afterAll, describe, expect, test } from 'vitest';
import { openRelease } from '../../../src/cli/openRelease.ts';
import type { IngestOrder, IngestOutcome } from '../../../src/data/ingestOrder.ts';
import { benchmark } from '../../../src/domain/benchmark.ts';
import type { Cell } from '../../../src/domain/cell.ts';
import { defaultScope, type Scope } from '../../../src/domain/scope.ts';
import { ingest } from '../../../src/release/ingest/ingest.ts';
import { cmsWorkbook } from '../../support/cmsWorkbook.ts';
import { packageFolder } from '../../support/commandLine.ts';

const fixtures = path.join(packageFolder, 'test/fixtures/formats');
const hospitals = readdirSync(path.join(fixtures, 'hpt-real')).map((name) =>
  path.join(fixtures, 'hpt-real', name),
);
const evry = path.join(fixtures, 'tic-real/evry-health_2025-06-23_in-network_v1_therapy_trimmed.json');
const cms = [
  'PPRRVU2025_Oct.sample.csv',
  'GPCI2025.csv',
  '25LOCCO.csv',
  'PPRRVU2026_Jul_nonQPP.sample.csv',
].map((name) => path.join(fixtures, 'cms-pfs', name));

const folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-ingest-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

async function build(
  files: readonly string[],
  options: Partial<IngestOrder> = {},
): Promise<{ readonly out: string; readonly outcome: IngestOutcome }> {
  const out = path.join(folder, `release-${++made}`);
  const order: IngestOrder = {
    files,
    out,
    providers: [],
    place: null,
    codes: null,
    aliases: null,
    date: null,
    voteOf: 'payee',
    memory: '500MB',
    temporary: folder,
    ...options,
  };
  const outcome = await ingest(order, { packageFolder, pipe: nothing(), onProgress: () => {} });
  return { out, outcome };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function file(name: string, content: string | Uint8Array): string {
  const target = path.join(folder, name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  return target;
}

const textOf = (out: string, name: string) => readFileSync(path.join(out, name), 'utf8');
const valueOf = (cell: Cell | undefined) => (cell?.kind === 'value' ? cell.value : undefined);
const everything: Scope = { ...defaultScope, site: 'all', leftOutRows: 'in' };

describe('a release from raw files', () => {
  test('of three hospitals, a payer and CMS reads back without a problem, and every file is accounted for', async () => {
    const { out, outcome } = await build([...hospitals, evry, ...cms], { place: 'TX' });
    for (const { account, refused } of outcome.files) {
      const left = Object.values(account.leftOut).reduce((sum, count) => sum + count, 0);
      expect([refused, account.read + left]).toEqual(['', account.present]);
    }
    const loader = openRelease(out, packageFolder);
    const { codes, providers, sources, problems } = await loader.catalogue();
    expect(problems).toEqual([]);
    expect(sources.map(({ kind, place, year }) => [kind, place, year])).toEqual([
      ['hospital', 'AZ', 2026],
      ['hospital', 'MA', 2026],
      ['payer', 'TX', 2025],
      ['hospital', 'WA', 2026],
    ]);
    expect(sources.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
    expect(providers.filter(({ place }) => place === 'AZ').map(({ name }) => name)).toEqual([
      'Banner University Medical Center Phoenix',
    ]);
    let rates = 0;
    for (const { code } of codes) {
      const { counts, provider } = await loader.rates(code, null);
      rates += provider.reduce((sum, each) => sum + (counts?.[each] ?? 1), 0);
    }
    expect(rates).toBe(outcome.release?.rates);
    expect(sources.reduce((sum, { rows }) => sum + rows, 0)).toBe(rates);
    expect((await loader.coverage()).reduce((sum, row) => sum + row.rates, 0)).toBe(rates);
    await Promise.all([loader.headlines(), loader.medicare(), loader.aliases(), loader.context('97110')]);
    expect(loader.problems()).toEqual([]);
    const { id } = await loader.release();
    expect((await loader.digest(id))?.counts.codes).toBe((await loader.headlines()).length);
  }, 60_000);

  test('of a payer: votes, mean and median are those of its JSON, worked out by hand', async () => {
    const { out } = await build([evry], { place: 'TX' });
    interface Group {
      readonly tin: { readonly type: string; readonly value: string };
    }
    interface Item {
      readonly billing_code: string;
      readonly negotiated_rates: readonly {
        readonly provider_groups: readonly Group[];
        readonly negotiated_prices: readonly { readonly negotiated_rate: number }[];
      }[];
    }
    const { in_network: items } = JSON.parse(readFileSync(evry, 'utf8')) as { in_network: readonly Item[] };
    const byPayee = new Map<string, Set<number>>();
    for (const item of items.filter((each) => each.billing_code === '97110')) {
      for (const { provider_groups: groups, negotiated_prices: prices } of item.negotiated_rates) {
        for (const { tin } of groups) {
          const known = byPayee.get(tin.value) ?? new Set();
          for (const { negotiated_rate: rate } of prices) known.add(Math.round(rate * 100));
          byPayee.set(tin.value, known);
        }
      }
    }
    const votes = [...byPayee.values()].map((amounts) => median([...amounts]));
    const loader = openRelease(out, packageFolder);
    const row = benchmark(
      await loader.rates('97110', 'TX'),
      everything,
      'TX',
      await loader.schedule(),
    ).rows.find(({ id }) => id === 'other');
    expect(votes.length).toBeGreaterThan(5);
    expect(row?.n).toBe(votes.length);
    expect(valueOf(row?.mean)).toBeCloseTo(votes.reduce((sum, vote) => sum + vote, 0) / votes.length, 6);
    expect(valueOf(row?.median)).toBeCloseTo(median(votes), 6);
  });

  test('is the same to the byte whatever the order of the files, packed files included; another date is another release', async () => {
    const packed = file('a/evry.json.gz', gzipSync(readFileSync(evry)));
    const [first = '', second = '', third = ''] = hospitals;
    const one = await build([first, packed, second, third], { place: 'TX' });
    const other = await build([third, second, first, packed, first], { place: 'TX', memory: '300MB' });
    const listing = (out: string) =>
      readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)))
        .toSorted();
    expect(listing(other.out)).toEqual(listing(one.out));
    for (const name of listing(one.out))
      expect([name, textOf(other.out, name)]).toEqual([name, textOf(one.out, name)]);
    const dated = await build([first], { date: '2027-01-01' });
    expect(dated.outcome.release?.id).toMatch(/^2027-01-01\./);
  }, 60_000);

  test('reads a file and its copy once, and the older and the newer file of one hospital both', async () => {
    const [, massachusetts = ''] = hospitals;
    mkdirSync(path.join(folder, 'copy'));
    const copy = path.join(folder, 'copy', 'the-same.csv');
    copyFileSync(massachusetts, copy);
    const alone = await build([massachusetts]);
    const both = await build([massachusetts, copy]);
    expect(both.outcome.release?.rates).toBe(alone.outcome.release?.rates);
    expect(both.outcome.files.map(({ form }) => form).toSorted()[0]).toBe('a copy');
    const older = file('older.csv', readFileSync(massachusetts, 'utf8').replace('2026-03-27', '2025-03-27'));
    const vintages = await build([massachusetts, older]);
    expect(vintages.outcome.release?.rates).toBe(2 * (alone.outcome.release?.rates ?? 0));
    expect(vintages.outcome.release?.providers).toBe(1);
  }, 60_000);

  test('takes CMS’s lines in the place of the package’s, digit for digit, and says where the rest is from', async () => {
    const raw = file(
      'PPRRVU2026.csv',
      readFileSync(path.join(fixtures, 'cms-pfs/PPRRVU2026_Jul_nonQPP.sample.csv'), 'latin1').replace(
        /^(97110,(?:[^,]*,)*?)0\.45,/m,
        '$10.46,',
      ),
    );
    const { out, outcome } = await build([evry, raw], { place: 'TX' });
    const lines = (text: string) => text.split('\n').filter((line) => line.startsWith('97110,'));
    const shipped = lines(textOf(path.join(packageFolder, 'public/data'), 'medicare/rvu.csv'));
    // The one line that was changed, in the year that was given.
    expect(lines(textOf(out, 'medicare/rvu.csv'))).toEqual(
      shipped.map((line) => (line.includes(',2026,') ? line.replace(',0.45,', ',0.46,') : line)),
    );
    expect(outcome.notes[0]).toMatch(/^From the CMS files given: medicare\/rvu\.csv 2026 and /);
    const { inputs } = await openRelease(out, packageFolder).release();
    expect(inputs.find((input) => input.path === 'medicare/gpci.csv')?.provenance).toMatch(
      /^As it stands in release /,
    );
    expect(inputs.find((input) => input.path === 'PPRRVU2026.csv')?.provenance).toContain(
      'a CMS relative value file',
    );
  });

  test('takes no cost indices that are not CMS’s own', async () => {
    const genuine = readFileSync(path.join(fixtures, 'cms-pfs/GPCI2025.csv'), 'latin1');
    const forged = file('made-up-gpci.csv', genuine.replace('ALASKA*,1.5,', 'ALASKA*,1.4,'));
    const { out, outcome } = await build([evry, forged], { place: 'TX' });
    const found = outcome.files.find(({ file: name }) => name === 'made-up-gpci.csv');
    expect(found?.refused).toMatch(/^This is not CMS’s own table/);
    expect(found?.account.problems.map(({ message }) => message).join()).toContain('Alaska');
    const shipped = textOf(path.join(packageFolder, 'public/data'), 'medicare/gpci.csv');
    expect(textOf(out, 'medicare/gpci.csv')).toBe(shipped);
  });

  test('has a page for codes of one’s own', async () => {
    const header = textOf(path.join(packageFolder, 'public/data'), 'codes.csv').split('\n')[0];
    const codes = file(
      'codes.csv',
      `${header}\n20560,CPT,Needle insertion,Other,untimed,,active,,,dry needling\n`,
    );
    const own = file(
      'own.csv',
      'code,payer,rate,state,date\n20560,Aetna,30.00,TX,2026\n97110,Aetna,40.00,TX,2026\n',
    );
    const { out, outcome } = await build([own], { codes });
    expect(outcome.files[0]?.account.read).toBe(2);
    expect(textOf(out, 'codes.csv')).toContain('\n20560,CPT,Needle insertion,');
    expect(textOf(out, 'headlines.csv')).toMatch(/^20560,1,1,1,1,30\.00,/m);
    const without = await build([own]);
    expect(without.outcome.files[0]?.account.leftOut).toEqual({ 'code-not-asked': 1 });
    const broken = await build([own], { codes: file('broken.csv', 'code,title\n20560,x\n') });
    expect(broken.outcome.refused).toContain('The heading lacks code_type');
  });
});

describe('tables of CMS’s', () => {
  test('saved as workbooks are what they are as text', async () => {
    const text = path.join(fixtures, 'cms-pfs', 'GPCI2026_RVU26C.csv');
    const workbook = file('GPCI2026.xlsx', await cmsWorkbook('GPCI2026_RVU26C.csv'));
    const [fromText, fromWorkbook] = [
      await build([evry, text], { place: 'TX' }),
      await build([evry, workbook], { place: 'TX' }),
    ];
    const toldOf = ({ outcome }: typeof fromText) =>
      outcome.files.flatMap(({ file: name, form, refused, account }) =>
        name.startsWith('GPCI') ? [form, refused, account.read] : [],
      );
    expect(toldOf(fromWorkbook)).toEqual(toldOf(fromText));
    expect(toldOf(fromWorkbook).at(-1)).toBeGreaterThan(100);
    expect(textOf(fromWorkbook.out, 'medicare/gpci.csv')).toBe(textOf(fromText.out, 'medicare/gpci.csv'));
  });
});

describe('providers', () => {
  const payer = (name: string, groups: string, references: string) =>
    file(
      name,
      `{"reporting_entity_name":"Aetna","reporting_entity_type":"health insurance issuer","last_updated_on":"2026-05-01","version":"1.0.0",${groups}"in_network":[{"negotiation_arrangement":"ffs","name":"x","billing_code_type":"CPT","billing_code_type_version":"2026","billing_code":"97110","description":"x","negotiated_rates":[{${references},"negotiated_prices":[{"negotiated_type":"negotiated","negotiated_rate":31.5,"expiration_date":"9999-12-31","service_code":["11"],"billing_class":"professional"}]}]}]}`,
    );
  const group = (npis: string, ein: string) =>
    `"provider_groups":[{"npi":[${npis}],"tin":{"type":"ein","value":"${ein}"}}]`;

  test('are placed and named by CMS’s registry as it comes, and by tables of one’s own before it', async () => {
    const rates = payer('placed.json', '', group('1000000001,1000000002,1000000003', '12-3456789'));
    const registry = file(
      'npidata.csv',
      [
        '"NPI","Entity Type Code","Employer Identification Number (EIN)","Provider Organization Name (Legal Business Name)","Provider Last Name (Legal Name)","Provider First Name","Provider Business Practice Location Address State Name"',
        '"1000000001","1","","","DOE","JANE","TX"',
        '"1000000002","2","<UNAVAIL>","HAND CLINIC, ""THE""","","","NV"',
        '"1000000003","1","","","ROE","RICHARD","ZZ"',
        '',
      ].join('\n'),
    );
    const own = file(
      'own-providers.csv',
      'npi;state;name;system\n1000000001;OK;Jane’s Practice;Plains Health\n',
    );
    const { out } = await build([rates], { providers: [own, registry] });
    expect(textOf(out, 'providers.csv')).toBe(
      'id,name,place,identifier,system\np1,"HAND CLINIC, ""THE""",NV,EIN:123456789,\np2,Jane’s Practice,OK,EIN:123456789,Plains Health\n',
    );
    const each = await build([rates], { providers: [registry], voteOf: 'npi' });
    expect(textOf(each.out, 'providers.csv')).toBe(
      'id,name,place,identifier,system\np1,"HAND CLINIC, ""THE""",NV,NPI:1000000002,\np2,JANE DOE,TX,NPI:1000000001,\n',
    );
    const nowhere = await build([rates], { providers: [file('empty.csv', 'npi,state\n1999999999,TX\n')] });
    expect(nowhere.outcome.placeless).toEqual({ named: ['Tax id 123456789 (EIN:123456789)'], count: 1 });
    expect(nowhere.outcome.files[0]?.account.leftOut).toEqual({ 'no-place': 1 });
    const table = await build([rates], { providers: [file('no-state.csv', 'npi,city\n1000000001,Reno\n')] });
    expect(table.outcome.refused).toContain('This is no table of providers: it lacks a column state.');
  });

  test('that stand in a file of their own are found, in whatever order the files are named', async () => {
    const rates = payer(
      'a-rates.json',
      '"provider_references":[{"provider_group_id":5,"location":"https://payer.example/files/z-groups.json"}],',
      '"provider_references":[5]',
    );
    const groups = file(
      'z-groups.json.gz',
      gzipSync(`{"version":"1.0.0",${group('1000000001', '98-7654321')}}`),
    );
    const { out } = await build([rates, groups], { place: 'TX' });
    expect(textOf(out, 'providers.csv')).toContain('p1,Tax id 987654321,TX,EIN:987654321,');
    // Without it the group is known by its number.
    const alone = await build([rates], { place: 'TX' });
    expect(textOf(alone.out, 'providers.csv')).toContain('provider group 5,TX,,');
  });

  test('that stand behind the rates in one archive, or in another archive, are found', async () => {
    const rates = payer(
      'rates-of-an-archive.json',
      '"provider_references":[{"provider_group_id":5,"location":"https://payer.example/files/groups.json"}],',
      '"provider_references":[5]',
    );
    const groups = strToU8(`{"version":"1.0.0",${group('1000000001', '98-7654321')}}`);
    const inOne = file('one.zip', zipSync({ 'a.json': readFileSync(rates), 'b/groups.json': groups }));
    const inAnother = file(
      'z-groups.zip',
      zipSync({ 'readme.txt': strToU8('Groups.'), 'groups.json': groups }),
    );
    for (const files of [[inOne], [rates, inAnother]]) {
      const { out, outcome } = await build(files, { place: 'TX' });
      expect(textOf(out, 'providers.csv')).toContain('p1,Tax id 987654321,TX,EIN:987654321,');
      const [read, ...others] = outcome.files.map(({ account }) => account.read);
      expect([read, ...others]).toEqual([1, ...others.map(() => 0)]);
    }
    // A damaged archive is told of once, when it is read.
    const cut = file('cut.zip', readFileSync(inOne).subarray(0, 40));
    const { outcome } = await build([rates, cut], { place: 'TX' });
    expect(outcome.files.find((each) => each.file === 'cut.zip')?.refused).toBe(
      'The zip archive is cut short.',
    );
  });
});
