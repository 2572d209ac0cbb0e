import { valueOf } from '../domain/cell.ts';
import type { IndexBase } from '../domain/contractIndex.ts';
import {
  type ScenarioLine,
  type ScenarioPart,
  scenarioIndex,
  scenarioIndexLines,
} from '../domain/scenarioResult.ts';
import { impactMethods, ruleStep } from '../text/impactText.ts';
import { lineLabel } from './contractFigures.ts';
import { contractWorkingShell } from './contractOwnWorking.ts';
import type { Working, WorkingTable } from './working.ts';

export type ScenarioMeasure = 'now' | 'after' | 'change' | 'ratio';

const measures: Readonly<Record<ScenarioMeasure, readonly [string, string, string]>> = {
  now: ['Revenue now', 'SUM({now})', impactMethods.scenarioNow],
  after: ['Revenue', 'SUM({after})', impactMethods.scenarioAfter],
  change: ['Change', 'SUM({after})-SUM({now})', impactMethods.scenarioChange],
  ratio: ['Change in percent', 'SUM({after})/SUM({now})-1', impactMethods.scenarioRatio],
};

/**
 * Revenue of a payer or the whole under a scenario, with every line's new rate worked out in the sheet.
 *
 * @param name the scenario's title
 */
export function scenarioWorking(
  part: ScenarioPart,
  measure: ScenarioMeasure,
  name: string,
  origin: string,
): Working | undefined {
  if (part.lines.length === 0 || (measure === 'ratio' && part.now === 0)) return undefined;
  const [title, template, definition] = measures[measure];
  const { now, after } = part;
  return {
    ...contractWorkingShell({ origin }),
    title: `${title} of ${part.label}${measure === 'now' ? '' : `, ${name}`}`,
    value: { now, after, change: after - now, ratio: after / now - 1 }[measure],
    column: measure === 'change' ? 'signed-money' : measure === 'ratio' ? 'signed-ratio' : 'money',
    symbols: 'Σ units × rate; new rate = max(at least, base × factor + added)',
    words:
      'Multiply each line’s units by its rate now, and by its rate under the scenario; add up. A rate that stays where the target is below it is its own least.',
    definition,
    excelFunction: 'SUM of MAX',
    template,
    operands: [],
    table: linesTable(part.lines, null),
  };
}

/** A part's index against Medicare or the market's medians. */
export function scenarioIndexWorking(
  part: ScenarioPart,
  base: IndexBase,
  when: 'now' | 'after',
  name: string,
  origin: string,
): Working | undefined {
  const value = valueOf(scenarioIndex(part, base, when));
  if (value === undefined) return undefined;
  return {
    ...contractWorkingShell({ origin }),
    title: `${part.label} as % of ${base === 'medicare' ? 'Medicare' : 'the market’s medians'}, ${when === 'now' ? 'now' : name}`,
    value,
    column: 'ratio',
    symbols: 'Σ units × rate ÷ Σ units × base',
    words: 'Multiply each line’s units by its rate and by the other amount, add each up, divide the sums.',
    definition: impactMethods.scenarioIndex,
    excelFunction: 'SUM ÷ SUM',
    template: `SUM({${when}})/SUM({theirs})`,
    operands: [],
    table: linesTable(scenarioIndexLines(part, base), base),
  };
}

function linesTable(lines: readonly ScenarioLine[], base: IndexBase | null): WorkingTable {
  const baseName = base === 'medicare' ? 'Medicare' : 'Market median';
  return {
    title: 'The lines in it',
    labelHeading: 'Code and payer',
    columns: [
      { id: 'units', label: 'Units' },
      { id: 'rate', label: 'Your rate (USD)' },
      { id: 'rule', label: 'Rule' },
      { id: 'base', label: 'Base (USD)' },
      { id: 'factor', label: 'Factor' },
      { id: 'added', label: 'Added (USD)' },
      { id: 'least', label: 'At least (USD)' },
      { id: 'now', label: 'Revenue now', template: '{units}*{rate}' },
      { id: 'after', label: 'Revenue then', template: '{units}*MAX({least},{base}*{factor}+{added})' },
      ...(base
        ? [
            { id: 'other', label: `${baseName} (USD)` },
            { id: 'theirs', label: `Units × ${baseName.toLowerCase()}`, template: '{units}*{other}' },
          ]
        : []),
    ],
    rows: lines.map(({ position, units, own, rule, ruled }) => {
      const other = base ? (valueOf(position[base]) ?? 0) : 0;
      const isWithout = ruled.base.kind === 'absent';
      return {
        label: lineLabel(position),
        cells: {
          units: { plain: String(units) },
          rate: { cents: own },
          rule: isWithout ? `${ruleStep(rule)}: not to be had, rate as it is` : ruleStep(rule),
          base: { cents: valueOf(ruled.base) ?? own },
          factor: { plain: String(Number(ruled.factor.toFixed(9))) },
          added: { cents: ruled.added },
          least: { cents: ruled.least },
          now: { cents: units * own },
          after: { cents: units * ruled.rate },
          ...(base ? { other: { cents: other }, theirs: { cents: units * other } } : {}),
        },
      };
    }),
  };
}
