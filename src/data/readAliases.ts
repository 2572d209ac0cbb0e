import { nameWords } from '../domain/nameWords.ts';
import { planLines } from '../domain/payer.ts';
import { aliasKinds, aliasMatches, type PayerAlias } from '../domain/payerAlias.ts';
import { readTable, type TableResult } from './readTable.ts';

const columns = ['kind', 'words', 'match', 'means', 'line', 'note'] as const;

/** Reads the alias table, `payer-aliases.csv`: which words in payers' and plans' names stand for what. */
export function readAliases(text: string, file: string): TableResult<PayerAlias> {
  const known = new Set<string>();
  return readTable(text, file, columns, (fields) => {
    const alias: PayerAlias = {
      kind: fields.oneOf('kind', aliasKinds),
      words: fields.required('words'),
      match: fields.oneOf('match', aliasMatches),
      means: fields.text('means'),
      line: fields.oneOf('line', ['', ...planLines]),
      note: fields.text('note'),
    };
    if (!/^[\p{Ll}\p{Lo}\d]+( [\p{Ll}\p{Lo}\d]+)*\*?$/u.test(alias.words))
      fields.fail('words', 'Write words in lower case with single spaces; a * may end them.');
    if (alias.words.split(' ').some((word) => nameWords(word).length === 0))
      fields.fail('words', 'Leave out of, and, the, Inc and the like: names are compared without them.');
    const key = `${alias.kind} ${alias.match} ${alias.words}`;
    if (known.has(key)) fields.fail('words', 'These words stand in the table already.');
    known.add(key);
    const meansNothing = alias.kind === 'product' || alias.kind === 'generic' || alias.kind === 'not a payer';
    if (meansNothing && alias.means !== '') fields.fail('means', 'Words of this kind mean nothing further.');
    if ((alias.kind === 'brand' || alias.kind === 'spelling') && alias.means === '')
      fields.fail('means', 'Say which parent, or which right spelling.');
    if (alias.kind === 'line' && alias.means !== '') fields.oneOf('means', planLines);
    if (alias.kind !== 'brand' && alias.line !== '')
      fields.fail('line', 'Only a brand has a line of its own.');
    return alias;
  });
}
