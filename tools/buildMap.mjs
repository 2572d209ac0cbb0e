// `npm run map` writes src/charts/usStates.ts: the outlines of the states, drawn once from us-atlas (Census Bureau
// cartographic boundaries of 2017, projected to Albers USA for a 975 × 610 field), so that no page carries a
// projection. The same packages give the same bytes; test/charts/usStates.test.ts makes the file again and compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { geoPath } from 'd3-geo';
import { feature, transform } from 'topojson-client';

/** FIPS state codes, by which the Census Bureau files its shapes, to postal codes. */
const postalCodes = new Map(
  (
    '01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD ' +
    '25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD ' +
    '47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), entry.slice(2)]),
);

/** Points of a border nearer than this to the last one kept are left out, in field units: a pixel on a wide page. */
const nearest = 1.2;
/** Islands smaller than this many square units would be specks. */
const smallestArea = 1.5;

/** @typedef {[number, number]} Point */

/**
 * Thinned border by border, not state by state: two neighbours keep the same points and no gap opens between them.
 *
 * @param {Point[]} arc
 * @returns {Point[]}
 */
function thin(arc) {
  /** @type {Point[]} */
  const kept = [];
  for (const [index, point] of arc.entries()) {
    const last = kept.at(-1);
    const isEnd = index === 0 || index === arc.length - 1;
    if (isEnd || !last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= nearest) kept.push(point);
  }
  return kept;
}

/** Draws as relative steps between whole units: half the bytes of absolute points, and no error adds up. */
function relativePath() {
  let text = '';
  /** @type {Point} */
  let at = [0, 0];
  /** @param {string} letter @param {number} x @param {number} y */
  const step = (letter, x, y) => {
    const [dx, dy] = [Math.round(x) - at[0], Math.round(y) - at[1]];
    if (letter === 'l' && dx === 0 && dy === 0) return;
    text += `${letter}${dx}${dy < 0 ? '' : ' '}${dy}`;
    at = [Math.round(x), Math.round(y)];
  };
  /** @type {Point} */
  let start = [0, 0];
  return {
    beginPath() {},
    arc() {},
    /** @param {number} x @param {number} y */
    moveTo(x, y) {
      step('m', x, y);
      start = at;
    },
    /** @param {number} x @param {number} y */
    lineTo: (x, y) => step('l', x, y),
    closePath() {
      text += 'z';
      at = start;
    },
    text: () => text,
  };
}

/** @returns {string} the text of src/charts/usStates.ts */
export function usStatesFile() {
  const file = createRequire(import.meta.url).resolve('us-atlas/states-albers-10m.json');
  /** @type {import('topojson-specification').Topology<{ states: import('topojson-specification').GeometryCollection }>} */
  const atlas = JSON.parse(readFileSync(file, 'utf8'));
  if (!atlas.transform) throw new Error('us-atlas: the topology is not quantized as expected');
  const decode = transform(atlas.transform);
  const arcs = atlas.arcs.map((arc) =>
    thin(
      arc.map((point, index) => /** @type {Point} */ (decode(/** @type {Point} */ ([...point]), index > 0))),
    ),
  );
  const { features } = feature({ type: 'Topology', objects: atlas.objects, arcs }, atlas.objects.states);
  const shapes = features.map(({ id, geometry }) => {
    const code = postalCodes.get(String(id));
    if (!code || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) {
      throw new Error(`us-atlas: no postal code or no outline for ${id}`);
    }
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    /** @param {typeof polygons[number]} coordinates */
    const areaOf = (coordinates) => geoPath().area({ type: 'Polygon', coordinates });
    const bySize = polygons.toSorted((one, other) => areaOf(other) - areaOf(one));
    const largest = bySize[0] ?? [];
    const coordinates = bySize.filter((polygon, index) => index === 0 || areaOf(polygon) >= smallestArea);
    const context = relativePath();
    geoPath(null, context)({ type: 'MultiPolygon', coordinates });
    const [x, y] = geoPath().centroid({ type: 'Polygon', coordinates: largest });
    return { code, path: context.text(), centre: [Math.round(x), Math.round(y)] };
  });
  shapes.sort((one, other) => (one.code < other.code ? -1 : 1));
  return [
    '// Made by `npm run map` from us-atlas 3.0.1 (ISC; Census Bureau cartographic boundaries of 2017, public domain):',
    '// Albers USA in a field of 975 × 610. Not edited by hand. The islands of PR and VI are not in it.',
    '',
    '/** Outline by postal code, as the `d` of a path. */',
    'export const stateOutlines: Readonly<Record<string, string>> = {',
    ...shapes.map(({ code, path }) => `  ${code}: '${path}',`),
    '};',
    '',
    '/** Centre of the largest part by postal code. */',
    'export const stateCentres: Readonly<Record<string, readonly [number, number]>> = {',
    ...shapes.map(({ code, centre }) => `  ${code}: [${centre.join(', ')}],`),
    '};',
    '',
  ].join('\n');
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/charts/usStates.ts', import.meta.url), usStatesFile());
}
