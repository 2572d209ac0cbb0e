import {
  ofMarket,
  type Plain,
  type PlainLine,
  type PlainTarget,
  percentile,
  percentRank,
  targetOf,
} from './plainExample.ts';

/** What every cell of the contract's figures has to be: by row label, in the order of the rows, then by column. */
export type PlainCells = Readonly<Record<string, Plain | string>>;
export type PlainRows = readonly (readonly [label: string, cells: PlainCells])[];

const number = (value: Plain): number => (typeof value === 'number' ? value : Number.NaN);
const isNumber = (value: Plain): value is number => typeof value === 'number';
const minus = (a: Plain, b: number): Plain => (isNumber(a) ? a - b : a);
const over = (a: Plain, b: number): Plain => (isNumber(a) ? a / b : a);
const total = <T>(of: readonly T[], amount: (each: T) => number) => {
  let sum = 0;
  for (const each of of) sum += amount(each);
  return sum;
};

export function plainGroups(lines: readonly PlainLine[], by: (line: PlainLine) => string) {
  const groups = new Map<string, PlainLine[]>();
  for (const line of lines) groups.set(by(line), [...(groups.get(by(line)) ?? []), line]);
  return [...groups];
}

const quantile = (line: PlainLine, p: number) => ofMarket(line, () => percentile(line.votes, p));
const rankOf = (line: PlainLine) => ofMarket(line, () => percentRank(line.votes, line.rate));
export const medianOf = (line: PlainLine) => quantile(line, 0.5);
const ofMedicare = ({ medicare, rate }: PlainLine): Plain =>
  isNumber(medicare) ? rate / medicare : medicare;

const marketCells = (line: PlainLine) => {
  const none = line.votes.length === 0 ? { absent: 'not-in-input' } : undefined;
  return {
    rank: rankOf(line),
    n: none ?? line.votes.length,
    grade: none ?? line.grade,
    p25: quantile(line, 0.25),
    median: medianOf(line),
    p75: quantile(line, 0.75),
  };
};

export function plainPositions(lines: readonly PlainLine[]): PlainRows {
  return lines.map((line) => [
    line.label,
    {
      own: line.rate,
      ...marketCells(line),
      hospitals: line.votes.length === 0 ? { absent: 'not-in-input' } : line.hospitals,
      medicare: line.medicare,
      'medicare-year': isNumber(line.medicare) ? '2026' : line.medicare,
      'of-medicare': ofMedicare(line),
    },
  ]);
}

export function plainGaps(lines: readonly PlainLine[], target: PlainTarget): PlainRows {
  return lines.map((line) => {
    const amounts: readonly (readonly [string, Plain])[] = [
      ['p25', quantile(line, 0.25)],
      ['median', medianOf(line)],
      ['p75', quantile(line, 0.75)],
      ['target', targetOf(line, target)],
    ];
    const cells: Record<string, Plain> = { own: line.rate, target: targetOf(line, target) };
    for (const [id, amount] of amounts) {
      cells[`${id}-dollars`] = minus(amount, line.rate);
      cells[`${id}-ratio`] = over(minus(amount, line.rate), line.rate);
    }
    return [line.label, cells];
  });
}

/** Σ units × rate ÷ Σ units × base, over the lines with the base. */
function index(lines: readonly PlainLine[], base: (line: PlainLine) => Plain, rate = rateNow) {
  const both = lines.filter((line) => isNumber(base(line)));
  const value = total(both, (l) => l.units * rate(l)) / total(both, (l) => l.units * number(base(l)));
  return { lines: both.length, value: both.length === 0 ? { absent: 'not-comparable' } : value };
}
const rateNow = ({ rate }: PlainLine) => rate;
const medicareOf = ({ medicare }: PlainLine) => medicare;
export function plainIndex(parts: readonly (readonly [string, readonly PlainLine[]])[]): PlainRows {
  return parts.map(([label, lines]) => [
    label,
    {
      lines: lines.length,
      units: total(lines, ({ units }) => units),
      'of-medicare': index(lines, medicareOf).value,
      'medicare-lines': index(lines, medicareOf).lines,
      'of-median': index(lines, medianOf).value,
      'median-lines': index(lines, medianOf).lines,
    },
  ]);
}

