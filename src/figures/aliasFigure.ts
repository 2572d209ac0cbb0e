import { absent, type Cell, present } from '../domain/cell.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import { payerReader } from '../domain/payerReader.ts';
import type { Plan } from '../domain/rateTable.ts';
import { countOf } from '../text/numbers.ts';
import type { Column, Figure, FigureRow } from './figure.ts';

/** How many of the names a row matched are quoted. */
const examplesShown = 3;

const columns: readonly Column[] = [
  {
    id: 'kind',
    label: 'Kind',
    kind: 'text',
    definition:
      'What the words are: a brand, a line, a product, a spelling, generic words, or no payer at all.',
  },
  {
    id: 'means',
    label: 'Stands for',
    kind: 'text',
    definition: 'The parent of a brand, the line of business of a line, the right words of a spelling.',
  },
  {
    id: 'line',
    label: 'Line if unsaid',
    kind: 'text',
    definition: 'The line a brand’s plans count under when no words say one.',
  },
  {
    id: 'match',
    label: 'Where',
    kind: 'text',
    definition: 'Anywhere in a name, at its start, or alone: only where the rest of the name tells nothing.',
  },
  {
    id: 'matched',
    label: 'Names decided',
    kind: 'count',
    definition: 'Payers and plans of this release whose parent or line this row decided.',
  },
  {
    id: 'examples',
    label: 'For example',
    kind: 'text',
    definition: `Up to ${examplesShown} of them, as published: payer, then plan.`,
  },
  { id: 'note', label: 'Note', kind: 'text', definition: 'Why the row is as it is.' },
];

/**
 * The alias table with what each row decided in a release.
 *
 * @param plans the release's payers and plans as published, with the payer the sources themselves put them under.
 * @param origin `release 2026-11-22.9f0cbe38`
 */
export function aliasFigure(aliases: readonly PayerAlias[], plans: readonly Plan[], origin: string): Figure {
  const { read } = payerReader(aliases);
  const decided = new Map<PayerAlias, string[]>();
  let otherwise = 0;
  for (const { payerRaw, plan, payer } of plans) {
    const reading = read(payerRaw, plan);
    if (reading.payer !== payer) otherwise += 1;
    for (const alias of [reading.brandAlias, reading.lineAlias]) {
      if (!alias) continue;
      const names = decided.get(alias) ?? [];
      names.push(plan === '' ? payerRaw : `${payerRaw}, ${plan}`);
      decided.set(alias, names);
    }
  }
  const same = plans.length - otherwise;
  return {
    id: 'payer-aliases',
    title: 'Payer names',
    labelColumn: {
      id: 'words',
      label: 'Words',
      kind: 'text',
      definition: 'Words in a name; a * at the end lets the last word run on.',
    },
    columns,
    rows: aliases.map((alias, at) => aliasRow(alias, at, decided.get(alias) ?? [])),
    notes: [
      'Only rows that decide a parent or a line count names; spellings, products and generic words help them to.',
    ],
    method:
      'Case, punctuation, spaces and ids in square brackets do not count. The longer of two rows at one place decides; a parent before none; the plan before the payer; of lines, the first of the table.',
    sources: `${countOf(plans.length, 'payer and plan', 'payers and plans')} as published, plans.csv and payer-aliases.csv of ${origin}.`,
    summary: `${countOf(aliases.length, 'row')}. Read by this table, ${same} of ${countOf(plans.length, 'payer and plan', 'payers and plans')} of this release count under the payer that the source data states; ${otherwise} would count elsewhere. The release keeps what the source data states; your own file is read by the table.`,
  };
}

function aliasRow(alias: PayerAlias, at: number, names: readonly string[]): FigureRow {
  const { kind, words, match, means, line, note } = alias;
  return {
    id: String(at),
    label: words,
    cells: {
      kind: present(kind),
      means: textOr(means, kind === 'line' ? 'no line' : 'nothing further'),
      line: textOr(line, kind === 'brand' ? 'Commercial' : 'does not apply'),
      match: present(match),
      matched:
        kind === 'brand' || kind === 'line' ? present(names.length) : absent('refused', 'decides nothing'),
      examples: textOr(names.slice(0, examplesShown).join(' · '), 'none in this release'),
      note: textOr(note, 'no note'),
    },
    flags: [],
  };
}

function textOr(text: string, whenBlank: string): Cell<string> {
  return present(text === '' ? whenBlank : text);
}
