import { type Cell, present, valueOf } from '../domain/cell.ts';
import { isNegotiated } from '../domain/negotiated.ts';
import type { ScenarioRule } from '../domain/scenario.ts';
import {
  type ScenarioLine,
  type ScenarioPart,
  type ScenarioResult,
  scenarioIndex,
} from '../domain/scenarioResult.ts';
import { contractMethods } from '../text/contractText.ts';
import { impactMethods, overrideText, ruleText } from '../text/impactText.ts';
import { listOf } from '../text/names.ts';
import { countOf, formatMoney, formatRatio, formatSignedMoney } from '../text/numbers.ts';
import { type ContractFigureFacts, marketCautions } from './contractFigures.ts';
import { type Column, type Figure, moneyColumn } from './figure.ts';
import { notCountedNotes } from './notCounted.ts';
import { type WaterfallModel, waterfall, waterfallStep, waterfallTotal } from './waterfall.ts';

/** The letters scenarios go by: stable where a name is not. */
export const scenarioLetters = ['A', 'B', 'C'] as const;

/** `A: 5% across the board`. */
export function scenarioTitle(index: number, name: string): string {
  const letter = scenarioLetters[index] ?? '';
  return name.trim() === '' ? letter : `${letter}: ${name.trim()}`;
}

type Facts = Pick<ContractFigureFacts, 'method' | 'origin'>;

/** All scenarios beside the contract as it is: one row each. */
export function scenarioFigure(results: readonly ScenarioResult[], facts: Facts): Figure {
  const [first] = results;
  const now = first?.total;
  return {
    id: 'contract-scenarios',
    title: 'Scenarios side by side',
    labelColumn: {
      id: 'scenario',
      label: 'Scenario',
      kind: 'text',
      definition: 'A target for every line, and others for some.',
    },
    columns: [
      moneyColumn('revenue', 'Revenue', impactMethods.scenarioAfter),
      { id: 'change', label: 'Change', kind: 'signed-money', definition: impactMethods.scenarioChange },
      { id: 'ratio', label: 'Change, %', kind: 'signed-ratio', definition: impactMethods.scenarioRatio },
      { id: 'medicare', label: '% of Medicare', kind: 'ratio', definition: impactMethods.scenarioIndex },
      { id: 'median', label: '% of market median', kind: 'ratio', definition: impactMethods.scenarioIndex },
      { id: 'raised', label: 'Lines up', kind: 'count', definition: 'Lines whose rate rises.' },
      { id: 'lowered', label: 'Lines down', kind: 'count', definition: 'Lines whose rate falls.' },
      {
        id: 'without',
        label: 'Lines without the target',
        kind: 'count',
        definition: 'Lines whose rule names a target they do not have: they keep their rate.',
      },
    ],
    rows: [
      ...(now ? [{ id: 'now', label: 'Now', flags: [], cells: cellsOf(now, 'now') }] : []),
      ...results.map(({ scenario, total }, index) => ({
        id: scenarioLetters[index] ?? String(index),
        label: scenarioTitle(index, scenario.name),
        flags: [],
        cells: cellsOf(total, 'after'),
      })),
    ],
    notes: notesOf(results),
    method: `${impactMethods.scenarioAfter} ${impactMethods.scenarioIndex} ${facts.method}`,
    sources: facts.origin,
    summary: sentence(results),
  };
}

function cellsOf(part: ScenarioPart, when: 'now' | 'after'): Readonly<Record<string, Cell>> {
  const isNow = when === 'now';
  return {
    revenue: present(isNow ? part.now : part.after),
    change: present(isNow ? 0 : part.after - part.now),
    ratio: changeRatio(part, when),
    medicare: scenarioIndex(part, 'medicare', when),
    median: scenarioIndex(part, 'median', when),
    raised: present(isNow ? 0 : part.raised),
    lowered: present(isNow ? 0 : part.lowered),
    without: present(isNow ? 0 : part.withoutTarget),
  };
}

