import { newestYear } from '../domain/newestYear.ts';
import type { TalkingFigureFacts } from '../figures/talkingFigure.ts';
import { localityText } from '../text/medicareText.ts';
import { withArticle } from '../text/names.ts';
import { releaseName } from '../text/releaseText.ts';
import type { Desk } from './desk.ts';

/** What the talking points of a desk are said with: its target, market, locality and release. */
export function talkingFacts({
  choice,
  contract,
  facts,
  release,
  schedule,
  weighted,
}: Desk): TalkingFigureFacts {
  const { place, locality, marketPlace, pool } = choice;
  const chosen = schedule
    .localities(newestYear(schedule.years), place)
    .find((each) => each.mac === locality?.mac && each.locality === locality.locality);
  return {
    ...facts,
    release: releaseName(release),
    locality: chosen
      ? `${localityText(chosen.name)} (${chosen.locality})`
      : `mean over the localities of ${withArticle(place)}`,
    marketPlace,
    pool,
    hasLocality: locality !== null,
    isClaims: contract.kind === 'claims',
    isWeighted: weighted,
  };
}
