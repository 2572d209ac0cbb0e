import type { Target } from '../domain/contractPosition.ts';
import type { ScenarioOverride, ScenarioRule } from '../domain/scenario.ts';
import { plainPercent, targetText, typedPercent } from './contractText.ts';
import { formatMoney, formatSignedMoney, formatSignedRatio } from './numbers.ts';

/** Definitions of what a target or a scenario would bring: column help, exports and workings read the same line. */
export const impactMethods = {
  gainAt:
    'Σ units × (1 + change of volume) × max(0, target − your rate): revenue at the target minus revenue now, both at the changed volume. Every line’s volume changes alike; rates above the target stay.',
  counted: 'Lines with a volume, a rate and this target.',
  volumeToSpare:
    'Revenue now ÷ revenue at the target − 1: by how much the volume of all counted lines may fall before revenue at the target is no more than now. Costs are not in it.',
  swing:
    'The whole gain when the volume or the target of this row alone is changed, everything else as it stands.',
  swingWidth: 'The most minus the least the whole gain may be by this row.',
  scenarioNow: 'Σ units × your rate over all lines with a volume and a rate: the same for every scenario.',
  scenarioAfter:
    'Σ units × the rate under the scenario. A line whose rule names a target it does not have keeps its rate.',
  scenarioChange: 'Revenue under the scenario minus revenue now.',
  scenarioRatio: 'Revenue under the scenario ÷ revenue now − 1.',
  scenarioIndex:
    'Σ units × rate ÷ Σ units × Medicare (or market median) over the lines that have a volume and both amounts, with the rates now or under the scenario. A ratio of sums.',
} as const;

/** `P50`, `120% of Medicare`: short, for the heading of a row. */
export function targetName(target: Target): string {
  if (target.kind === 'percentile') return `P${plainPercent(target.p)} of the market`;
  return `${plainPercent(target.share)}% of Medicare`;
}

/** `−20% volume`, `Volume as now`. */
export function volumeName(change: number): string {
  return change === 0 ? 'Volume as now' : `${formatSignedRatio(change).replace(/\.0%$/, '%')} volume`;
}

/** `rates as they are`, `120.0% of Medicare`, `+5.0% on every rate`, `−$2.00 a unit`. */
export function ruleText(rule: ScenarioRule): string {
  switch (rule.kind) {
    case 'keep':
      return 'rates as they are';
    case 'percent':
      return `${rule.change > 0 ? '+' : ''}${typedPercent(rule.change)} on each rate`;
    case 'dollars':
      return `${formatSignedMoney(rule.change)} a unit`;
    default:
      return targetText(rule);
  }
}

/** How one line's rate comes about, in a sheet's row. */
export function ruleStep(rule: ScenarioRule): string {
  switch (rule.kind) {
    case 'keep':
      return 'rate as it is';
    case 'percent':
      return `rate × ${typedPercent(1 + rule.change)}`;
    case 'dollars':
      return rule.change < 0 ? `rate − ${formatMoney(-rule.change)}` : `rate + ${formatMoney(rule.change)}`;
    default:
      return targetText(rule);
  }
}

/** `Aetna PPO: 120.0% of Medicare`, `Evaluations of every payer: …`. */
export function overrideText({ payer, family, rule }: ScenarioOverride): string {
  const who = payer === '' ? 'every payer' : payer;
  return `${family === '' ? who : `${family} of ${who}`}: ${ruleText(rule)}`;
}
