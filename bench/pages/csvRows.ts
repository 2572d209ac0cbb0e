import { places } from '../../src/domain/place.ts';
import { numbersFrom } from '../generate.ts';

const header = 'state,payer,code,provider_id,place_of_service,billing_class,modifier,rate\n';
const payers = ['Aetna', 'BCBS of the state', 'Cigna', 'Humana', 'UnitedHealthcare', 'Other'];
const modifiers = ['', 'GP', 'GO', 'CQ|GP'];
/** Bytes no row is longer than. */
const longestRow = 96;

/** A rate file as it might be exported: a row a rate, states and payers mixed, amounts skewed to the right. */
export function csvRows(rows: number): Uint8Array<ArrayBuffer> {
  const random = numbersFrom(rows);
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(header.length + rows * longestRow);
  let at = encoder.encodeInto(header, bytes).written;
  for (let row = 0; row < rows; row++) {
    const payer = Math.floor(random() * payers.length);
    const skew = Math.exp((random() + random() + random() - 1.5) * 1.1);
    const rate = ((3000 + payer * 450) * skew) / 100;
    const cells = [
      places[Math.floor(random() * places.length)]?.code,
      payers[payer],
      '97110',
      1_000_000_000 + Math.floor(random() * 900_000_000),
      random() < 0.5 ? '11' : '22',
      random() < 0.8 ? 'professional' : 'facility',
      modifiers[Math.floor(random() * modifiers.length)],
      rate.toFixed(2),
    ];
    at += encoder.encodeInto(`${cells.join(',')}\n`, bytes.subarray(at)).written;
  }
  // Of its own length: what is measured must not carry room that is never used.
  return bytes.slice(0, at);
}
