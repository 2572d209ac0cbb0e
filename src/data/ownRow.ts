import type { OwnColumns } from './ownColumns.ts';
import type { OwnRatesField } from './ownRatesColumns.ts';
import type { ownRatesReaders } from './ownRatesReaders.ts';
import { plainCell, type Reading } from './ownRatesValues.ts';

type Readers = ReturnType<typeof ownRatesReaders>;
type ValueOf<Name extends keyof Readers> = Readers[Name] extends (raw: string) => Reading<infer Value>
  ? Value
  : never;

/** A line whose every cell could be read. Either `cents` or `share` is null: a line pays dollars or a share of Medicare. */
export interface OwnRow {
  readonly code: ValueOf<'code'>;
  readonly payer: string;
  readonly cents: number | null;
  readonly share: number | null;
  readonly place: string;
  readonly provider: string;
  readonly plan: string;
  readonly planLine: ValueOf<'line'>;
  readonly modifier: string;
  readonly setting: ValueOf<'setting'>;
  readonly billingClass: ValueOf<'billingClass'>;
  readonly methodology: string;
  readonly dated: ValueOf<'date'>;
  readonly units: number | null;
  readonly charge: number | null;
  readonly site: ValueOf<'site'>;
}

/** Something about a cell: a fault leaves its line out, a warning does not. */
export interface CellProblem {
  /** Position in the header; -1 where the file has no such column. */
  readonly index: number;
  readonly field: OwnRatesField;
  readonly text: string;
  readonly message: string;
}

export interface RowReading {
  /** undefined where a cell has a fault. */
  readonly row: OwnRow | undefined;
  readonly units: number | null | undefined;
  readonly cents: number | null | undefined;
  readonly problems: readonly CellProblem[];
}

/** Shared by the lines without any, which most of a million are. */
const nothing: readonly CellProblem[] = [];

/** In a file without a column of rates a line without a share says nothing. */
function notBlank<Value>(reader: (raw: string) => Reading<Value>): (raw: string) => Reading<Value> {
  const fault = 'The share of Medicare is blank. Give one, such as 110%, or leave the line out.';
  return (raw) => (plainCell(raw) === '' ? { fault } : reader(raw));
}

/** `Total`, `Grand total:`, `Subtotals`, `Total for Aetna`; not `Total Health Care`, a company. */
const totalLabel = /^(?:(?:grand|overall|report) )?(?:sub[- ]?)?totals?\s*(?::|(?:for|of) .*)?$/i;

/**
 * Reads lines by their columns. Made once for a file, because a million lines cannot look their columns up by name
 * cell by cell.
 *
 * @param columns where each field stands in the header, and further modifiers.
 */
export function ownRowReader(
  { positions, laterModifiers }: Pick<OwnColumns, 'positions' | 'laterModifiers'>,
  readers: Readers,
): (cells: readonly string[]) => RowReading {
  let problems: CellProblem[] = [];
  let isFaulty: boolean;

  function column<Value>(
    field: OwnRatesField,
    reader: (raw: string) => Reading<Value>,
    contentOf?: (cells: readonly string[]) => string,
  ) {
    const index = positions.get(field) ?? -1;
    return (cells: readonly string[]): Value | undefined => {
      // Asked for what no list has, an engine takes its slow way, a dozen times a line.
      const content = contentOf ? contentOf(cells) : index === -1 ? '' : (cells[index] ?? '');
      const reading = reader(content);
      if ('fault' in reading) {
        isFaulty = true;
        problems.push({ index, field, text: content.trim(), message: reading.fault });
        return undefined;
      }
      if (reading.warning !== undefined)
        problems.push({ index, field, text: content.trim(), message: reading.warning });
      return reading.value;
    };
  }

  const code = column('code', readers.code);
  const payer = column('payer', readers.payer);
  const hasShares = positions.has('medicare share');
  const rateIndex = positions.get('rate') ?? -1;
  const share = column('medicare share', rateIndex === -1 ? notBlank(readers.share) : readers.share);
  const rate = column('rate', readers.rate);
  const place = column('state', readers.state);
  const provider = column('provider', readers.provider);
  const plan = column('plan', readers.plan);
  const planLine = column('line', readers.line);
  const modifierIndexes = [positions.get('modifier') ?? -1, ...laterModifiers];
  const modifier = column(
    'modifier',
    readers.modifier,
    laterModifiers.length === 0
      ? undefined
      : (cells) => modifierIndexes.map((index) => plainCell(cells[index] ?? '')).join(' '),
  );
  const setting = column('setting', readers.setting);
  const billingClass = column('billing class', readers.billingClass);
  const methodology = column('methodology', readers.methodology);
  const dated = column('date', readers.date);
  const units = column('units', readers.units);
  const charge = column('charge', readers.charge);
  const site = column('place of service', readers.site);

  return (cells) => {
    if (problems.length > 0) problems = [];
    isFaulty = false;
    const codeRead = code(cells);
    if (codeRead === undefined) {
      const total = totalProblem(positions, cells);
      // What it adds up has been counted line by line.
      if (total) return { row: undefined, units: undefined, cents: undefined, problems: [total] };
    }
    const payerRead = payer(cells);
    const isShare = hasShares && plainCell(cells[rateIndex] ?? '') === '';
    // A share that could not be read is a fault, and the line has no dollars either.
    const shareRead = isShare ? share(cells) : null;
    const cents = shareRead === null ? rate(cells) : null;
    const row = {
      code: codeRead,
      payer: payerRead,
      cents,
      share: shareRead,
      place: place(cells),
      provider: provider(cells),
      plan: plan(cells),
      planLine: planLine(cells),
      modifier: modifier(cells),
      setting: setting(cells),
      billingClass: billingClass(cells),
      methodology: methodology(cells),
      dated: dated(cells),
      units: units(cells),
      charge: charge(cells),
      site: site(cells),
    };
    return {
      row: isFaulty ? undefined : (row as OwnRow),
      units: row.units,
      cents,
      problems: problems.length > 0 ? problems : nothing,
    };
  };
}

/** That a line without a code is the sum of others, where one of its cells says so. */
function totalProblem(positions: OwnColumns['positions'], cells: readonly string[]): CellProblem | undefined {
  for (const [field, index] of positions) {
    const text = plainCell(cells[index] ?? '');
    if (totalLabel.test(text))
      return { index, field, text, message: 'A total of other lines: they are counted, it is not.' };
  }
  return undefined;
}
