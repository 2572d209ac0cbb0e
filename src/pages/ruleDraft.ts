import type { ScenarioRule } from '../domain/scenario.ts';
import { plainPercent } from '../text/contractText.ts';

/** A rule as it is typed. */
export interface RuleDraft {
  readonly kind: ScenarioRule['kind'];
  readonly amount: string;
}

interface RuleKind {
  readonly kind: ScenarioRule['kind'];
  readonly name: string;
  /** What is typed, with its unit; empty where nothing is. */
  readonly label: string;
  readonly first: string;
  readonly least: number;
  readonly most: number;
}

export const ruleKinds: readonly RuleKind[] = [
  { kind: 'keep', name: 'Rates as they are', label: '', first: '', least: 0, most: 0 },
  { kind: 'percent', name: '% on each rate', label: 'Change, %', first: '5', least: -100, most: 1000 },
  {
    kind: 'dollars',
    name: '$ on each unit',
    label: 'Change, $ a unit',
    first: '2',
    least: -10_000,
    most: 10_000,
  },
  { kind: 'medicare', name: '% of Medicare', label: '% of Medicare', first: '120', least: 0, most: 1000 },
  { kind: 'percentile', name: 'Market percentile', label: 'Percentile', first: '50', least: 0, most: 100 },
];

/** The rule a draft means, or undefined where its number is none or makes no sense. */
export function ruleOf({ kind, amount }: RuleDraft): ScenarioRule | undefined {
  if (kind === 'keep') return { kind };
  const text = amount.trim().replace('−', '-');
  const known = ruleKinds.find((each) => each.kind === kind);
  const number = Number(text);
  if (text === '' || !known || !(number >= known.least && number <= known.most)) return undefined;
  switch (kind) {
    case 'percent':
      return { kind, change: number / 100 };
    case 'dollars':
      return { kind, change: Math.round(number * 100) };
    case 'medicare':
      return { kind, share: number / 100 };
    case 'percentile':
      return { kind, p: number / 100 };
  }
}

/** A rule as it would be typed. */
export function draftOf(rule: ScenarioRule): RuleDraft {
  switch (rule.kind) {
    case 'keep':
      return { kind: rule.kind, amount: '' };
    case 'percent':
      return { kind: rule.kind, amount: plainPercent(rule.change) };
    case 'dollars':
      return { kind: rule.kind, amount: String(rule.change / 100) };
    case 'medicare':
      return { kind: rule.kind, amount: plainPercent(rule.share) };
    case 'percentile':
      return { kind: rule.kind, amount: plainPercent(rule.p) };
  }
}
