import type { Problem } from '../domain/problem.ts';

const mostListed = 20;

/** An input the release cannot be built from. The message names file, line, column and text, one problem a line. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(problems: readonly Problem[]) {
    const listed = problems.slice(0, mostListed).map(describe);
    const more = problems.length - listed.length;
    super([...listed, ...(more > 0 ? [`and ${more} more problems`] : [])].join('\n'));
  }
}

function describe({ file, line, column, found, message }: Problem): string {
  const place = [file, line > 0 ? `line ${line}` : '', column ? `column ${column}` : ''].filter(Boolean);
  return `${place.join(', ')}: ${message}${found === '' ? '' : ` Found: "${found}"`}`;
}
