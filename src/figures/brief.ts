import type { BillingCode } from '../domain/billingCode.ts';
import { absent, type Cell } from '../domain/cell.ts';
import { type CodeBenchmarks, codeBenchmarks } from '../domain/codeBenchmarks.ts';
import { difference, relativeDifference } from '../domain/deviation.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Scope } from '../domain/scope.ts';
import { dataNotAvailable } from '../text/absence.ts';
import { methods } from '../text/methods.ts';
import { placeTitle } from '../text/names.ts';
import { votesColumn } from './benchmarkFigure.ts';
import { type BenchmarkPart, benchmarkPart, type CodeView, codeView } from './codeView.ts';
import { column, type Figure, type FigureRow } from './figure.ts';
import { percentileColumns } from './percentileColumns.ts';

/** One code of a brief and its rates. */
export interface BriefCode {
  readonly code: BillingCode;
  readonly nationalRates: RateTable;
  /** null for the nation. */
  readonly placeRates: RateTable | null;
}

export interface BriefInput {
  readonly codes: readonly BriefCode[];
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  readonly schedule: FeeSchedule;
  /** Fee-schedule year of the Medicare row. */
  readonly medicareYear: number;
  /** `release 2026-11-22.1a2b3c4d`. */
  readonly origin: string;
}

/** One code as the brief prints it. */
export interface BriefPart {
  readonly code: BillingCode;
  /** What the code's page shows: the same value from the same functions. */
  readonly view: CodeView;
  /** Benchmark and comparison in one table, for a brief of several codes. */
  readonly table: Figure;
  /** Payers without a rate in the input, by name. */
  readonly without: readonly string[];
  /** The nation, where the place itself has no vote and the nation has; null otherwise. */
  readonly nation: BenchmarkPart | null;
}

export interface Brief {
  /** The codes beside each other; null for a single code. */
  readonly overview: Figure | null;
  readonly parts: readonly BriefPart[];
}

/** Medicare's amounts are no votes of providers. */
const medicareDefinition =
  'Medicare physician fee schedule of the year shown, non-facility and unreduced: mean over the place’s localities, each rounded to the cent.';

const benchmarkColumns = ['providers', 'mean', 'p25', 'median', 'p75', 'percent-of-medicare', 'grade'];
const deviationColumns = ['median-difference', 'median-ratio'];

/** The sheet of one or several codes in a place: nothing on it is computed otherwise than on the codes' pages. */
export function brief(input: BriefInput): Brief {
  const parts = input.codes.map((each) => briefPart(each, input));
  return { overview: parts.length > 1 ? overview(parts, input) : null, parts };
}

function briefPart({ code, nationalRates, placeRates }: BriefCode, input: BriefInput): BriefPart {
  const { place, scope, schedule, medicareYear, origin } = input;
  const benchmarks = codeBenchmarks({ nationalRates, placeRates, place, scope, schedule, medicareYear });
  const view = codeView(benchmarks, origin, false);
  const isAway = view.here.isEmpty && benchmarks.here !== benchmarks.nation;
  return {
    code,
    view,
    table: oneTable(view, benchmarks),
    without: view.here.range.marks
      .filter(({ absence }) => absence === dataNotAvailable)
      .map((mark) => mark.label),
    nation: isAway ? nationOf(benchmarkPart(benchmarks.nation, origin, false)) : null,
  };
}

function nationOf(nation: BenchmarkPart): BenchmarkPart | null {
  return nation.isEmpty ? null : nation;
}

/** The rows that hold a number, with the difference from the national median beside each. */
function oneTable({ here: { figure }, deviation }: CodeView, benchmarks: CodeBenchmarks): Figure {
  const differences = deviation?.columns.filter(({ id }) => deviationColumns.includes(id)) ?? [];
  const columns = [
    ...figure.columns.filter(({ id }) => benchmarkColumns.includes(id)),
    ...differences.map((each) => ({ ...each, label: each.label.replace('Median,', 'vs national,') })),
  ];
  const rows = figure.rows
    .filter((row) => Object.values(row.cells).some((cell) => cell.kind === 'value'))
    .map((row): FigureRow => {
      const compared =
        row.id === 'medicare-fee-schedule'
          ? medicareAgainstNation(benchmarks)
          : deviation?.rows.find(({ id }) => id === row.id)?.cells;
      const cells = differences.map(({ id }) => [
        id,
        compared?.[id] ?? absent('not-comparable', 'no such national row'),
      ]);
      return { ...row, cells: { ...row.cells, ...Object.fromEntries(cells) } };
    });
  return { ...figure, columns, rows };
}

/** The place's median Medicare amount against the nation's: the same schedule and year, over their localities. */
function medicareAgainstNation({ here, nation }: CodeBenchmarks): Readonly<Record<string, Cell>> {
  const [place, whole] = [here.medicare.median, nation.medicare.median];
  return { 'median-difference': difference(place, whole), 'median-ratio': relativeDifference(place, whole) };
}

/** One row per code: the payer its page leads with, and Medicare. */
function overview(parts: readonly BriefPart[], { place, scope, medicareYear, origin }: BriefInput): Figure {
  return {
    id: 'brief-overview',
    title: `The codes beside each other, ${placeTitle(place)}`,
    labelColumn: column('code', 'Code', 'text', 'Billing code with our own short title.'),
    columns: [
      column('payer', 'Payer', 'text', methods.payer),
      votesColumn(scope.basis),
      ...percentileColumns(scope.definition),
      column('mean', 'Mean', 'money', methods.mean),
      column('medicare', `Medicare ${medicareYear}`, 'money', medicareDefinition),
      column('percent-of-medicare', '% of Medicare', 'ratio', methods.percentOfMedicare),
    ],
    rows: parts.map(overviewRow),
    notes: [],
    method: '',
    sources: origin,
    summary: '',
  };
}

function overviewRow({ code, view }: BriefPart): FigureRow {
  const { rows } = view.here.figure;
  const leading = rows.find(({ id }) => id === view.leading);
  const medicare = rows.find(({ id }) => id === 'medicare-fee-schedule');
  const missing = absent('not-in-input');
  const cell = (row: FigureRow | undefined, id: string): Cell<number | string> => row?.cells[id] ?? missing;
  return {
    id: code.code,
    label: `${code.code} ${code.title}`,
    cells: {
      payer: leading ? { kind: 'value', value: leading.label } : missing,
      ...Object.fromEntries(
        ['providers', 'p25', 'median', 'p75', 'mean', 'percent-of-medicare'].map((id) => [
          id,
          cell(leading, id),
        ]),
      ),
      medicare: cell(medicare, 'mean'),
    },
    flags: leading?.flags ?? [],
  };
}
