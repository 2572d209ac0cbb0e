import { type Cell, present, valueOf } from './cell.ts';
import { type IndexBase, noIndex } from './contractIndex.ts';
import type { LinePosition } from './contractPosition.ts';
import { groupBy } from './groupBy.ts';
import { type RuledRate, ruledRate, ruleFor, type Scenario, type ScenarioRule } from './scenario.ts';

/** A line of the contract under a scenario. */
export interface ScenarioLine {
  readonly position: LinePosition;
  readonly units: number;
  /** Unrounded cents for one unit. */
  readonly own: number;
  readonly rule: ScenarioRule;
  readonly ruled: RuledRate;
}

/** A payer, or the whole contract, under a scenario. Revenue is in unrounded cents over the file's period. */
export interface ScenarioPart {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly ScenarioLine[];
  readonly now: number;
  readonly after: number;
  readonly raised: number;
  readonly lowered: number;
  /** Lines whose rule names a target they do not have: they keep their rate. */
  readonly withoutTarget: number;
}

export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly total: ScenarioPart;
  /** Payers in the file's order. */
  readonly payers: readonly ScenarioPart[];
  /** Lines in force that no revenue can be told of: no volume, or no amount of their own. */
  readonly leftOut: readonly LinePosition[];
}

/**
 * What a contract would pay under a scenario. Every line with a volume and a rate is in it, so that revenue now is the
 * same for all scenarios; a line without the rule's target keeps its rate.
 */
export function scenarioResult(
  positions: readonly LinePosition[],
  scenario: Scenario,
  familyOf: (code: string) => string,
): ScenarioResult {
  const lines = positions.filter(hasRevenue).map((position): ScenarioLine => {
    const { code, units } = position.line;
    const own = valueOf(position.own) as number;
    const rule = ruleFor(scenario, position.line, familyOf(code));
    return {
      position,
      units: units as number,
      own,
      rule,
      ruled: ruledRate(position, own, rule, scenario.lowers),
    };
  });
  const byPayer = groupBy(lines, ({ position }) => position.line.payer);
  return {
    scenario,
    total: partOf('total', 'All payers', lines),
    payers: [...byPayer].map(([payer, of]) => partOf(`payer ${payer}`, payer, of)),
    leftOut: positions.filter((position) => !hasRevenue(position)),
  };
}

function hasRevenue({ line, own }: LinePosition): boolean {
  return line.units !== null && own.kind === 'value';
}

function partOf(id: string, label: string, lines: readonly ScenarioLine[]): ScenarioPart {
  const sum = (of: (line: ScenarioLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    id,
    label,
    lines,
    now: sum(({ units, own }) => units * own),
    after: sum(({ units, ruled }) => units * ruled.rate),
    raised: lines.filter(({ own, ruled }) => ruled.rate > own).length,
    lowered: lines.filter(({ own, ruled }) => ruled.rate < own).length,
    withoutTarget: lines.filter(({ ruled }) => ruled.base.kind === 'absent').length,
  };
}

/** The lines an index of a part holds: a volume above 0, and the base. */
export function scenarioIndexLines(part: ScenarioPart, base: IndexBase): readonly ScenarioLine[] {
  return part.lines.filter(({ units, position }) => units > 0 && position[base].kind === 'value');
}

/**
 * A part's index: Σ units × rate ÷ Σ units × base, with its rates now or under the scenario, over the same lines.
 *
 * Worked: 100 units from $30 to $33.60 beside Medicare's $28: 107.1% now, 120.0% then.
 */
export function scenarioIndex(part: ScenarioPart, base: IndexBase, when: 'now' | 'after'): Cell {
  const lines = scenarioIndexLines(part, base);
  if (lines.length === 0) return noIndex;
  let rates = 0;
  let bases = 0;
  for (const { units, own, ruled, position } of lines) {
    rates += units * (when === 'now' ? own : ruled.rate);
    bases += units * (valueOf(position[base]) as number);
  }
  return present(rates / bases);
}
