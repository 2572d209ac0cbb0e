import { absent, present } from '../../src/domain/cell.ts';
import {
  type PrintedAmount,
  type PublishedFigure,
  type PublishedMeasure,
  publishedMeasures,
} from '../../src/domain/published.ts';

/** Dollars as printed: `37.5` to the cent, `~37` about, `>99` above, `37.` in whole dollars. */
export type Printed = number | `~${number}` | `>${number}` | `${number}.`;

export type PrintedSpec = Partial<Omit<PublishedFigure, 'amounts'>> &
  Partial<Readonly<Record<PublishedMeasure, Printed>>>;

/** A row another publication prints; everything left out is a commercial row of Aetna in Texas. */
export function printedFigure(spec: PrintedSpec): PublishedFigure {
  const cells = publishedMeasures.map((measure) => {
    const printed = spec[measure];
    return [measure, printed === undefined ? absent('not-in-input') : present(printedAmount(printed))];
  });
  return {
    id: 'row',
    document: 'A',
    title: '',
    date: '',
    years: [],
    place: 'TX',
    market: '',
    payer: 'Aetna',
    payerId: 'aetna',
    payerClass: 'commercial',
    plan: '',
    n: absent('not-in-input'),
    nUnit: '',
    claims: [],
    remark: '',
    ...spec,
    amounts: Object.fromEntries(cells) as PublishedFigure['amounts'],
  };
}

function printedAmount(printed: Printed): PrintedAmount {
  const text = String(printed);
  const cents = Math.round(Number(text.replace(/^[~>]/, '')) * 100);
  if (text.startsWith('~')) return { cents, printed: 'about' };
  if (text.startsWith('>')) return { cents, printed: 'above' };
  return { cents, printed: text.endsWith('.') ? 'whole-dollars' : 'exact' };
}
