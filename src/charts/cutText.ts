import { textWidth } from './textWidth.ts';

/**
 * As much of a text as a width holds, with an ellipsis where that is not all of it; four letters at least. A payer's name
 * from a file may be any length: the table has it in full.
 */
export function cutText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const letters = Math.max(4, Math.floor(width / textWidth('m', fontSize)) - 1);
  return `${text.slice(0, letters).trimEnd()}…`;
}
