import { type Contract, isInForce } from '../domain/contract.ts';
import { listOf } from '../text/names.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import { isPaidHeading } from './claimColumns.ts';
import type { OwnColumns } from './ownColumns.ts';
import type { DecimalMark } from './ownRatesAmount.ts';
import type { OwnRatesField } from './ownRatesColumns.ts';
import type { OwnRatesTables } from './ownRatesTables.ts';

/** What was taken for granted about a file, as sentences, so the user can see and correct it. */
export function ownRatesNotes(
  header: readonly string[],
  { matches, laterModifiers }: Pick<OwnColumns, 'matches' | 'laterModifiers'>,
  mark: DecimalMark,
  tables: OwnRatesTables,
  contract: Contract | null,
  today?: string,
): readonly string[] {
  const has = (field: OwnRatesField) => matches.some((match) => match.field === field);
  const notes: string[] = [];
  if (mark === 'comma') notes.push('Amounts are read with a decimal comma: 36,50 is $36.50.');
  if (contract === null) {
    notes.push(
      'Too many different lines for the contract of one practice: your contract’s part is not shown.',
    );
  } else {
    const paid = matches.find(({ field, header: name }) => field === 'rate' && isPaidHeading(name))?.header;
    if (contract.kind === 'claims' && paid !== undefined) {
      notes.push(`${paid} is taken for what was allowed: without what patients owe, rates come out too low.`);
    }
    notes.push(...contractNotes(contract, has('medicare share'), today));
  }
  if (tables.lineNotStated > 0) {
    notes.push(
      `${countOf(tables.lineNotStated, 'line says', 'lines say')} nothing of commercial, Medicare Advantage or Medicaid, so commercial is taken. A "line" column settles it.`,
    );
  }
  if (tables.otherPayers.size > 0) {
    const names = [...tables.otherPayers.keys()];
    const more = names.length > 8 ? ` and ${formatCount(names.length - 8)} more` : '';
    notes.push(`Counted under other payers: ${names.slice(0, 8).join(', ')}${more}.`);
  }
  if (!has('state')) notes.push('No state column: the rates show nationally, not on a state’s page.');
  if (!has('date'))
    notes.push(
      'No date or year column: code by code the rates are not compared with Medicare; beside your contract stands Medicare of the newest year.',
    );
  if (!has('provider'))
    notes.push('No provider column: the file counts as one provider per state, "Your file".');
  if (tables.repeated > 0) {
    notes.push(
      `${countOf(tables.repeated, 'line has', 'lines have')} the same rate as another: code by code ${tables.repeated === 1 ? 'it counts' : 'they count'} once.`,
    );
  }
  if (laterModifiers.length > 0) {
    const names = laterModifiers.map((index) => header[index] ?? '');
    notes.push(`${listOf(names)} ${names.length === 1 ? 'is' : 'are'} read with the modifiers.`);
  }
  const used = new Set([...matches.map((match) => match.index), ...laterModifiers]);
  const unused = header.filter((name, index) => name !== '' && !used.has(index));
  if (unused.length > 0) notes.push(`Columns not used: ${unused.join(', ')}.`);
  return notes;
}

function contractNotes(
  { kind, lines }: Contract,
  hasShares: boolean,
  today: string | undefined,
): readonly string[] {
  const notes: string[] = [];
  if (kind === 'claims') {
    const claims = lines.reduce((total, each) => total + each.lines, 0);
    notes.push(
      `Read as claim lines: an allowed amount is for all units of its line. ${countOf(claims, 'line')} added up to ${countOf(lines.length, 'average rate')} by payer, code, modifier, place of service and year.`,
    );
  } else if (lines.some((line) => line.lines > 1)) {
    notes.push('Lines with the same rate count as one in your contract, their volumes added up.');
  }
  const others = lines.filter((line) => !isInForce(line));
  if (kind === 'claims') {
    if (others.length > 0) {
      notes.push(
        `${countOf(others.length, 'average is', 'averages are')} of other years than the newest with at least half the units of the busiest: they show how revenue changed, not where you stand.`,
      );
    }
  } else {
    notes.push(...datesNotes(lines, today));
  }
  const volumes = lines.filter((line) => line.units !== null && line.year > 0);
  if (
    kind === 'rates' &&
    volumes.some((line) => isInForce(line) && line.year !== volumes.find(isInForce)?.year)
  ) {
    notes.push(
      'Rates in force are of several years: a date is read as the day a rate holds from, and why revenue changed is not told.',
    );
  }
  if (hasShares) {
    notes.push('A share of Medicare is read as 110% where the file writes 110%, 110 or 1.1.');
  }
  return notes;
}

/** What dates say of rates: those that were replaced, those still to come, and those that count though they are. */
function datesNotes(lines: Contract['lines'], today: string | undefined): readonly string[] {
  const replaced = lines.filter(({ standing }) => standing === 'replaced').length;
  const toCome = lines.filter(({ standing }) => standing === 'to-come');
  const early = lines.filter((line) => isInForce(line) && today !== undefined && line.date > today);
  const notes: string[] = [];
  if (replaced > 0) {
    notes.push(
      `${countOf(replaced, 'rate has', 'rates have')} a newer date elsewhere in the file: only the newest counts in your contract; code by code each counts.`,
    );
  }
  if (toCome.length > 0) {
    notes.push(
      `${countOf(toCome.length, 'rate holds', 'rates hold')} only after today, ${today}: the one before counts in your contract; code by code each counts.`,
    );
  }
  if (early.length > 0) {
    notes.push(
      `${countOf(early.length, 'rate holds', 'rates hold')} only after today, ${today}, and ${early.length === 1 ? 'has' : 'have'} none before: counted as if in force.`,
    );
  }
  return notes;
}
