import { type ChangeCause, changeCauses, shapleyParts } from '../domain/changeParts.ts';
import { medicareAmount } from '../domain/medicareAmount.ts';
import type { TrendAmount, TrendChange, TrendPeriod } from '../domain/medicareTrend.ts';
import type { PlaceCode } from '../domain/place.ts';
import { mean } from '../stats/mean.ts';
import { periodText } from '../text/medicareText.ts';
import { placeTitle } from '../text/names.ts';
import { trendMethods } from '../text/trendText.ts';
import { placeAmountWorking } from './placeAmountWorking.ts';
import type { Operand, Working, WorkingPlace, WorkingStep } from './working.ts';

interface CauseInput extends WorkingPlace {
  readonly place: PlaceCode | null;
  readonly from: TrendPeriod;
  readonly before: TrendAmount;
  readonly to: TrendPeriod;
  readonly now: TrendAmount;
  readonly parts: TrendChange;
  readonly cause: ChangeCause;
}

const letters = { relativeValues: 'r', indices: 'g', factor: 'c' } as const;
const causeNames = {
  relativeValues: 'relative values',
  indices: 'indices',
  factor: 'conversion factor',
} as const;

/** `shapleyParts` for one input, as a sheet writes it over the operands `v`, `vr`, … `vrgc`. */
const shapley: Readonly<Record<ChangeCause, string>> = {
  relativeValues: '(2*({vr}-{v})+({vrg}-{vg})+({vrc}-{vc})+2*({vrgc}-{vgc}))/6',
  indices: '(2*({vg}-{v})+({vrg}-{vr})+({vgc}-{vc})+2*({vrgc}-{vrc}))/6',
  factor: '(2*({vc}-{v})+({vrc}-{vr})+({vgc}-{vg})+2*({vrgc}-{vrg}))/6',
};

/**
 * What one input of a Medicare amount contributed to its change: eight amounts, with each input old or new, Shapley's
 * mean of them, and the rounding to whole cents that makes the parts add up.
 */
export function causeWorking(input: CauseInput): Working {
  const { place, from, before, to, now, parts, cause, origin, address } = input;
  const subsets = ['', 'r', 'g', 'c', 'rg', 'rc', 'gc', 'rgc'];
  const cents = new Map<string, number>();
  const operands = subsets.map((subset): Operand => {
    const rvu = (subset.includes('r') ? now : before).rvu;
    const { localities } = subset.includes('g') ? now : before;
    const { factor } = subset.includes('c') ? to : from;
    const amount = mean(localities.map((each) => medicareAmount(rvu, each, factor).nonFacility));
    cents.set(`v${subset}`, amount);
    return {
      id: `v${subset}`,
      label: `v(${subset})`,
      number: { cents: amount },
      unit: 'USD',
      source: `Amount with relative values of ${rvu.year}, indices of ${localities[0]?.year ?? ''}, factor of ${periodText(factor)}`,
      from: () =>
        placeAmountWorking({
          rvu,
          factor,
          place,
          localities,
          key: 'nonFacility',
          measure: 'mean',
          origin,
          address,
        }) as Working,
    };
  });
  const { steps, template } = roundingSteps(cents, parts.amount, cause);
  return {
    kind: 'arithmetic',
    title: `Change by ${causeNames[cause]} of ${now.rvu.code}, ${placeTitle(place)}, ${periodText(from.factor)} to ${periodText(to.factor)}`,
    value: parts.parts[cause],
    column: 'signed-money',
    symbols: `Shapley value of ${letters[cause]}, to whole cents by largest remainder`,
    words:
      'Reckon the amount eight times, with each input old or new; take what it moves when this input is replaced, averaged over the six orders of replacing; round so that the three parts add up to the printed change.',
    definition: trendMethods.decomposition,
    excelFunction: 'ROUND and INT',
    template,
    operands,
    steps,
    table: null,
    facts: [{ term: 'Source', text: 'L. S. Shapley, A value for n-person games (1953)' }],
    leftOut: [],
    origin,
    address,
  };
}

/** As `wholeCentParts`, in the sheet: aims that add up to the printed change, floors, and who gets the cents left. */
function roundingSteps(
  cents: ReadonlyMap<string, number>,
  total: number,
  cause: ChangeCause,
): { readonly steps: readonly WorkingStep[]; readonly template: string } {
  const v = (subset: string) => (cents.get(`v${subset}`) ?? 0) / 100;
  const exactOf = shapleyParts({
    none: v(''),
    r: v('r'),
    g: v('g'),
    c: v('c'),
    rg: v('rg'),
    rc: v('rc'),
    gc: v('gc'),
    rgc: v('rgc'),
  });
  // An input that changed nothing keeps a part of 0 and takes no share of the rounding.
  const active = changeCauses.filter((each) => Math.abs(exactOf[each]) > 1e-9);
  if (!active.includes(cause)) {
    return {
      steps: [step('exact', 'Exact part', shapley[cause], 0, 'USD')],
      template: 'ROUND({exact},2)',
    };
  }
  const steps: WorkingStep[] = [
    step('change', 'Printed change, in cents', '100*(ROUND({vrgc},2)-ROUND({v},2))', total, 'cents'),
  ];
  for (const each of active) {
    steps.push(
      step(`e${letters[each]}`, `Exact part of ${letters[each]}`, shapley[each], exactOf[each], 'USD'),
    );
  }
  const sum = active.map((each) => `{e${letters[each]}}`).join('+');
  const exactSum = active.reduce((all, each) => all + exactOf[each], 0) * 100;
  const missing = (total - exactSum) / active.length;
  const aims = active.map((each) => Number((exactOf[each] * 100 + missing).toFixed(6)));
  active.forEach((each, index) => {
    const letter = letters[each];
    const aim = aims[index] ?? 0;
    steps.push(
      step(
        `a${letter}`,
        `Part of ${letter} in cents, made to add up`,
        `ROUND(100*{e${letter}}+({change}-100*(${sum}))/${active.length},6)`,
        aim,
        'cents',
      ),
    );
  });
  const floors = aims.map((aim) => Math.floor(aim));
  const left = total - floors.reduce((all, each) => all + each, 0);
  const floorsTemplate = active.map((each) => `INT({a${letters[each]}})`).join('-');
  steps.push(
    step('left', 'Cents left after rounding down', `ROUND({change}-${floorsTemplate},0)`, left, 'cents'),
  );
  const own = active.indexOf(cause);
  const rest = (each: ChangeCause) => `({a${letters[each]}}-INT({a${letters[each]}}))`;
  const before = active.flatMap((each, index) => {
    if (index === own) return [];
    // On equal remainders the first in order is served first.
    return [`IF(${rest(each)}${index < own ? '>=' : '>'}${rest(cause)},1,0)`];
  });
  const rests = aims.map((aim, index) => aim - (floors[index] ?? 0));
  const rank = active.filter((_, index) => {
    if (index === own) return false;
    const [a, b] = [rests[index] ?? 0, rests[own] ?? 0];
    return index < own ? a >= b : a > b;
  }).length;
  steps.push(step('rank', 'Parts served before this one', ['0', ...before].join('+'), rank, ''));
  return {
    steps,
    template: `(INT({a${letters[cause]}})+IF({rank}<{left},1,0))/100`,
  };
}

function step(id: string, label: string, template: string, value: number, unit: string): WorkingStep {
  return { id, label, template, value, unit };
}
