import { absent, type Cell, present, valueOf } from '../domain/cell.ts';
import { payers } from '../domain/payer.ts';
import type { PlaceCode } from '../domain/place.ts';
import {
  type DigestFigures,
  type DigestMeasure,
  digestKey,
  digestMeasures,
  type ReleaseDigest,
} from '../domain/releaseDigest.ts';
import { changeSummary } from '../text/changeText.ts';
import { placeTitle } from '../text/names.ts';
import { releaseName } from '../text/releaseText.ts';
import type { Column, Figure, FigureRow } from './figure.ts';

/** Which of a release's default figures a view shows. */
export interface ChangeSubject {
  readonly codes: readonly string[];
  /** null = the nation. */
  readonly places: readonly (PlaceCode | null)[];
  /** Rows of benchmarks: all, one, or none where only Medicare is shown. */
  readonly rows: 'all' | 'none' | { readonly only: string };
  readonly measures: readonly DigestMeasure[];
  /** Those of the codes whose Medicare amount the view shows. */
  readonly medicareCodes: readonly string[];
}

export interface ReleaseChange {
  /** Figures that either release has for the view. */
  readonly compared: number;
  readonly changed: number;
  /** One row per figure that changed. */
  readonly figure: Figure;
}

const rowNames = new Map<string, string>([
  ['buca', 'BUCA'],
  ...payers.map((payer) => [payer.id, payer.name] as const),
]);
const measureNames: Readonly<Record<DigestMeasure, string>> = {
  mean: 'mean',
  p25: 'P25',
  median: 'median',
  p75: 'P75',
};

const onlyOne = absent('not-comparable', 'only one of the two releases has a figure here');
const ofNothing = absent('not-comparable', 'nothing is a share of 0');

/** The default figures of a view in two releases, side by side: what differs, with the votes behind each. */
export function releaseChange(was: ReleaseDigest, now: ReleaseDigest, subject: ChangeSubject): ReleaseChange {
  const pairs = subject.codes.flatMap((code) =>
    subject.places.flatMap((place) => {
      const prefix = prefixOf(subject, code, place);
      const both = [
        ...payerPairs(was, now, subject, digestKey(code, place), prefix),
        ...(subject.medicareCodes.includes(code)
          ? medicarePairs(was, now, digestKey(code, place), prefix)
          : []),
      ];
      return both.filter(hasFigure);
    }),
  );
  const changed = pairs.filter(isChanged);
  return {
    compared: pairs.length,
    changed: changed.length,
    figure: {
      id: 'release-change',
      title: 'What changed since this link was made',
      labelColumn: { id: 'figure', label: 'Figure', kind: 'text', definition: 'Row and figure of the view.' },
      columns: columnsOf(was, now),
      rows: changed.map(figureRow),
      notes: [],
      method: now.scope === was.scope ? now.scope : `Then: ${was.scope} Now: ${now.scope}`,
      sources: `default figures of ${releaseName(was)} and of ${releaseName(now)}.`,
      summary: changeSummary(was, now, pairs.length, changed.length),
    },
  };
}

/** A figure in two releases, of which one may not have it. */
interface Pair {
  readonly id: string;
  readonly label: string;
  readonly was: Cell;
  readonly now: Cell;
  readonly nThen: Cell;
  readonly nNow: Cell;
}

/** Code and place are only said where the view shows several. */
function prefixOf({ codes, places }: ChangeSubject, code: string, place: PlaceCode | null): string {
  const parts = [codes.length > 1 ? code : '', places.length > 1 ? placeTitle(place) : ''];
  return parts
    .filter((each) => each !== '')
    .map((each) => `${each}, `)
    .join('');
}

function payerPairs(
  was: ReleaseDigest,
  now: ReleaseDigest,
  { rows, measures }: ChangeSubject,
  key: string,
  prefix: string,
): readonly Pair[] {
  if (rows === 'none') return [];
  const [before, after] = [was.figures.get(key), now.figures.get(key)];
  return [...rowNames].flatMap(([row, name]) => {
    const [old, current] = [before?.get(row), after?.get(row)];
    if ((!old && !current) || (rows !== 'all' && rows.only !== row)) return [];
    return digestMeasures
      .filter((measure) => measures.includes(measure))
      .map((measure) => ({
        id: `${key} ${row} ${measure}`,
        label: `${prefix}${name} ${measureNames[measure]}`,
        was: figureOf(old, measure),
        now: figureOf(current, measure),
        nThen: old ? present(old.n) : absent('not-in-input'),
        nNow: current ? present(current.n) : absent('not-in-input'),
      }));
  });
}

function figureOf(figures: DigestFigures | undefined, measure: DigestMeasure): Cell {
  return figures?.[measure] ?? absent('not-in-input');
}

function medicarePairs(was: ReleaseDigest, now: ReleaseDigest, key: string, prefix: string): readonly Pair[] {
  const [old, current] = [was.medicare.get(key), now.medicare.get(key)];
  if (!old && !current) return [];
  const years =
    was.medicareYear === now.medicareYear
      ? String(now.medicareYear)
      : `${was.medicareYear}, then ${now.medicareYear}`;
  const noVotes = absent('refused', 'a fee schedule has no votes');
  return [
    {
      id: `${key} medicare`,
      label: `${prefix}Medicare ${years}, non-facility, mean over localities`,
      was: old ?? absent('not-in-input'),
      now: current ?? absent('not-in-input'),
      nThen: noVotes,
      nNow: noVotes,
    },
  ];
}

/** Where neither release has a figure nothing can change, whatever became of the votes that are too few for one. */
function hasFigure({ was, now }: Pair): boolean {
  return was.kind === 'value' || now.kind === 'value';
}

/** An amount that came, went or differs by a cent; or the same amount from other votes. */
function isChanged({ was, now, nThen, nNow }: Pair): boolean {
  return valueOf(was) !== valueOf(now) || valueOf(nThen) !== valueOf(nNow);
}

function figureRow({ id, label, was, now, nThen, nNow }: Pair): FigureRow {
  const [old, current] = [valueOf(was), valueOf(now)];
  const change = old === undefined || current === undefined ? undefined : current - old;
  return {
    id,
    label,
    cells: {
      was,
      now,
      change: change === undefined ? onlyOne : present(change),
      share:
        change === undefined || old === undefined ? onlyOne : old === 0 ? ofNothing : present(change / old),
      'n-then': nThen,
      'n-now': nNow,
    },
    flags: [],
  };
}

function columnsOf(was: ReleaseDigest, now: ReleaseDigest): readonly Column[] {
  const change = 'Now less then.';
  return [
    { id: 'was', label: 'Then', kind: 'money', definition: `In ${releaseName(was)}.` },
    { id: 'now', label: 'Now', kind: 'money', definition: `In ${releaseName(now)}.` },
    { id: 'change', label: 'Change, $', kind: 'signed-money', definition: change },
    { id: 'share', label: 'Change, %', kind: 'signed-ratio', definition: `${change} As a share of then.` },
    { id: 'n-then', label: 'n then', kind: 'count', definition: 'Votes behind the figure then.' },
    { id: 'n-now', label: 'n now', kind: 'count', definition: 'Votes behind the figure now.' },
  ];
}
