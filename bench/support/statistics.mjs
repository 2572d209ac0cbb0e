/**
 * The middle one (or the mean of the middle two), least and greatest of some measurements.
 *
 * @param {readonly number[]} values
 */
export function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
  return { median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}

/** @param {readonly number[]} values @param {string} [unit] */
export function spreadText(values, unit = 'ms') {
  const { median, least, most } = spreadOf(values);
  return `${short(median)} ${unit} (${short(least)} to ${short(most)}, n ${values.length})`;
}

/** @param {number} value */
export function short(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/**
 * One goal, said to be met or missed. A missed goal never fails the run: times depend on the machine.
 *
 * @param {string} what @param {boolean} isMet
 */
export function sayGoal(what, isMet) {
  console.log(`  ${isMet ? 'met   ' : 'MISSED'}  ${what}`);
}

/** @param {readonly (readonly string[])[]} rows the first holds the headings */
export function printTable(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
}
