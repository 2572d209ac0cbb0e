/** What may come next in a JSON text. The order counts: a string may stand up to `key`, any value up to `valueOrEnd`. */
export const jsonPlace = {
  value: 0,
  valueOrEnd: 1,
  keyOrEnd: 2,
  key: 3,
  colon: 4,
  commaOrEnd: 5,
  nothing: 6,
} as const;

/** The same in words, for a fault. */
export const expectedInWords = [
  'a value',
  'a value or “]”',
  'a key or “}”',
  'a key',
  '“:”',
  'a comma or the end of the value around it',
  'nothing more',
];