/** Undefined as a number where nothing is earned now. */
function changeRatio({ now, after }: ScenarioPart, when: 'now' | 'after'): Cell {
  if (now === 0) return { kind: 'absent', reason: 'not-comparable', detail: 'no revenue now' };
  return present(when === 'now' ? 0 : after / now - 1);
}

function usesPercentile(rule: ScenarioRule): boolean {
  return rule.kind === 'percentile';
}

function notesOf(results: readonly ScenarioResult[]): readonly string[] {
  const rules = results.map(
    ({ scenario }, index) =>
      `${scenarioLetters[index]}, every line: ${ruleText(scenario.rule)}${scenario.lowers ? ', rates above a target go down to it' : ''}${scenario.overrides.map((each) => `; ${overrideText(each)}`).join('')}.`,
  );
  const byMarket = results.flatMap(({ total }) => total.lines.filter(({ rule }) => usesPercentile(rule)));
  return [
    ...rules,
    ...keptNotes(results[0]?.total.lines ?? []),
    ...marketCautions(byMarket.map(({ position }) => position)),
    ...notCountedNotes(results[0]?.leftOut ?? []),
    'Volumes are those of your file; a scenario is not a forecast.',
  ];
}

/** What no scenario changes by itself. */
function keptNotes(lines: readonly ScenarioLine[]): readonly string[] {
  const kept = lines.filter(({ position }) => !isNegotiated(position.line)).length;
  return kept === 0
    ? []
    : [
        `${countOf(kept, 'line has', 'lines have')} a rate that a program sets for all (Medicare, Medicaid, Tricare): kept, unless a rule for some lines names ${kept === 1 ? 'it' : 'them'}.`,
      ];
}

function sentence(results: readonly ScenarioResult[]): string {
  const now = results[0]?.total.now ?? 0;
  if (now === 0) return 'No line has both a volume and a rate.';
  const parts = results.map(
    ({ total, scenario }, index) =>
      `${formatMoney(total.after)} (${formatSignedMoney(total.after - total.now)}) in ${scenarioTitle(index, scenario.name)}`,
  );
  return `Revenue is ${formatMoney(now)} now; ${listOf(parts)}.`;
}

/** Revenue now, and each scenario's change from it; null where no scenario changes anything. */
export function scenarioWaterfall(
  results: readonly ScenarioResult[],
  words: { readonly title: string; readonly summary: string },
): WaterfallModel | null {
  const now = results[0]?.total.now ?? 0;
  if (results.every(({ total }) => total.after === total.now)) return null;
  return waterfall(words.title, words.summary, [
    waterfallTotal('now', 'Revenue now', now),
    ...results.map(({ scenario, total }, index) =>
      waterfallStep(String(index), scenarioTitle(index, scenario.name), now, total.after),
    ),
  ]);
}

/** One payer per row, every scenario beside the others: revenue and change. */
export function scenarioPayerFigure(results: readonly ScenarioResult[], facts: Facts): Figure {
  return {
    ...payerShell(results, facts),
    id: 'contract-scenario-payers',
    title: 'Scenarios by payer, in dollars',
    columns: [
      moneyColumn('now', 'Now', impactMethods.scenarioNow),
      ...results.flatMap((_, index): readonly Column[] => {
        const letter = scenarioLetters[index];
        return [
          moneyColumn(`${letter} after`, `${letter}: revenue`, impactMethods.scenarioAfter),
          {
            id: `${letter} change`,
            label: `${letter}: change`,
            kind: 'signed-money',
            definition: impactMethods.scenarioChange,
          },
        ];
      }),
    ],
    rows: payerRows(results, (parts) => ({
      now: present(parts[0]?.now ?? 0),
      ...Object.fromEntries(
        parts.flatMap(({ now, after }, index) => [
          [`${scenarioLetters[index]} after`, present(after)],
          [`${scenarioLetters[index]} change`, present(after - now)],
        ]),
      ),
    })),
    method: `${impactMethods.scenarioAfter} ${facts.method}`,
    summary: bestPayers(results),
  };
}

