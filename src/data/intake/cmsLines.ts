import type { CmsLine } from '../formats/cmsTables.ts';

/** CMS's national payment file has over a million lines; those of the release's codes are some thousand. */
const mostLines = 100_000;

/** Lines of CMS tables, as far as the release has something to hold beside them. */
export class CmsLines {
  readonly #catalogue: ReadonlySet<string>;
  readonly lines: CmsLine[] = [];

  constructor(catalogue: readonly string[]) {
    this.#catalogue = new Set(catalogue);
  }

  take(line: CmsLine): void {
    if ('code' in line && !this.#catalogue.has(line.code)) return;
    if (this.lines.length < mostLines) this.lines.push(line);
  }
}
