import type { PlanLine } from '../domain/payer.ts';
import type { PayerReader } from '../domain/payerReader.ts';
import { listOf } from '../text/names.ts';
import {
  readAllowed,
  readCareSite,
  readCharge,
  readClaimUnits,
  readMedicareShare,
  readVolume,
} from './contractValues.ts';
import { type DecimalMark, readAmount } from './ownRatesAmount.ts';
import {
  plainCell,
  type Reading,
  readBillingClass,
  readCode,
  readDate,
  readModifiers,
  readPlace,
  readSetting,
  spreadsheetFault,
} from './ownRatesValues.ts';

/** Deleted codes and the codes that took their place. */
export type DeletedCodes = ReadonlyMap<string, readonly string[]>;

/** One reader a column of an own file. */
export function ownRatesReaders(
  names: PayerReader,
  deleted: DeletedCodes,
  mark: DecimalMark,
  isClaims: boolean,
) {
  return {
    code: remembered((content) => warnOfDeleted(readCode(content), deleted)),
    payer: remembered((content) => readPayer(content, names)),
    rate: remembered((content) => (isClaims ? readAllowed(content, mark) : readAmount(content, mark))),
    share: remembered(readMedicareShare),
    units: remembered<number | null>((content) =>
      isClaims ? readClaimUnits(content, mark) : readVolume(content, mark),
    ),
    charge: remembered((content) => readCharge(content, mark, isClaims)),
    site: remembered(readCareSite),
    state: remembered(readPlace),
    provider: remembered((content) => ({ value: content === '' ? 'Your file' : content })),
    plan: remembered((content) => ({ value: content })),
    line: remembered((content) => readLine(content, names)),
    modifier: remembered(readModifiers),
    setting: remembered(readSetting),
    billingClass: remembered(readBillingClass),
    methodology: remembered((content) => ({ value: content.toLowerCase() })),
    date: remembered(readDate),
  };
}

/** Distinct texts of a column that are remembered at a time. */
const mostRemembered = 100_000;

/** A reader of raw cells that reads each distinct text once: the columns of a rate file repeat themselves. */
function remembered<T>(reader: (text: string) => Reading<T>): (raw: string) => Reading<T> {
  const known = new Map<string, Reading<T>>();
  return (raw) => {
    let reading = known.get(raw);
    if (reading === undefined) {
      const content = plainCell(raw);
      const fault = spreadsheetFault(content);
      reading = fault === undefined ? reader(content) : { fault };
      // Amounts and dates of a large file never end.
      if (known.size >= mostRemembered) known.clear();
      known.set(raw, reading);
    }
    return reading;
  };
}

function warnOfDeleted(
  reading: ReturnType<typeof readCode>,
  deleted: DeletedCodes,
): ReturnType<typeof readCode> {
  if ('fault' in reading) return reading;
  const replacements = deleted.get(reading.value.code);
  if (replacements === undefined) return reading;
  const instead = replacements.length === 0 ? '' : ` Its place was taken by ${listOf(replacements)}.`;
  return { ...reading, warning: `This code was deleted; rates count under it all the same.${instead}` };
}

function readPayer(text: string, names: PayerReader): Reading<string> {
  if (text === '') return { fault: 'The payer is blank.' };
  if (names.isNotAPayer(text))
    return { fault: 'This is a price without a payer (gross, cash …), not a payer’s rate.' };
  return { value: text };
}

/** '' when the file does not say. */
function readLine(text: string, names: PayerReader): Reading<PlanLine | ''> {
  if (text === '') return { value: '' };
  const line = names.lineOf(text);
  if (line !== undefined) return { value: line };
  return {
    value: 'Unspecified',
    warning: 'Not a line of business we know; read as unspecified, so not commercial.',
  };
}
