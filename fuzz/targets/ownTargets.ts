import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { openTable } from '../../src/data/openTable.ts';
import type { ColumnChoice } from '../../src/data/ownRatesColumns.ts';
import { readOwnRatesFile } from '../../src/data/ownRatesFile.ts';
import { readStreamedVolumes } from '../../src/data/ownVolumes.ts';
import { shippedAliases } from '../../test/support/releaseData.ts';
import { Chance } from '../chance.ts';
import { type FuzzTarget, promise } from '../fuzzTarget.ts';
import { file, keepsCount, keepsFinite, keepsProblems } from '../promises.ts';
import { seedFiles } from '../seedFiles.ts';

const words =
  'CPT Code|Payor|Rate ($)|code|payer|rate|Units|Volume|Modifier|Place of Service|State|Date of Service|Allowed Amount|% of Medicare|Billed Charge|Plan|Line of Business|Provider|Aetna|BCBSTX|UnitedHealthcare|Medicare Advantage|31.50|31,50|120%|11|TX|Texas|2026-01-31|46053|GP|97110-GP|Denied|-12.00'.split(
    '|',
  );

const tables = () => [
  ...seedFiles('test/fixtures/bad-files', /\.csv$/),
  ...[
    'CPT Code,Payor,Rate ($),Annual Volume,Effective Date\n97110,Aetna PPO,29.05,1200,2026-01-31\n97140,Cigna,28.35,400,1/31/26\n',
    'code;payer;rate;units\n97110;Aetna;31,50;3\n97112;UMR;1.031,50;4\n',
    'Date of Service,CPT,Insurance,Allowed,Units,Modifier\n1/3/2026,97110,Aetna,60.12,2,GP\n1/4/2026,97140,BCBSTX,-28.00,-1,"GP, 59"\n',
    'code,payer,% of Medicare,state\n97110,Aetna,120%,TX\n97161,Humana,1.1,Texas\n',
  ].map((text) => strToU8(text)),
];

const choices: ReadonlyArray<ColumnChoice | undefined> = [
  undefined,
  undefined,
  { fields: { code: 'code', payer: 'payer', rate: 'rate' }, lines: 'rates' },
  { fields: { code: 'code', units: 'rate', payer: '__proto__' }, lines: 'claims' },
] as const;

/** A table of any size is read the same way; a large one takes longer to get ready than a case takes. */
const aliases = shippedAliases().filter((_, at) => at % 12 === 0);

function readingFor(input: Uint8Array) {
  const chosen = new Chance(input).pick(choices.map((choice) => ({ choice })));
  return { deleted: new Map([['97001', ['97161']]]), aliases, chosen: chosen.choice };
}

async function checkRates(input: Uint8Array): Promise<void> {
  const read = await readOwnRatesFile(input, file, readingFor(input));
  keepsCount(read.rowsPresent, read.rowsRead, read.rowsLeftOut);
  keepsProblems(read.problems);
  let sourceRows = 0;
  for (const [code, table] of read.tables) {
    promise(table.code === code && code !== '', `a table has the code "${code}"`);
    for (let row = 0; row < table.length; row++) {
      const cents = table.cents[row] ?? 0;
      promise(Number.isInteger(cents) && cents > 0, `a rate has ${cents} cents`);
      sourceRows += table.sourceRows[row] ?? 0;
    }
  }
  promise(sourceRows <= read.rowsRead, `${sourceRows} lines stand behind rates, ${read.rowsRead} were read`);
  keepsFinite(read.contract?.lines);
  if (read.rowsPresent > read.rowsRead)
    promise(read.problems.length > 0, 'lines are left out without a word');
}

async function checkVolumes(input: Uint8Array): Promise<void> {
  const read = await readStreamedVolumes(await openTable(input, file), file, readingFor(input));
  keepsCount(read.rowsPresent, read.rowsRead, read.rowsLeftOut);
  keepsProblems(read.problems);
  keepsFinite(read.units);
  const sum =
    read.lines.reduce((total, { units }) => total + units, 0) + read.units.leftOut + read.units.otherYears;
  const size = Math.max(1, Math.abs(sum), Math.abs(read.units.inFile));
  promise(
    Math.abs(sum - read.units.inFile) <= 1e-9 * size,
    `${sum} units are accounted for of ${read.units.inFile}`,
  );
}

async function workbook(): Promise<Uint8Array> {
  const rows = [
    ['Fee schedule 2026'],
    ['CPT Code', 'Payor', 'Rate ($)', 'Annual Volume', 'Effective Date'],
    [97110, 'Aetna PPO', 29.05, 1200, new Date(Date.UTC(2026, 0, 31))],
    ['97140', 'Cigna', 28.35, 400, 46053],
  ].map((row) => row.map((value) => (value instanceof Date ? { value, format: 'mm/dd/yyyy' } : { value })));
  return new Uint8Array(await writeXlsxFile([{ sheet: 'Rates', data: rows }] as never).toBuffer());
}

/** Parts of a workbook as one text, so that a mutant changes their XML and not only the zip around it. */
const border = '\n%%part%%\n';
const parts = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'];
let known: Record<string, Uint8Array> | undefined;

async function workbookParts(): Promise<Record<string, Uint8Array>> {
  known ??= unzipSync(await workbook());
  return known;
}

/** A practice's own tables. */
export const ownTargets: readonly FuzzTarget[] = [
  { name: 'own-rates', seeds: tables, words, check: checkRates },
  { name: 'own-volumes', seeds: tables, words, check: checkVolumes },
  {
    name: 'workbook',
    seeds: async () => [await workbook()],
    words: [
      'PK\u0003\u0004',
      'PK\u0001\u0002',
      'PK\u0005\u0006',
      'xl/workbook.xml',
      'xl/workbook.bin',
      'mimetype',
    ],
    check: checkRates,
  },
  {
    name: 'workbook-xml',
    async seeds() {
      const all = await workbookParts();
      return [strToU8(parts.map((part) => strFromU8(all[part] ?? new Uint8Array())).join(border))];
    },
    words: [
      '<c r="A1" t="s"><v>0</v></c>',
      '<v>1e999</v>',
      ' t="e"',
      ' s="9999"',
      '<row r="1048577">',
      '&#0;',
      '&x;',
    ],
    async check(input) {
      const texts = strFromU8(input).split(border);
      const changed = parts.flatMap((part, at) => {
        const text = texts[at];
        return text === undefined ? [] : [[part, strToU8(text)] as const];
      });
      await checkRates(zipSync({ ...(await workbookParts()), ...Object.fromEntries(changed) }, { level: 0 }));
    },
  },
];
