import type { Authority, DiagnosisNote, ModifierNote, TaxonomyNote } from '../domain/codeContext.ts';
import { authorityKindWords } from '../text/contextText.ts';
import { listOf } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { AuthorityLine } from './AuthorityLine.tsx';
import styles from './ContextSection.module.css';
import { ContextTable } from './ContextTable.tsx';

/** The notes are shared by all codes; `listedBy` is who names one for this code. */
interface BillingTableProps<Note> {
  readonly code: string;
  readonly notes: readonly Note[];
  readonly authorityOf: (id: string) => Authority;
}

/** Modifiers a claim line of the code may carry. */
export function ModifierTable({ code, notes, authorityOf }: BillingTableProps<ModifierNote>) {
  return (
    <ContextTable
      caption={`Modifiers of ${code}`}
      folded={foldedText(
        'modifier',
        notes.map(({ modifier }) => modifier),
      )}
      columns={['Modifier', 'What it says', 'Named for this code by']}
      rows={notes.map(({ modifier, text, by, listedBy }) => ({
        key: modifier,
        cells: [modifier, ...said(text, by, listedBy, authorityOf)],
      }))}
    />
  );
}

/** Who may be paid for the code, by the taxonomy of providers. */
export function TaxonomyTable({ code, notes, authorityOf }: BillingTableProps<TaxonomyNote>) {
  return (
    <ContextTable
      caption={`Provider taxonomies for ${code}`}
      folded={foldedText(
        'taxonomy',
        notes.map(({ taxonomy, text }) => `${taxonomy} ${text}`),
        'taxonomies',
      )}
      columns={['Taxonomy', 'Who it is', 'Named for this code by']}
      rows={notes.map(({ taxonomy, text, by, listedBy }) => ({
        key: taxonomy,
        cells: [taxonomy, ...said(text, by, listedBy, authorityOf)],
      }))}
    />
  );
}

/** Diagnoses the code is billed with; one that has been subdivided since its source named it says so. */
export function DiagnosisTable({ code, notes, authorityOf }: BillingTableProps<DiagnosisNote>) {
  return (
    <ContextTable
      caption={`Diagnoses for ${code}`}
      folded={foldedText(
        'diagnosis',
        notes.map(({ diagnosis, warning }) => `${diagnosis}${warning === '' ? '' : ' (subdivided since)'}`),
        'diagnoses',
      )}
      columns={['Diagnosis', 'What it is and why it comes up', 'Named for this code by']}
      rows={notes.map(({ diagnosis, text, by, listedBy, relevance, warning }) => {
        const [meaning, named] = said(`${text}.`, by, listedBy, authorityOf);
        return {
          key: diagnosis,
          cells: [
            <>
              {diagnosis}
              {warning === '' ? null : <span className={styles['flag']}>subdivided</span>}
            </>,
            <>
              {meaning}
              <p>
                {relevance} <OurNote />
              </p>
              {warning === '' ? null : (
                <p className={styles['warning']}>
                  {warning} <OurNote />
                </p>
              )}
            </>,
            named,
          ],
        };
      })}
    />
  );
}

/** `5 diagnoses: Z44.8, … and G71.0 (subdivided since)`: what a folded table holds, so that nobody opens it in vain. */
function foldedText(noun: string, names: readonly string[], plural?: string): string {
  return `${countOf(names.length, noun, plural)}: ${listOf(names)}`;
}

/** A shared note and its authority in one cell, who names it for this code in the next. */
function said(text: string, by: string, listedBy: string, authorityOf: (id: string) => Authority) {
  return [
    <>
      {text} <AuthorityLine authority={authorityOf(by)} />
    </>,
    <AuthorityLine key={listedBy} authority={authorityOf(listedBy)} />,
  ];
}

function OurNote() {
  return (
    <span className={styles['kind']} data-kind="ours">
      {authorityKindWords.ours}
    </span>
  );
}
