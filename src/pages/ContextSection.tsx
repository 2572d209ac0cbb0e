import { type ReactNode, useId } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { type Authority, type CodeContext, topics } from '../domain/codeContext.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { dataNotAvailable } from '../text/absence.ts';
import { authorityKindWords, requirementWords, topicTitles } from '../text/contextText.ts';
import { listOf } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { AuthorityLine } from './AuthorityLine.tsx';
import { ConflictCards } from './ConflictCards.tsx';
import styles from './ContextSection.module.css';
import { ContextSources } from './ContextSources.tsx';
import { ContextTable } from './ContextTable.tsx';
import { RelatedCodes } from './RelatedCodes.tsx';
import { StatementList } from './StatementList.tsx';

interface ContextSectionProps {
  /** null when the release says nothing of the code. */
  readonly context: CodeContext | null;
  readonly code: BillingCode;
  /** The catalogue, for the titles and life-cycle of related codes. */
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly hrefForCode: (code: string) => string;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly isAbsent: boolean;
  readonly isWide: boolean;
  readonly content: ReactNode;
}

/** What a code is for and how it is billed, with an index and the authority of every statement. */
export function ContextSection(props: ContextSectionProps) {
  const { context, code } = props;
  const headingId = useId();
  const parts = context ? partsOf(context, props) : [];
  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>What {code.code} is and how it is billed</h2>
      {context ? (
        <>
          <p className={styles['lead']}>
            In our own words; no descriptor of the AMA’s is shown. Each statement names who makes it.
          </p>
          <nav aria-label="What you will find here" className={styles['index']}>
            <ul>
              {parts.map(({ id, title, isAbsent }) => (
                <li key={id} data-absent={isAbsent ? '' : undefined}>
                  <a href={`#${id}`}>{title}</a>
                  {isAbsent ? <span> not available</span> : null}
                </li>
              ))}
            </ul>
          </nav>
          {runs(parts).map((run) => (
            <div key={run[0]?.id} className={styles['parts']} data-wide={run[0]?.isWide ? '' : undefined}>
              {run.map(({ id, title, content }) => (
                <section key={id} aria-labelledby={id}>
                  <h3 id={id} tabIndex={-1}>
                    {title}
                  </h3>
                  {content}
                </section>
              ))}
            </div>
          ))}
          <ContextSources authorities={context.authorities} />
        </>
      ) : (
        <p className={styles['absent']}>{dataNotAvailable}</p>
      )}
    </section>
  );
}

function partsOf(
  context: CodeContext,
  { code, codes, schedule, hrefForCode }: ContextSectionProps,
): readonly Part[] {
  const byId = new Map(context.authorities.map((authority) => [authority.id, authority]));
  function authorityOf(id: string): Authority {
    // The reader has checked that every id is described; a stand-in would invent an authority.
    return byId.get(id) as Authority;
  }
  function part(
    id: string,
    title: string,
    rows: readonly unknown[],
    content: ReactNode,
    isWide = false,
  ): Part {
    return { id: `context-${id}`, title, isAbsent: rows.length === 0, isWide, content };
  }
  const { requirements, conflicts, related, modifiers, taxonomies, diagnoses } = context;
  const [overview, ...rest] = topics.map((topic) =>
    part(
      topic,
      topicTitles[topic],
      context.topics[topic],
      <StatementList statements={context.topics[topic]} authorityOf={authorityOf} />,
    ),
  );
  return [
    ...(overview ? [overview] : []),
    part(
      'requirements',
      'What the code asks for',
      requirements,
      <Requirements requirements={requirements} authorityOf={authorityOf} />,
    ),
    ...(conflicts.length === 0
      ? []
      : [
          part(
            'conflicts',
            'Where sources disagree',
            conflicts,
            <ConflictCards
              code={code.code}
              conflicts={conflicts}
              schedule={schedule}
              authorityOf={authorityOf}
            />,
            true,
          ),
        ]),
    ...rest,
    part(
      'related',
      'Related codes',
      related,
      <RelatedCodes
        caption={`Codes related to ${code.code}`}
        related={related}
        codes={codes}
        hrefForCode={hrefForCode}
        authorityOf={authorityOf}
      />,
      true,
    ),
    part(
      'modifiers',
      'Modifiers',
      modifiers,
      <ContextTable
        caption={`Modifiers of ${code.code}`}
        folded={foldedText(
          'modifier',
          modifiers.map(({ modifier }) => modifier),
        )}
        columns={['Modifier', 'What it says', 'Named for this code by']}
        rows={modifiers.map(({ modifier, text, by, listedBy }) => ({
          key: modifier,
          cells: [modifier, ...said(text, by, listedBy, authorityOf)],
        }))}
      />,
      true,
    ),
    part(
      'taxonomies',
      'Provider taxonomies',
      taxonomies,
      <ContextTable
        caption={`Provider taxonomies for ${code.code}`}
        folded={foldedText(
          'taxonomy',
          taxonomies.map(({ taxonomy, text }) => `${taxonomy} ${text}`),
          'taxonomies',
        )}
        columns={['Taxonomy', 'Who it is', 'Named for this code by']}
        rows={taxonomies.map(({ taxonomy, text, by, listedBy }) => ({
          key: taxonomy,
          cells: [taxonomy, ...said(text, by, listedBy, authorityOf)],
        }))}
      />,
      true,
    ),
    part(
      'diagnoses',
      'Diagnoses',
      diagnoses,
      <ContextTable
        caption={`Diagnoses for ${code.code}`}
        folded={foldedText(
          'diagnosis',
          diagnoses.map(
            ({ diagnosis, warning }) => `${diagnosis}${warning === '' ? '' : ' (subdivided since)'}`,
          ),
          'diagnoses',
        )}
        columns={['Diagnosis', 'What it is and why it comes up', 'Named for this code by']}
        rows={diagnoses.map(({ diagnosis, text, by, listedBy, relevance, warning }) => {
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
      />,
      true,
    ),
  ];
}

/** `5 diagnoses: Z44.8, … and G71.0 (subdivided since)`: what a folded table holds, so that nobody opens it in vain. */
function foldedText(noun: string, names: readonly string[], plural?: string): string {
  return `${countOf(names.length, noun, plural)}: ${listOf(names)}`;
}

/** Narrow parts flow through columns together; wide ones stand between them. */
function runs(parts: readonly Part[]): readonly (readonly Part[])[] {
  const found: Part[][] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last && last[0]?.isWide === part.isWide) last.push(part);
    else found.push([part]);
  }
  return found;
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

function Requirements({
  requirements,
  authorityOf,
}: Pick<CodeContext, 'requirements'> & { readonly authorityOf: (id: string) => Authority }) {
  if (requirements.length === 0) return <p className={styles['absent']}>{dataNotAvailable}</p>;
  return (
    <ul className={styles['groups']}>
      {requirements.map(({ name, state, text, by }) => (
        <li key={`${name} ${by}`}>
          <p>
            <span className={styles['badge']} data-state={state}>
              {requirementWords[name][state]}
            </span>{' '}
            {text}
          </p>
          <AuthorityLine authority={authorityOf(by)} />
        </li>
      ))}
    </ul>
  );
}

function OurNote() {
  return (
    <span className={styles['kind']} data-kind="ours">
      {authorityKindWords.ours}
    </span>
  );
}
