import { type Cell, present, valueOf } from '../domain/cell.ts';
import type { MedicareRowCheck, OfficialAmount } from '../domain/medicareRowCheck.ts';
import {
  exactAmount,
  type PublishedClaim,
  type PublishedFigure,
  type PublishedMeasure,
} from '../domain/published.ts';
import { type CheckSeverity, claimAmount, type PublishedCheck } from '../domain/publishedChecks.ts';
import { absenceText, dataNotAvailable } from './absence.ts';
import { capital } from './capital.ts';
import { listOf } from './names.ts';
import { countOf, formatCount, formatMoney, formatRatio } from './numbers.ts';
import { documentName, inPublishedPlace } from './publishedText.ts';

/** A check as a reader meets it. `printed`, `reference` and `ratio` are the numbers its text speaks of. */
export interface CheckFinding {
  readonly id: string;
  readonly severity: CheckSeverity;
  /** What was checked, in a few words. */
  readonly subject: string;
  readonly text: string;
  readonly evidence: {
    readonly printed: Cell;
    readonly reference: Cell;
    readonly ratio: Cell;
  };
  /** Ids of the figures it speaks of. */
  readonly rowIds: readonly string[];
}

const none: Cell = { kind: 'absent', reason: 'not-comparable', detail: 'not a question of this check' };

export function checkFinding(check: PublishedCheck): CheckFinding {
  switch (check.rule) {
    case 'medicare-amount':
      return medicareFinding(check);
    case 'mean-outside-quartiles': {
      const { row, side, beyondAll } = check;
      const edge: PublishedMeasure = side === 'below' ? 'p25' : 'p75';
      const words = beyondAll
        ? `${side} every percentile it prints (${edgeWords(row, edge)})`
        : `${side} its own ${edge.toUpperCase()} (${edgeWords(row, edge)})`;
      const tail = side === 'below' ? 'a few low rates pull it' : 'a few high rates pull it';
      return {
        id: `mean-outside-${row.id}`,
        severity: check.severity,
        subject: `Mean and percentiles, ${row.payer}`,
        text: `${capital(documentName(row))}, ${row.payer} ${inPublishedPlace(row.place)}: the mean ${moneyOf(row, 'mean')} lies ${words}. Either ${tail}, or the figures do not belong together.`,
        evidence: { printed: amountCell(row, 'mean'), reference: amountCell(row, edge), ratio: none },
        rowIds: [row.id],
      };
    }
    case 'several-names': {
      const [first] = check.rows;
      const names = listOf(unique(check.rows.map((row) => row.payer)));
      const same = check.same
        .map((rows) => {
          const amount = rows[0] ? moneyOf(rows[0], 'mean') : '';
          return ` ${listOf(unique(rows.map((row) => row.payer)))} have the same amount, ${amount}: probably one rate counted twice.`;
        })
        .join('');
      return {
        id: `several-names-${check.rows.map((row) => row.id).join('-')}`,
        severity: check.severity,
        subject: 'One insurer, several names',
        text: `${first ? capital(documentName(first)) : ''} has one insurer ${first ? inPublishedPlace(first.place) : ''} under ${countOf(unique(check.rows.map((row) => row.payer)).length, 'name')}: ${names}.${same}`,
        evidence: { printed: none, reference: none, ratio: none },
        rowIds: check.rows.map((row) => row.id),
      };
    }
    case 'one-row-flips': {
      const { row, all, without } = check;
      const medians = valueOf(all.medianOfMedicare);
      return {
        id: `flips-${row.id}`,
        severity: check.severity,
        subject: 'One row turns the conclusion',
        text: `${capital(documentName(row))}: the ${formatCount(all.n)} commercial amounts average ${ratioWords(all.percentOfMedicare)} of Medicare with ${row.payer} ${moneyOf(row, 'mean')} and ${ratioWords(without.percentOfMedicare)} without it.${medians === undefined ? '' : ` Median to median it is ${formatRatio(medians)}.`}`,
        evidence: {
          printed: amountCell(row, 'mean'),
          reference: without.mean,
          ratio: without.percentOfMedicare,
        },
        rowIds: [row.id],
      };
    }
    case 'claim':
      return claimFinding(check);
  }
}