/** Units × what is missing to the target; nothing where the rate is above it. */
export function plainGain(line: PlainLine, target: PlainTarget): number {
  return line.units * Math.max(0, number(targetOf(line, target)) - line.rate);
}

export interface PlainImpact {
  readonly now: number;
  readonly gain: number;
  readonly groups: readonly {
    readonly label: string;
    readonly lines: readonly PlainLine[];
    readonly gain: number;
    readonly now: number;
  }[];
  /** Groups that carry 80% of the gain. */
  readonly most: number;
  readonly rows: PlainRows;
}

export function plainImpact(
  lines: readonly PlainLine[],
  target: PlainTarget,
  by: (line: PlainLine) => string,
): PlainImpact {
  const counted = lines.filter((line) => isNumber(targetOf(line, target)));
  const sums = (of: readonly PlainLine[]) => ({
    units: total(of, ({ units }) => units),
    now: total(of, ({ units, rate }) => units * rate),
    gain: total(of, (line) => plainGain(line, target)),
  });
  const all = sums(counted);
  const groups = plainGroups(counted, by)
    .map(([label, of]) => ({ label, lines: of, ...sums(of) }))
    .sort((a, b) => b.gain - a.gain || b.now - a.now);
  let reached = 0;
  let most = 0;
  const rows = groups.map(({ label, units, now, gain }) => {
    if (reached < 0.8 * all.gain) most++;
    reached += gain;
    return [label, { units, now, 'at-target': now + gain, gain, cumulative: reached / all.gain }] as const;
  });
  const whole = { ...all, 'at-target': all.now + all.gain, cumulative: { absent: 'not-comparable' } };
  return { now: all.now, gain: all.gain, groups, most, rows: [...rows, ['Total', whole]] };
}

const moved = (target: PlainTarget, points: number): PlainTarget =>
  target.kind === 'medicare'
    ? { kind: 'medicare', share: target.share + points / 100 }
    : { kind: 'percentile', p: target.p + points / 100 };

/** The whole gain with one group's volume 10% or its target 10 points away; past ten groups the rest as one. */
export function plainSwing({ gain, groups }: PlainImpact, target: PlainTarget, nouns: string): PlainRows {
  const at = (lines: readonly PlainLine[], points: number) =>
    total(lines, (line) => plainGain(line, moved(target, points)));
  const swings = groups
    .map((group) => ({
      label: group.label,
      ends: [
        gain - group.gain + at(group.lines, -10),
        gain - group.gain + at(group.lines, 10),
        gain - 0.1 * group.gain,
        gain + 0.1 * group.gain,
      ],
    }))
    .map(({ label, ends }) => ({ label, ends, width: Math.max(...ends) - Math.min(...ends) }))
    .sort((a, b) => b.width - a.width);
  const first = swings.length > 11 ? swings.slice(0, 10) : swings;
  const rest = swings.slice(first.length);
  const ends = [0, 1, 2, 3].map((end) => gain + total(rest, (swing) => (swing.ends[end] as number) - gain));
  const folded = {
    label: `${rest.length} other ${nouns}`,
    ends,
    width: Math.max(...ends) - Math.min(...ends),
  };
  return [...first, ...(rest.length > 0 ? [folded] : [])].map(({ label, ends: of, width }) => {
    const [low = 0, high = 0, fewer = 0, more = 0] = of;
    return [
      label,
      { 'target-low': low, 'target-high': high, 'volume-low': fewer, 'volume-high': more, swing: width },
    ];
  });
}

export function plainSensitivity(
  lines: readonly PlainLine[],
  targets: readonly (readonly [string, PlainTarget])[],
): PlainRows {
  return targets.map(([label, target]) => {
    const { now, gain, groups } = plainImpact(lines, target, (line) => line.label);
    const at = Object.fromEntries(
      [-20, -10, 0, 10, 20].map((change) => [`volume ${change}`, (gain * (100 + change)) / 100]),
    );
    return [label, { lines: groups.length, ...at, 'to-spare': now / (now + gain) - 1 }];
  });
}

/** A line's rate under a scenario; null where the rule names a target the line does not have. */
export type PlainRule = (line: PlainLine) => number | null;

