import { newestYear } from '../domain/newestYear.ts';
import type { Release } from '../domain/release.ts';
import { digestFigures, digestKey, digestMedicare } from '../domain/releaseDigest.ts';
import { defaultScope } from '../domain/scope.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { digestText } from './digestText.ts';
import type { OutputFile } from './outputFile.ts';
import type { ReadBack } from './readBack.ts';

/**
 * The default figures of a release in one small file. It stays when the next release is built, so that a link pinned
 * to this one can be told what changed. Not in the release's own list of files: its name needs the id, which needs the
 * list.
 */
export function digestFile(release: Release, { schedule, rateFiles, rates }: ReadBack): OutputFile {
  const rowsOf = (path: string) => release.files.find((file) => file.path === path)?.rows ?? 0;
  const codes = rateFiles.filter(({ place }) => place === null).map(({ code }) => code);
  const medicareYear = newestYear(schedule.years);
  const figures = new Map(
    rateFiles.map(({ code, place }) => [
      digestKey(code, place),
      digestFigures(rates(code, place), place, schedule),
    ]),
  );
  const text = digestText({
    id: release.id,
    date: release.date,
    counts: {
      codes: codes.length,
      rates: codes.reduce((sum, code) => sum + rowsOf(`rates/${code}/national.csv`), 0),
      providers: rowsOf('providers.csv'),
      sources: rowsOf('sources.csv'),
    },
    scope: scopeSentence(defaultScope),
    medicareYear,
    figures,
    medicare: digestMedicare(schedule, medicareYear),
  });
  return { path: `releases/${release.id}.json`, text, rows: 0 };
}
