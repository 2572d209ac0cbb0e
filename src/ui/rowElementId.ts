/** The id of a row's element: a row may be named by words, an id holds no spaces. */
export function rowElementId(figureId: string, rowId: string): string {
  return `${figureId}-${rowId}`.replace(/\s+/g, '-');
}
