import type { ReactNode } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { type Authority, type CodeContext, topics } from '../domain/codeContext.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { topicTitles } from '../text/contextText.ts';
import { DiagnosisTable, ModifierTable, TaxonomyTable } from './BillingTables.tsx';
import { ConflictCards } from './ConflictCards.tsx';
import { RelatedCodes } from './RelatedCodes.tsx';
import { RequirementList } from './RequirementList.tsx';
import { StatementList } from './StatementList.tsx';

/** A code among the others of its release. */
export interface CodeInCatalogue {
  readonly code: BillingCode;
  /** The catalogue, for the titles and life-cycle of related codes. */
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly hrefForCode: (code: string) => string;
}

/** A part of what is said of a code, under a heading of its own. */
export interface ContextPart {
  /** The heading's, for the index above the parts. */
  readonly id: string;
  readonly title: string;
  readonly isAbsent: boolean;
  /** A wide part takes the whole width; narrow ones share columns. */
  readonly isWide: boolean;
  readonly content: ReactNode;
}

/** All parts in the order of the page. One without anything to say is there and says that; only conflicts may be missing. */
export function contextParts(
  context: CodeContext,
  { code: { code }, codes, schedule, hrefForCode }: CodeInCatalogue,
): readonly ContextPart[] {
  const byId = new Map(context.authorities.map((authority) => [authority.id, authority]));
  function authorityOf(id: string): Authority {
    // The reader has checked that every id is described; a stand-in would invent an authority.
    return byId.get(id) as Authority;
  }
  const { requirements, conflicts, related, modifiers, taxonomies, diagnoses } = context;
  const [overview, ...rest] = topics.map((topic) => {
    const statements = context.topics[topic];
    const list = <StatementList statements={statements} authorityOf={authorityOf} />;
    return narrow(topic, topicTitles[topic], statements, list);
  });
  return [
    ...(overview ? [overview] : []),
    narrow(
      'requirements',
      'What the code asks for',
      requirements,
      <RequirementList requirements={requirements} authorityOf={authorityOf} />,
    ),
    ...(conflicts.length === 0
      ? []
      : [
          wide(
            'conflicts',
            'Where sources disagree',
            conflicts,
            <ConflictCards {...{ code, conflicts, schedule, authorityOf }} />,
          ),
        ]),
    ...rest,
    wide(
      'related',
      'Related codes',
      related,
      <RelatedCodes caption={`Codes related to ${code}`} {...{ related, codes, hrefForCode, authorityOf }} />,
    ),
    wide(
      'modifiers',
      'Modifiers',
      modifiers,
      <ModifierTable code={code} notes={modifiers} authorityOf={authorityOf} />,
    ),
    wide(
      'taxonomies',
      'Provider taxonomies',
      taxonomies,
      <TaxonomyTable code={code} notes={taxonomies} authorityOf={authorityOf} />,
    ),
    wide(
      'diagnoses',
      'Diagnoses',
      diagnoses,
      <DiagnosisTable code={code} notes={diagnoses} authorityOf={authorityOf} />,
    ),
  ];
}

function narrow(id: string, title: string, rows: readonly unknown[], content: ReactNode): ContextPart {
  return { id: `context-${id}`, title, isAbsent: rows.length === 0, isWide: false, content };
}

function wide(id: string, title: string, rows: readonly unknown[], content: ReactNode): ContextPart {
  return { ...narrow(id, title, rows, content), isWide: true };
}