/** One payer per row, every scenario beside the others: against Medicare and the market's medians. */
export function scenarioIndexFigure(results: readonly ScenarioResult[], facts: Facts): Figure {
  const bases = [
    ['medicare', 'Medicare'],
    ['median', 'median'],
  ] as const;
  const total = results[0]?.total;
  const now = total && valueOf(scenarioIndex(total, 'medicare', 'now'));
  const indices = results.map(({ total: part }, index) => {
    const cell = scenarioIndex(part, 'medicare', 'after');
    return cell.kind === 'value'
      ? `${formatRatio(cell.value)} in ${scenarioLetters[index]}`
      : `no index in ${scenarioLetters[index]}`;
  });
  return {
    ...payerShell(results, facts),
    id: 'contract-scenario-indices',
    title: 'Scenarios by payer, as one number each',
    columns: bases.flatMap(([base, name]): readonly Column[] => [
      { id: `now ${base}`, label: `Now ÷ ${name}`, kind: 'ratio', definition: impactMethods.scenarioIndex },
      ...results.map((_, index) => ({
        id: `${scenarioLetters[index]} ${base}`,
        label: `${scenarioLetters[index]} ÷ ${name}`,
        kind: 'ratio' as const,
        definition: impactMethods.scenarioIndex,
      })),
    ]),
    rows: payerRows(results, (parts) =>
      Object.fromEntries(
        bases.flatMap(([base]) => [
          [`now ${base}`, parts[0] ? scenarioIndex(parts[0], base, 'now') : present(0)],
          ...parts.map((part, index) => [
            `${scenarioLetters[index]} ${base}`,
            scenarioIndex(part, base, 'after'),
          ]),
        ]),
      ),
    ),
    method: `${impactMethods.scenarioIndex} ${contractMethods.medicare} ${facts.method}`,
    summary:
      now === undefined
        ? 'No line with a volume and a rate has a Medicare amount.'
        : `The contract is at ${formatRatio(now)} of Medicare now: ${listOf(indices)}.`,
  };
}

function payerShell(results: readonly ScenarioResult[], facts: Facts) {
  return {
    labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: 'As your file prints it.' },
    notes: results.map(({ scenario }, index) => `${scenarioTitle(index, scenario.name)}.`),
    sources: facts.origin,
  } as const;
}

/** A part of every scenario: they have the same payers, because they have the same lines. */
export function scenarioParts(results: readonly ScenarioResult[], id: string): readonly ScenarioPart[] {
  return results.flatMap(({ total, payers }) => {
    const part = id === 'total' ? total : payers.find((each) => each.id === id);
    return part ? [part] : [];
  });
}

function payerRows(
  results: readonly ScenarioResult[],
  cells: (parts: readonly ScenarioPart[]) => Figure['rows'][number]['cells'],
): Figure['rows'] {
  const [first] = results;
  if (!first) return [];
  return [...first.payers, ...(first.payers.length > 1 ? [first.total] : [])].map(({ id, label }) => ({
    id,
    label,
    flags: [],
    cells: cells(scenarioParts(results, id)),
  }));
}

function bestPayers(results: readonly ScenarioResult[]): string {
  const parts = results.map(({ payers, scenario }, index) => {
    const best = payers.toSorted((a, b) => b.after - b.now - (a.after - a.now))[0];
    const change = best ? best.after - best.now : 0;
    return best && change > 0
      ? `${scenarioTitle(index, scenario.name)} brings most from ${best.label} (${formatSignedMoney(change)})`
      : `${scenarioTitle(index, scenario.name)} brings nothing more`;
  });
  return `${listOf(parts)}.`;
}