function medicareFinding(check: MedicareRowCheck): CheckFinding {
  const { row, printed, official, ratios, years } = check;
  const [first] = official;
  const head = `${capital(documentName(row))} has ${formatMoney(printed.cents)} for ${row.payer} ${inPublishedPlace(row.place)}${row.place === null ? ', read as national' : ''}`;
  const base = {
    id: `medicare-${row.id}`,
    severity: check.severity,
    subject: `Medicare amount, ${row.payer}`,
    evidence: {
      printed: present(printed.cents),
      reference: first ? present(referenceOf(first)) : (check.missing ?? none),
      ratio: ratios[0] === undefined ? none : present(ratios[0]),
    },
    rowIds: [row.id],
  };
  if (!first) {
    const why = check.missing ? absenceText(check.missing) : dataNotAvailable;
    return { ...base, text: `${head}. It cannot be checked: ${why}.` };
  }
  if (years.length > 0) {
    return { ...base, text: `${head}: the fee schedule of ${listOf(years.map(String))} to the cent.` };
  }
  const beside = official.map((each, index) => officialWords(each, ratios[index] ?? 0)).join('; ');
  const lead = /^20\d\d/.test(row.date)
    ? `The fee schedule of ${row.date.slice(0, 4)} does not give it`
    : 'No fee schedule of this release gives it';
  const quartiles = official.flatMap((each, index) =>
    check.quartilesAgree[index] === true && each.p25 !== null && each.p75 !== null
      ? [
          ` Its P25 and P75 are those over the ${each.localities} localities of ${each.year} (${formatMoney(each.p25)} and ${formatMoney(each.p75)}) as printed.`,
        ]
      : [],
  );
  return { ...base, text: `${head}. ${lead}. Beside it: ${beside}.${quartiles.join('')}` };
}

function referenceOf(official: OfficialAmount): number {
  return official.nationalPayment ?? official.mean;
}

function officialWords(official: OfficialAmount, ratio: number): string {
  const { year, localities, least, most } = official;
  const share = `printed is ${formatRatio(ratio)} of it`;
  if (official.nationalPayment !== null) {
    return `${year} national payment amount ${formatMoney(official.nationalPayment)} (${share}), mean over ${countOf(localities, 'locality', 'localities')} ${formatMoney(official.mean)}`;
  }
  if (localities === 1) return `${year} ${formatMoney(official.mean)} (${share})`;
  return `${year} ${formatMoney(least)} to ${formatMoney(most)} over ${countOf(localities, 'locality', 'localities')}, mean ${formatMoney(official.mean)} (${share})`;
}

const claimWords: Readonly<Record<PublishedClaim, readonly [adjective: string, noun: string]>> = {
  'highest-mean': ['highest', 'mean'],
  'lowest-mean': ['lowest', 'mean'],
  'widest-spread': ['widest', 'spread'],
  'smallest-spread': ['smallest', 'spread'],
};

function claimFinding(check: Extract<PublishedCheck, { rule: 'claim' }>): CheckFinding {
  const { rows, claim, against } = check;
  const [first] = rows;
  const [adjective, noun] = claimWords[claim];
  const withAmount = (row: PublishedFigure) => {
    const amount = claimAmount(row, claim);
    return `${row.payer} (${amount === undefined ? dataNotAvailable : formatMoney(amount)})`;
  };
  const said = `${first ? capital(documentName(first)) : ''} gives the ${adjective} ${noun} ${first ? inPublishedPlace(first.place) : ''} to ${listOf(rows.map(withAmount))}`;
  const ending =
    rows.length > 1
      ? '. Both cannot hold'
      : against.length > 0
        ? `, yet prints ${listOf(against.map(withAmount))}`
        : check.severity === 'note'
          ? ', which its numbers cannot show'
          : `, and so it is among the ${countOf(check.printed, noun)} it prints`;
  return {
    id: `claim-${claim}-${first?.id ?? ''}`,
    severity: check.severity,
    subject: `${capital(adjective)} ${noun}`,
    text: `${said}${ending}.`,
    evidence: {
      printed: first ? cellOf(claimAmount(first, claim)) : none,
      reference: against[0] ? cellOf(claimAmount(against[0], claim)) : none,
      ratio: none,
    },
    rowIds: [...rows, ...against].map((row) => row.id),
  };
}

function cellOf(cents: number | undefined): Cell {
  return cents === undefined ? { kind: 'absent', reason: 'not-in-input', detail: '' } : present(cents);
}

function amountCell(row: PublishedFigure, measure: PublishedMeasure): Cell {
  return cellOf(exactAmount(row, measure));
}

function moneyOf(row: PublishedFigure, measure: PublishedMeasure): string {
  const amount = exactAmount(row, measure);
  return amount === undefined ? dataNotAvailable : formatMoney(amount);
}

function edgeWords(row: PublishedFigure, measure: PublishedMeasure): string {
  const cell = row.amounts[measure];
  if (cell.kind === 'absent') return dataNotAvailable;
  return `${cell.value.printed === 'above' ? 'above ' : ''}${formatMoney(cell.value.cents)}`;
}

function ratioWords(cell: Cell): string {
  return cell.kind === 'value' ? formatRatio(cell.value) : absenceText(cell);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
