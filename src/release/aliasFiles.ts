import type { PayerAlias } from '../domain/payerAlias.ts';
import { payerReader } from '../domain/payerReader.ts';
import { formatCount } from '../text/numbers.ts';
import { csvFile } from './csvFile.ts';
import { InputError } from './inputError.ts';
import type { OutputFile } from './outputFile.ts';

interface SortedPlan {
  readonly payerRaw: string;
  readonly plan: string;
  readonly payer: string;
}

/**
 * A table that sorts fewer of the release's own plans as the sources do has been broken by an edit. A few may differ
 * in any release: sources know their contracts better than names tell.
 */
const mostOtherwise = { plans: 10, share: 0.03 };

/**
 * The alias table, as it stands.
 *
 * @param plans the payers and plans of the rates, sorted into payers by the sources themselves.
 * @throws InputError when the table puts more than 10 of them, and more than 3%, under another payer.
 */
export function aliasFiles(
  aliases: readonly PayerAlias[],
  plans: readonly SortedPlan[],
): readonly OutputFile[] {
  const { read } = payerReader(aliases);
  const otherwise = plans.filter(({ payerRaw, plan, payer }) => read(payerRaw, plan).payer !== payer);
  if (otherwise.length > Math.max(mostOtherwise.plans, plans.length * mostOtherwise.share)) {
    const [first] = otherwise;
    const found = [first?.payerRaw, first?.plan].filter(Boolean).join(', ');
    const message = `By this table ${formatCount(otherwise.length)} of ${formatCount(plans.length)} payers and plans of rates.csv count under another payer than rates.csv states; the first is quoted.`;
    throw new InputError([
      { file: 'payer-aliases.csv', line: 0, column: 'words', found, message, leftOut: false },
    ]);
  }
  return [aliasesFile(aliases)];
}

/** `payer-aliases.csv`, row by row as it was read. */
export function aliasesFile(aliases: readonly PayerAlias[]): OutputFile {
  const header = ['kind', 'words', 'match', 'means', 'line', 'note'];
  const rows = aliases.map(({ kind, words, match, means, line, note }) => [
    kind,
    words,
    match,
    means,
    line,
    note,
  ]);
  return csvFile('payer-aliases.csv', header, rows);
}
