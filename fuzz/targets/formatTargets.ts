import type { FileAccount, Format, FormatRate, FormatReader } from '../../src/data/formats/formatReader.ts';
import { formatStart } from '../../src/data/formats/formatStart.ts';
import { formats } from '../../src/data/formats/formats.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import { billingClasses, codeTypes, settings } from '../../src/domain/rateTable.ts';
import { piecesOf } from '../../test/support/pieces.ts';
import { shippedAliases } from '../../test/support/releaseData.ts';
import { Chance } from '../chance.ts';
import { type FuzzTarget, promise } from '../fuzzTarget.ts';
import { file, keepsAccount, keepsFinite } from '../promises.ts';
import { seedFiles } from '../seedFiles.ts';

const folder = 'test/fixtures/formats';
const filesOf: ReadonlyArray<readonly [ids: RegExp, files: RegExp]> = [
  [/^(pprrvu|gpci|locco|pf-payment)$/, /cms-pfs/],
  [/^hpt-csv-wide$/, /hpt.*wide.*\.csv$/i],
  [/^hpt-csv/, /hpt.*\.csv$/],
  [/^hpt-json$/, /hpt.*\.json$/],
  [/^tic-/, /tic.*\.json$/],
];

const wordsOf: ReadonlyArray<readonly [ids: RegExp, words: string]> = [
  [
    /^pprrvu$/,
    'HCPCS|MOD|PE RVU|CONV FACTOR|RVU26C|2026 National Physician Fee Schedule|GP|26|TC|53|NA|HDR |32.3465',
  ],
  [
    /^gpci$/,
    'GPCI|Locality Name|Medicare Administrative Contractor|ALASKA**|1.500|13202|NY|PE GPCI|2026|Note:',
  ],
  [/^locco$/, 'COUNTIES|Fee Schedule Area|ALL COUNTIES|ALL OTHER|STATEWIDE|CALIFORNIA|01112|62'],
  [/^pf-payment$/, '2025|01112|97110|5|9|0000036.50|TRL|HDR|"A"'],
  [
    /^hpt-/,
    'hospital_name|code|1|type|standard_charge|negotiated_dollar|payer_name|plan_name|setting|outpatient|both|CPT|HCPCS|methodology|fee schedule|gross|discounted_cash|estimated_amount|standard_charge_information|payers_information|code_information|modifiers|modifier_information|billing_class|facility|999999999|per diem|case rate|percent of total billed charges|count|median_amount',
  ],
  [
    /^tic-/,
    'in_network|negotiated_rates|negotiated_prices|negotiated_rate|provider_references|provider_groups|provider_group_id|npi|tin|ein|value|billing_code|billing_code_type|CPT|negotiation_arrangement|ffs|bundle|capitation|bundled_codes|covered_services|service_code|billing_class|professional|institutional|billing_code_modifier|out_of_network|allowed_amounts|payments|billed_charge|reporting_structure|reporting_plans|in_network_files|allowed_amount_file|location|last_updated_on|version|1790762615',
  ],
];

/** Each published form through its reader, whether it is recognised or not. */
export const formatTargets: readonly FuzzTarget[] = formats.map((format) => ({
  name: format.id,
  seeds: () => seedFiles(folder, filesOf.find(([ids]) => ids.test(format.id))?.[1] ?? /./),
  words: wordsOf.find(([ids]) => ids.test(format.id))?.[1].split('|') ?? [],
  async check(input) {
    format.isIn(formatStart(input));
    const open = await format.open();
    const whole = read(open, format, [input]);
    const chance = new Chance(input);
    const cuts = Array.from({ length: 1 + chance.below(20) }, () => chance.below(input.length + 1));
    const cut = read(
      open,
      format,
      piecesOf(input, chance.oneIn(8) ? [...input.keys()].slice(0, 3000) : cuts),
    );
    promise(cut === whole, 'what is read depends on where the stream is cut');
  },
}));

type Open = Awaited<ReturnType<Format['open']>>;

/** @returns all that was told, as text. */
function read(open: Open, { id }: Format, pieces: readonly Uint8Array[]): string {
  let head: unknown;
  const groups = new Map<number, unknown>();
  const rates: FormatRate[] = [];
  const rows: unknown[] = [];
  const reader: FormatReader = open(
    {
      head: (told) => {
        head = told;
      },
      group(number, providers) {
        promise(!groups.has(number), 'a group is told twice');
        groups.set(number, providers);
      },
      rate: (rate) => rates.push(rate),
      tableRow: (row) => rows.push(row),
    },
    { file, wants: (code) => code !== '97140', names: names(), takesOutOfNetwork: true },
  );
  for (const piece of pieces) reader.write(piece);
  const account: FileAccount = reader.end();
  keepsAccount(account);
  promise(account.format === id, `the account says ${account.format}`);
  if (id !== 'tic-table-of-contents' && id !== 'tic-provider-reference') {
    const found = rates.length + rows.length;
    promise(account.read === found, `${account.read} are said to be read, ${found} were told`);
  }
  for (const rate of rates) keepsRate(rate);
  keepsFinite(rows);
  return JSON.stringify([head, [...groups], rates, rows, account]);
}

function keepsRate(rate: FormatRate): void {
  promise(Number.isInteger(rate.cents) && rate.cents > 0, `a rate has ${rate.cents} cents`);
  promise(Number.isInteger(rate.at) && rate.at >= 1, `a rate stands at ${rate.at}`);
  promise(codeTypes.includes(rate.codeType), `a rate has the code type ${rate.codeType}`);
  promise(settings.includes(rate.setting), `a rate has the setting ${rate.setting}`);
  promise(billingClasses.includes(rate.billingClass), `a rate has the class ${rate.billingClass}`);
  promise(rate.groups.length > 0, 'a rate is paid to nobody');
  promise(/\S/.test(rate.code) && rate.code !== '97140', `a rate has the code "${rate.code}"`);
}

let known: ReturnType<typeof payerReader> | undefined;
function names() {
  known ??= payerReader(shippedAliases());
  return known;
}
