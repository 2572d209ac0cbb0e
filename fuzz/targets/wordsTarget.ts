import { readAmount } from '../../src/data/ownRatesAmount.ts';
import { headingWords } from '../../src/data/ownRatesColumns.ts';
import { ownRatesReaders } from '../../src/data/ownRatesReaders.ts';
import { splitCountyAndPlace } from '../../src/domain/countyName.ts';
import { parseDollars } from '../../src/domain/money.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import { findPlace } from '../../src/domain/place.ts';
import { placeKind } from '../../src/domain/placeOfService.ts';
import { publishedAmount } from '../../src/domain/publishedAmount.ts';
import { publishedBillingClass } from '../../src/domain/publishedBillingClass.ts';
import { serviceCode } from '../../src/domain/publishedCode.ts';
import { publishedDate } from '../../src/domain/publishedDate.ts';
import { publishedMethodology } from '../../src/domain/publishedMethodology.ts';
import { publishedModifiers } from '../../src/domain/publishedModifiers.ts';
import { publishedSetting } from '../../src/domain/publishedSetting.ts';
import { shippedAliases } from '../../test/support/releaseData.ts';
import { type FuzzTarget, promise } from '../fuzzTarget.ts';
import { keepsFinite } from '../promises.ts';

type Names = ReturnType<typeof payerReader>;
let known: { readonly names: Names; readonly cells: ReturnType<typeof ownRatesReaders> } | undefined;

function readers() {
  if (known === undefined) {
    const names = payerReader(shippedAliases());
    known = {
      names,
      cells: ownRatesReaders(names, new Map(), 'point', true),
    };
  }
  return known;
}

/** Reads one text as every kind of cell there is. */
export function readAsEverything(text: string): unknown {
  const { names, cells } = readers();
  return [
    ...Object.values(cells).map((read) => read(text)),
    readAmount(text, 'point'),
    readAmount(text, 'comma'),
    headingWords(text),
    names.read(text, text, undefined),
    names.isNotAPayer(text),
    splitCountyAndPlace(text),
    parseDollars(text),
    findPlace(text),
    placeKind(text),
    publishedAmount(text),
    publishedBillingClass(text),
    serviceCode(text),
    publishedDate(text),
    publishedMethodology(text),
    publishedModifiers(text),
    publishedSetting(text),
  ];
}

const examples =
  'Aetna PPO|UnitedHealthcare Medicare Advantage|BCBSTX Blue Advantage (HMO)|97110-GP|G0283|$1,234.50|(12.30)|1.234,50|120% of Medicare|12/31/2026|2026-01-31T00:00:00|Saint Louis County, MO|Prince George’s|GP|59|Outpatient|facility|fee schedule|CMS $34.55|11|Harris, TX|46053|per diem'.split(
    '|',
  );

/** A single cell of any kind. */
export const wordsTarget: FuzzTarget = {
  name: 'words',
  words: examples,
  seeds: () => examples.map((example) => new TextEncoder().encode(example)),
  check(input) {
    const text = new TextDecoder().decode(input);
    keepsFinite(readAsEverything(text));
    const amount = publishedAmount(text);
    if (typeof amount === 'number')
      promise(Number.isInteger(amount) && amount > 0, `an amount is ${amount} cents`);
    const dollars = parseDollars(text);
    if (dollars !== undefined) promise(Number.isInteger(dollars), `an amount is ${dollars} cents`);
  },
};
