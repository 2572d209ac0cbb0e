import { readTable, type TableResult } from '../data/readTable.ts';
import { dollarText } from '../export/dollarText.ts';
import { compareText } from './compareText.ts';
import { csvFile } from './csvFile.ts';
import type { OutputFile } from './outputFile.ts';

const columns = ['state', 'code', 'price_type', 'n_hospitals', 'mean', 'p25', 'median', 'p75'] as const;

/** One line of `commercial/state-gross-cash.csv`, as the cells of the release's charge file. */
export interface SourceCharge {
  readonly code: string;
  readonly cells: readonly string[];
}

export function readSourceCharges(
  text: string,
  file: string,
  codes: ReadonlySet<string>,
): TableResult<SourceCharge> {
  return readTable(text, file, columns, (fields) => {
    if (!codes.has(fields.text('code'))) fields.fail('code', 'codes.csv has no such code; add it there.');
    const place = fields.text('state') === 'US' ? 'US' : fields.place('state');
    const kind = fields.oneOf('price_type', ['gross', 'cash']);
    const amounts = (['mean', 'p25', 'median', 'p75'] as const).map((name) =>
      dollarText(fields.dollars(name)),
    );
    const hospitals = String(fields.whole('n_hospitals'));
    return { code: fields.required('code'), cells: [place, kind, hospitals, ...amounts] };
  });
}

/** `charges/<code>.csv`: hospital charges by place, as the aggregate publishes them, strange means included. */
export function chargeFiles(charges: readonly SourceCharge[]): readonly OutputFile[] {
  const header = ['place', 'kind', 'hospitals', 'mean', 'p25', 'median', 'p75'];
  const codes = [...new Set(charges.map((charge) => charge.code))];
  return codes.map((code) => {
    const rows = charges.filter((charge) => charge.code === code).map((charge) => charge.cells);
    return csvFile(
      `charges/${code}.csv`,
      header,
      rows.toSorted((a, b) => compareText(a.join(), b.join())),
    );
  });
}
