import { medicareAmount } from '../domain/medicareAmount.ts';
import type { GpciRow } from '../domain/medicareTables.ts';
import type { PlaceCode } from '../domain/place.ts';
import { mean } from '../stats/mean.ts';
import { quantileSorted } from '../stats/quantile.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { sortedCopy } from '../stats/sortedCopy.ts';
import { indexText, localityText, periodText } from '../text/medicareText.ts';
import { methods } from '../text/methods.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { excelQuantile, quantileNames } from '../text/quantileText.ts';
import {
  type AmountInputs,
  type AmountKey,
  amountNames,
  amountRecipes,
  expenseTemplate,
  factorOperand,
  localityAmountWorking,
  valueOperands,
} from './medicareWorking.ts';
import type { Working, WorkingPlace } from './working.ts';

export const localityMeasures = ['mean', 'minimum', 'p25', 'median', 'p75', 'maximum', 'spread'] as const;
/** How the localities of a place become one figure. */
export type LocalityMeasure = (typeof localityMeasures)[number];

interface MeasureRule {
  readonly name: string;
  readonly words: string;
  readonly excelFunction: string;
  readonly template: string;
  readonly of: (amounts: readonly number[]) => number;
}

const rules: Readonly<Record<'mean' | 'minimum' | 'maximum', MeasureRule>> = {
  mean: {
    name: 'Mean',
    words: 'add these amounts up and divide by how many there are, each locality once',
    excelFunction: 'AVERAGE',
    template: 'AVERAGE({amount})',
    of: mean,
  },
  minimum: {
    name: 'Lowest',
    words: 'take the lowest of these amounts',
    excelFunction: 'MIN',
    template: 'MIN({amount})',
    of: (amounts) => Math.min(...amounts),
  },
  maximum: {
    name: 'Highest',
    words: 'take the highest of these amounts',
    excelFunction: 'MAX',
    template: 'MAX({amount})',
    of: (amounts) => Math.max(...amounts),
  },
};

function ruleOf(measure: LocalityMeasure, definition: QuantileDefinition): MeasureRule {
  switch (measure) {
    case 'p25':
      return quantileRule('P25', 0.25, definition);
    case 'median':
      return quantileRule('Median', 0.5, definition);
    case 'p75':
      return quantileRule('P75', 0.75, definition);
    case 'spread':
      return spreadRule(definition);
    default:
      return rules[measure];
  }
}

function quantileRule(name: string, p: number, definition: QuantileDefinition): MeasureRule {
  const template = excelQuantile(definition, '{amount}', p);
  return {
    name,
    words: `sort these amounts and ${definition === 'nearestRank' ? 'take the one' : 'interpolate'} at ${p * 100}% (${quantileNames[definition].short})`,
    excelFunction: functionOf(template),
    template,
    of: (amounts) => quantileSorted(sortedCopy(amounts), p, definition),
  };
}

function spreadRule(definition: QuantileDefinition): MeasureRule {
  const [first, third] = [0.25, 0.75].map((p) => quantileRule('', p, definition)) as [
    MeasureRule,
    MeasureRule,
  ];
  return {
    name: 'Spread',
    words: `take the first quartile of these amounts from the third (${quantileNames[definition].short})`,
    excelFunction: first.excelFunction,
    template: `${third.template}-${first.template}`,
    of: (amounts) => third.of(amounts) - first.of(amounts),
  };
}

/** `MEDIAN` of `MEDIAN({amount})`. */
function functionOf(template: string): string {
  return template.slice(0, template.indexOf('('));
}

export interface PlaceAmountInput extends AmountInputs, WorkingPlace {
  /** null = the nation. */
  readonly place: PlaceCode | null;
  /** The place's localities in the year, in the file's order. */
  readonly localities: readonly GpciRow[];
  readonly key: AmountKey;
  readonly measure: LocalityMeasure;
  /** Of the percentiles; type 7 unless the table beside which it stands is of another. */
  readonly definition?: QuantileDefinition | undefined;
}

/**
 * A figure over the localities of a place, each amount rounded to the cent first. The amounts of a place with one
 * locality are that locality's own.
 */
export function placeAmountWorking(input: PlaceAmountInput): Working | undefined {
  const { rvu, factor, place, localities, key, measure, definition = 'type7', origin, address } = input;
  const [only] = localities;
  if (only && localities.length === 1 && measure !== 'spread') {
    return localityAmountWorking({ ...input, locality: only });
  }
  const amounts = localities.flatMap((locality) => {
    const cents = medicareAmount(rvu, locality, factor)[key];
    return cents === null ? [] : [{ locality, cents }];
  });
  if (amounts.length === 0) return undefined;
  const rule = ruleOf(measure, definition);
  return {
    kind: 'arithmetic',
    title: `${rule.name} ${amountNames[key].toLowerCase()} of ${rvu.code}, ${placeTitle(place)}, ${periodText(factor)}`,
    value: rule.of(amounts.map(({ cents }) => cents)),
    column: 'money',
    symbols: `${rule.name.toLowerCase()} over localities of ${amountRecipes[key].symbols}`,
    words: `In each locality, ${lowerFirst(amountRecipes[key].words)} Then ${rule.words}.`,
    definition: `${methods.medicare}${measure in rules ? '' : ` ${quantileNames[definition].sentence}`}`,
    excelFunction: `${rule.excelFunction} of ROUND`,
    template: rule.template,
    operands: [...valueOperands(rvu, key), factorOperand(factor)],
    steps: [],
    table: {
      title: `The amounts of ${countOf(amounts.length, 'locality', 'localities')}`,
      labelHeading: 'Locality',
      columns: [
        { id: 'state', label: 'State' },
        { id: 'workGpci', label: 'Work GPCI' },
        { id: 'peGpci', label: 'PE GPCI' },
        { id: 'mpGpci', label: 'MP GPCI' },
        {
          id: 'amount',
          label: 'Amount (USD)',
          template: `ROUND(({work}*{workGpci}+${expenseTemplate(key)}+{mp}*{mpGpci})*{cf},2)`,
        },
      ],
      rows: amounts.map(({ locality, cents }) => ({
        label: localityText(locality.name),
        cells: {
          state: locality.place,
          workGpci: { plain: indexText(locality.workGpci) },
          peGpci: { plain: indexText(locality.peGpci) },
          mpGpci: { plain: indexText(locality.malpracticeGpci) },
          amount: { cents },
        },
      })),
    },
    facts: [
      {
        term: 'Indices',
        text: `CMS ${only?.release ?? ''}, geographic indices of ${factor.year} (medicare/gpci.csv); not weighted by who lives or is treated there`,
      },
    ],
    leftOut: [],
    origin,
    address,
  };
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
