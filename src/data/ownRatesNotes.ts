import { countOf, formatCount } from '../text/numbers.ts';
import type { DecimalMark } from './ownRatesAmount.ts';
import type { ColumnMatch, OwnRatesField } from './ownRatesColumns.ts';
import type { OwnRatesTables } from './ownRatesTables.ts';

/** What was taken for granted about a file, as sentences, so the user can see and correct it. */
export function ownRatesNotes(
  header: readonly string[],
  columns: readonly ColumnMatch[],
  mark: DecimalMark,
  tables: OwnRatesTables,
): readonly string[] {
  const has = (field: OwnRatesField) => columns.some((column) => column.field === field);
  const notes: string[] = [];
  if (mark === 'comma') notes.push('Amounts are read with a decimal comma: 36,50 is $36.50.');
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
  if (!has('date')) notes.push('No date or year column: the rates are not compared with Medicare of a year.');
  if (!has('provider'))
    notes.push('No provider column: the file counts as one provider per state, "Your file".');
  if (tables.repeated > 0) {
    notes.push(
      `${countOf(tables.repeated, 'line repeats', 'lines repeat')} another exactly, with no more weight.`,
    );
  }
  const used = new Set(columns.map((column) => column.index));
  const unused = header.filter((name, index) => name !== '' && !used.has(index));
  if (unused.length > 0) notes.push(`Columns not used: ${unused.join(', ')}.`);
  return notes;
}
