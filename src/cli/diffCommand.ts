import type { ReleaseLoader } from '../data/loadRelease.ts';
import type { Cell } from '../domain/cell.ts';
import { type MovedFigure, movedFigures, rateChanges, sourceKey } from '../domain/releaseDifference.ts';
import type { ReleaseDigest } from '../domain/releaseDigest.ts';
import type { CliEdges } from './cliEdges.ts';
import { type DiffRequest, NoAnswer } from './cliRequest.ts';
import { type DifferenceLine, differenceText } from './differenceText.ts';
import { openRelease } from './openRelease.ts';

/**
 * What differs between two releases: codes, places, payers and files that came or went, default figures that moved and
 * which rates did it, Medicare amounts that moved.
 *
 * @throws NoAnswer when a folder holds no release, or none of its digests is its own.
 */
export async function diffCommand(
  { older, newer, format }: DiffRequest,
  { packageFolder, out }: CliEdges,
): Promise<void> {
  const [was, now] = await Promise.all([open(older, packageFolder), open(newer, packageFolder)]);
  const lines = [
    ...(await listLines(was, now)),
    ...(await figureLines(was, now)),
    ...medicareLines(was.digest, now.digest),
  ];
  out(differenceText({ was: was.digest, now: now.digest, lines }, format));
}

interface Side {
  readonly loader: ReleaseLoader;
  readonly digest: ReleaseDigest;
}

async function open(folder: string, packageFolder: string): Promise<Side> {
  const loader = openRelease(folder, packageFolder);
  const { id } = await loader.release();
  const digest = await loader.digest(id);
  if (digest === null) throw new NoAnswer(`${folder} has no digest of its release, ${id}.`);
  return { loader, digest };
}

/** What the releases hold: codes with rates, places, payers with figures, published files. */
async function listLines(was: Side, now: Side): Promise<readonly DifferenceLine[]> {
  const [before, after] = await Promise.all([was.loader.catalogue(), now.loader.catalogue()]);
  const keysOf = ({ digest }: Side, part: 0 | 1) =>
    new Set(
      [...digest.figures.keys()].map((key) => key.split(' ')[part] ?? '').filter((word) => word !== 'US'),
    );
  const payersOf = ({ digest }: Side) =>
    new Set([...digest.figures.values()].flatMap((rows) => [...rows.keys()]));
  const filesOf = ({ sources }: typeof before) => new Set(sources.map(sourceKey));
  return [
    ...cameAndWent('code', keysOf(was, 0), keysOf(now, 0)),
    ...cameAndWent('place', keysOf(was, 1), keysOf(now, 1)),
    ...cameAndWent('payer', payersOf(was), payersOf(now)),
    ...cameAndWent('file', filesOf(before), filesOf(after)),
  ];
}

function cameAndWent(
  what: string,
  was: ReadonlySet<string>,
  now: ReadonlySet<string>,
): readonly DifferenceLine[] {
  const line = (name: string, change: string): DifferenceLine => ({
    what,
    name: name.replace('\u0001', ', '),
    measure: '',
    was: '',
    now: '',
    why: change,
  });
  return [
    ...[...now].filter((name) => !was.has(name)).map((name) => line(name, 'came')),
    ...[...was].filter((name) => !now.has(name)).map((name) => line(name, 'went')),
  ];
}

async function figureLines(was: Side, now: Side): Promise<readonly DifferenceLine[]> {
  const lines: DifferenceLine[] = [];
  for (const moved of movedFigures(was.digest, now.digest)) {
    const why = await whyMoved(moved, was.loader, now.loader);
    const name = `${moved.code} ${moved.place ?? 'US'} ${moved.row}`;
    for (const measure of ['n', 'mean', 'median'] as const) {
      const [before, after] = [moved.was, moved.now].map((figures) => {
        if (figures === undefined) return '';
        return measure === 'n' ? String(figures.n) : dollars(figures[measure]);
      });
      if (before !== after)
        lines.push({ what: 'figure', name, measure, was: before ?? '', now: after ?? '', why });
    }
  }
  return lines;
}

async function whyMoved(
  { code, place, row }: MovedFigure,
  was: ReleaseLoader,
  now: ReleaseLoader,
): Promise<string> {
  const [before, after] = await Promise.all([was.rates(code, place), now.rates(code, place)]);
  const { cameWithFiles, wentWithFiles, cameWithin, wentWithin } = rateChanges(before, after, place, row);
  const said = [
    [cameWithFiles, 'came with new files'],
    [wentWithFiles, 'went with their files'],
    [cameWithin, 'new in files of both'],
    [wentWithin, 'gone from files of both'],
  ] as const;
  const words = said.filter(([count]) => count > 0).map(([count, text]) => `${count} ${text}`);
  // The same rates count otherwise: a default or a rule of the program changed, or a rate left the default scope.
  return words.length === 0 ? 'the same rates' : `rates: ${words.join(', ')}`;
}

function medicareLines(was: ReleaseDigest, now: ReleaseDigest): readonly DifferenceLine[] {
  const why =
    was.medicareYear === now.medicareYear
      ? `tables of ${now.medicareYear} differ`
      : `fee schedule of ${now.medicareYear} instead of ${was.medicareYear}`;
  const keys = new Set([...was.medicare.keys(), ...now.medicare.keys()]);
  return [...keys].flatMap((name) => {
    const [before, after] = [was, now].map(({ medicare }) => {
      const cell = medicare.get(name);
      return cell === undefined ? '' : dollars(cell);
    });
    if (before === after) return [];
    return [{ what: 'medicare', name, measure: 'mean', was: before ?? '', now: after ?? '', why }];
  });
}

/** Whole cents as `12.34`; blank where there is none. */
function dollars(cell: Cell): string {
  return cell.kind === 'value' ? (cell.value / 100).toFixed(2) : '';
}
