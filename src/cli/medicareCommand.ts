import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { localityOfCounty } from '../domain/localityLookup.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { GpciRow, LocalityCounties } from '../domain/medicareTables.ts';
import { newestYear } from '../domain/newestYear.ts';
import { areaTable } from '../figures/areaTable.ts';
import { feeScheduleAddress, formatAddress } from '../share/address.ts';
import { capital } from '../text/capital.ts';
import { countySentence } from '../text/countyText.ts';
import { localityText } from '../text/medicareText.ts';
import { withArticle } from '../text/names.ts';
import { schedulesText } from '../text/scheduleText.ts';
import type { CliEdges } from './cliEdges.ts';
import { type AskedArea, type MedicareRequest, NoAnswer } from './cliRequest.ts';
import { formatFigure } from './formatFigure.ts';
import { openRelease } from './openRelease.ts';

/**
 * What Medicare pays for a code: in a locality, in a county's, in every locality of a state, or over all there are.
 *
 * @throws NoAnswer for a code, year, locality or county the release's tables do not hold.
 */
export async function medicareCommand(
  { code, area: asked, year: askedYear, participation, format, dataFolder }: MedicareRequest,
  { packageFolder, today, out, err }: CliEdges,
): Promise<void> {
  const loader = openRelease(dataFolder, packageFolder);
  const [release, schedule, { localities }] = await Promise.all([
    loader.release(),
    loader.schedule(),
    loader.medicare(),
  ]);
  const year = askedYear ?? newestYear(schedule.years);
  if (!schedule.years.includes(year))
    throw new NoAnswer(`${capital(schedulesText(schedule.years))}, not for ${year}.`);
  if (!schedule.codes.includes(code))
    throw new NoAnswer(
      `${code} is not in the Medicare tables of this release, which hold therapy services and office visits.`,
    );
  const { area, sentence } = areaOf(asked, schedule, localities, year);
  if (sentence !== '') err(sentence);
  const figure = areaTable(schedule, code, area, year, { participation });
  const page = formatAddress({ ...feeScheduleAddress(code, area.place), year: askedYear, participation });
  out(formatFigure(figure, format, { release, page, today }));
}

interface FoundArea {
  readonly area: MedicareArea;
  /** Why it is this one; empty where it was named outright. */
  readonly sentence: string;
}

function areaOf(
  asked: AskedArea,
  schedule: FeeSchedule,
  localities: readonly LocalityCounties[],
  year: number,
): FoundArea {
  switch (asked.kind) {
    case 'place':
      return { area: { place: asked.place, locality: null }, sentence: '' };
    case 'county':
      return areaOfCounty(localities, asked.county, asked.place);
    case 'locality':
      return { area: areaOfLocality(asked, schedule.localities(year, asked.place), year), sentence: '' };
  }
}

/** A county as someone types it. Where the tables cannot tell, there is no amount: one would pretend that they can. */
function areaOfCounty(
  localities: readonly LocalityCounties[],
  county: string,
  place: MedicareArea['place'],
): FoundArea {
  const answer = localityOfCounty(localities, county, place);
  const sentence = countySentence(answer);
  if (!('locality' in answer) || answer.kind === 'either') throw new NoAnswer(sentence);
  const { mac, locality, place: state } = answer.locality;
  const named = answer.kind === 'named' ? { county: answer.county } : {};
  return { area: { place: state, locality: { mac, locality, ...named } }, sentence };
}

/** Numbers of localities repeat from contractor to contractor: 18 is Houston, and a part of California. */
function areaOfLocality(
  asked: Extract<AskedArea, { kind: 'locality' }>,
  here: readonly GpciRow[],
  year: number,
): MedicareArea {
  const fitting = here.filter(
    ({ mac, locality }) => locality === asked.locality && (asked.mac === null || mac === asked.mac),
  );
  const [row, ...more] = fitting;
  if (!row) {
    const known = here.map((each) => `${each.locality} ${localityText(each.name)}`).join(', ');
    const where = asked.place === null ? '' : ` of ${withArticle(asked.place)}, which has ${known}`;
    throw new NoAnswer(`There is no locality ${asked.locality} in the ${year} tables${where}.`);
  }
  if (more.length > 0) {
    const all = fitting.map(
      (each) => `${each.mac}-${each.locality} ${localityText(each.name)} (${each.place})`,
    );
    throw new NoAnswer(
      `Locality ${asked.locality} is ${all.join(', ')}. Add --place, or the contractor's number before it.`,
    );
  }
  return { place: row.place, locality: { mac: row.mac, locality: row.locality } };
}