export function plainScenarios(
  lines: readonly PlainLine[],
  scenarios: readonly (readonly [string, PlainRule])[],
) {
  const then = (rule: PlainRule) => (line: PlainLine) => rule(line) ?? line.rate;
  const revenue = (of: readonly PlainLine[], rate: (line: PlainLine) => number) =>
    total(of, (line) => line.units * rate(line));
  const row = (rule: PlainRule): PlainCells => {
    const [now, after] = [revenue(lines, rateNow), revenue(lines, then(rule))];
    return {
      revenue: after,
      change: after - now,
      ratio: after / now - 1,
      medicare: index(lines, medicareOf, then(rule)).value,
      median: index(lines, medianOf, then(rule)).value,
      raised: lines.filter((line) => then(rule)(line) > line.rate).length,
      lowered: lines.filter((line) => then(rule)(line) < line.rate).length,
      without: lines.filter((line) => rule(line) === null).length,
    };
  };
  const parts = [
    ...plainGroups(lines, ({ payer }) => payer),
    ['All payers', lines] as [string, readonly PlainLine[]],
  ];
  const lettered = scenarios.map(([label, rule]) => [label.charAt(0), rule] as const);
  const all = [['Now', rateNow] as const, ...scenarios];
  return {
    whole: all.map(([label, rule]): PlainRows[number] => [label, row(rule)]),
    payers: parts.map(([label, of]): PlainRows[number] => [
      label,
      {
        now: revenue(of, rateNow),
        ...Object.fromEntries(
          lettered.flatMap(([letter, rule]) => [
            [`${letter} after`, revenue(of, then(rule))],
            [`${letter} change`, revenue(of, then(rule)) - revenue(of, rateNow)],
          ]),
        ),
      },
    ]),
    indices: parts.map(([label, of]): PlainRows[number] => {
      const cells: Record<string, Plain> = {};
      for (const [name, base] of [
        ['medicare', medicareOf],
        ['median', medianOf],
      ] as const) {
        cells[`now ${name}`] = index(of, base).value;
        for (const [letter, rule] of lettered) cells[`${letter} ${name}`] = index(of, base, then(rule)).value;
      }
      return [label, cells];
    }),
  };
}

/** Codes and payers by revenue, most first. */
export function plainMatrix(
  lines: readonly PlainLine[],
  measure: 'medicare' | 'dollars' | 'rank',
  title: (code: string) => string,
): PlainRows {
  const byRevenue = (by: (line: PlainLine) => string) =>
    plainGroups(lines, by)
      .map(([key, of]) => ({ key, revenue: total(of, ({ units, rate }) => units * rate) }))
      .sort((a, b) => b.revenue - a.revenue)
      .map(({ key }) => key);
  const shown = { medicare: ofMedicare, dollars: ({ rate }: PlainLine): Plain => rate, rank: rankOf };
  return byRevenue(({ code }) => code).map((code) => {
    const cells: Record<string, Plain> = {};
    for (const [at, payer] of byRevenue((line) => line.payer).entries()) {
      const line = lines.find((each) => each.code === code && each.payer === payer) as PlainLine;
      cells[`payer-${at}`] = shown[measure](line);
      if (measure !== 'medicare') {
        cells[`n-${at}`] = line.votes.length > 0 ? line.votes.length : { absent: 'not-in-input' };
      }
    }
    return [`${code} ${title(code)}`, cells];
  });
}

/** Lines below the target, most dollars at stake first; then the others in the file's order. */
export function plainBring(lines: readonly PlainLine[], target: PlainTarget): PlainRows {
  const gap = (line: PlainLine) => number(targetOf(line, target)) - line.rate;
  const below = lines
    .filter((line) => gap(line) > 0)
    .sort((a, b) => plainGain(b, target) - plainGain(a, target) || gap(b) / b.rate - gap(a) / a.rate);
  return [...below, ...lines.filter((line) => !below.includes(line))].map((line) => {
    const to = minus(targetOf(line, target), line.rate);
    return [
      line.label,
      {
        own: line.rate,
        ...marketCells(line),
        'of-medicare': ofMedicare(line),
        'target-dollars': to,
        stake: isNumber(to) ? plainGain(line, target) : to,
      },
    ];
  });
}
