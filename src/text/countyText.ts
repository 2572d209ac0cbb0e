import type { NamedCounty } from '../domain/localityCounties.ts';
import type { CountyAnswer } from '../domain/localityLookup.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { localityText } from './medicareText.ts';
import { alternatives, inPlace, listOf, placeTitle } from './names.ts';

/** Where a county is priced, in words that keep what CMS says apart from what follows from it. */
export function countySentence(answer: CountyAnswer): string {
  switch (answer.kind) {
    case 'nothing-asked':
      return '';
    case 'named':
      return `${countyAndPlace(answer)}: ${localityWords(answer.locality)}${answer.place === answer.locality.place ? '' : `, filed under the ${placeTitle(answer.locality.place)}`}. CMS’s words: “${answer.locality.counties}”.`;
    case 'whole-state': {
      const { locality, county } = answer;
      if (/^guam$/i.test(county)) return `Guam: ${localityWords(locality)}, which CMS calls “HAWAII, GUAM”.`;
      return `Locality ${localityWords(locality).slice('locality '.length)}, covers every county ${inPlace(locality.place)}${/except/i.test(locality.counties) ? ' that CMS does not put elsewhere' : ''}, so ${county} too. This table lists no counties to check the name by.`;
    }
    case 'rest-of-state':
      return `CMS does not name ${answer.county} ${inPlace(answer.locality.place)}. If it is a county there, it is priced in ${localityWords(answer.locality)}: “${answer.locality.counties}”. This table lists no other counties to check the name by.`;
    case 'either':
      return `This cannot be told: CMS does not name ${answer.county} ${inPlace(answer.locality.place)}. Did you mean ${alternatives(answer.similar.map((each) => `${countyAndPlace(each)} (${localityWords(each.locality)})`))}? Any other county there is priced in ${localityWords(answer.locality)}.`;
    case 'which-state':
      return answer.named.length === 0
        ? `Say the state as well, like “${answer.county}, TX”: CMS names no ${answer.county}, so it depends on the state.`
        : `Say the state as well, like “${answer.county}, ${answer.named[0]?.place}”: CMS names ${listOf(answer.named.map(countyAndPlace))}, and other states may have one it does not name.`;
    case 'no-such-place':
      return `${answer.county}: CMS’s table of localities does not say.`;
  }
}

/** `Prince George's, Maryland`. */
function countyAndPlace({ county, place }: NamedCounty): string {
  const name = localityText(county)
    .replace(/'s\b/, '’s')
    .replace('Dekalb', 'DeKalb')
    .replace('Dupage', 'DuPage');
  return place === 'DC' ? name : `${name}, ${placeTitle(place)}`;
}

/** `locality 18, Houston`; `locality 99, Rest of Texas`; `locality 01, Colorado` for a whole state. */
function localityWords({ locality, area, place }: LocalityCounties): string {
  const whole: Readonly<Record<string, string>> = {
    STATEWIDE: placeTitle(place),
    'REST OF STATE': `Rest of ${placeTitle(place)}`,
  };
  return `locality ${locality}, ${whole[area] ?? localityText(area)}`;
}
