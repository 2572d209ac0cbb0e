import { findPlace, type PlaceCode, places } from './place.ts';

/**
 * A county's name for comparing: capitals, letters only, without the word for what it is.
 * `St. Clair County`, `ST. CLAIR` and `saint clair` are the same; `DeKalb` and `De Kalb` too. "City" stays: St. Louis
 * and St. Louis City are two counties.
 */
export function countyKey(text: string): string {
  return text
    .trim()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase()
    .replace(/\b(?:COUNTY|CNTY|CO|PARISH|BOROUGH|CENSUS AREA|MUNICIPIO)\.?$/, '')
    .replace(/^COUNTY OF /, '')
    .replace(/^CITY OF (.*)/, '$1 CITY')
    .replace(/\bSAINTE?\b/g, 'ST')
    .replace(/[^A-Z]/g, '');
}

/**
 * `Montgomery, MD`, `Montgomery MD` or `Montgomery Maryland` → the county's words and Maryland; without a state at the
 * end, the words alone. Without a comma `Denver Co` stays a county.
 */
export function splitCountyAndPlace(text: string): { readonly county: string; readonly place?: PlaceCode } {
  const comma = text.lastIndexOf(',');
  if (comma !== -1) {
    const place = placeNamed(text.slice(comma + 1));
    return place === undefined ? { county: text.trim() } : { county: text.slice(0, comma).trim(), place };
  }
  const words = text.trim().split(/\s+/);
  // A state's name has three words at most.
  for (let from = words.length - 1; from > 0 && from >= words.length - 3; from--) {
    const last = words.slice(from).join(' ');
    const place = /^co$/i.test(last) ? undefined : placeNamed(last);
    if (place !== undefined) return { county: words.slice(0, from).join(' '), place };
  }
  return { county: text.trim() };
}

function placeNamed(words: string): PlaceCode | undefined {
  const asked = words.trim().toUpperCase();
  return findPlace(asked)?.code ?? places.find(({ name }) => name.toUpperCase() === asked)?.code;
}

/** How many letters must be put in, left out or changed to make one word of the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
