/**
 * What a code is for and how it is billed, in our own words. Every statement names who says it, because the sources
 * disagree and weigh differently: only CPT Professional and CPT Assistant speak with coding authority.
 */

/**
 * - `coding`: CPT Professional or CPT Assistant, the only coding authority.
 * - `code-set`: the owner of a public list (diagnoses, taxonomies, HCPCS): what a listed code means, not how to bill.
 * - `payer`: a payer's rule for its own claims; Medicare's are CMS's.
 * - `article`: a vendor's page, article or list; says what its writer says.
 * - `ours`: our own note.
 */
export const authorityKinds = ['coding', 'payer', 'code-set', 'article', 'ours'] as const;
export type AuthorityKind = (typeof authorityKinds)[number];

/**
 * How near we came to the source. Every authority has one: a line that was never seen in the original may not look
 * like one that was.
 *
 * - `original`: read in the source itself.
 * - `notes`: from notes on the source; the source itself was not in our input.
 * - `quoted`: another source we name repeats it; the original was not read.
 * - `excerpts`: from public excerpts; the original was not read.
 * - `ours`: our own words.
 */
export const standings = ['original', 'notes', 'quoted', 'excerpts', 'ours'] as const;
export type Standing = (typeof standings)[number];

export interface Authority {
  readonly id: string;
  readonly name: string;
  readonly kind: AuthorityKind;
  /** As far as known: a year, month or day in words; empty when the source states none. */
  readonly date: string;
  /** Where we read it when not in the source itself; empty when read there. */
  readonly readIn: string;
  readonly standing: Standing;
}

/** A sentence and the id of the authority behind it. */
export interface Statement {
  readonly text: string;
  readonly by: string;
  /** The source is known to say something here and our input lacks it: `text` only names what is missing. */
  readonly gap?: true | undefined;
}

/** Lists of statements, in the order of the page. An empty list is an absence and is shown as one. */
export const topics = [
  'overview',
  'serviceType',
  'placeOfService',
  'timeRules',
  'whoBills',
  'services',
  'conditions',
  'whenToBill',
  'documentation',
  'errors',
  'policies',
  'vignette',
] as const;
export type Topic = (typeof topics)[number];

export const requirementNames = ['one-on-one', 'written-report', 'timed-units'] as const;
export type RequirementName = (typeof requirementNames)[number];

/** Whether the code asks for something, by one authority. A requirement nobody speaks of is not in the list. */
export interface Requirement extends Statement {
  readonly name: RequirementName;
  readonly state: 'required' | 'not-required';
}

export interface ModifierNote extends Statement {
  readonly modifier: string;
  /** Who names the modifier for this code. */
  readonly listedBy: string;
}

export interface TaxonomyNote extends Statement {
  readonly taxonomy: string;
  readonly listedBy: string;
}

export interface DiagnosisNote extends Statement {
  readonly diagnosis: string;
  readonly listedBy: string;
  /** Why it comes up with this code: our own note. */
  readonly relevance: string;
  /** What has changed about the diagnosis code since; empty when nothing. */
  readonly warning: string;
}

export const relations = [
  'compare',
  'followed-by',
  'follows',
  'together',
  'instead',
  'replaced-by',
  'replaces',
] as const;
export type Relation = (typeof relations)[number];

export interface RelatedCode extends Statement {
  readonly code: string;
  readonly relation: Relation;
  readonly listedBy: string;
}

/**
 * One side of a conflict. `fee-schedule-amount` and `fee-schedule-listing` are filled from the shipped Medicare
 * tables when the page is made, never typed.
 */
export type Position =
  | ({ readonly kind: 'stated' } & Statement)
  | { readonly kind: 'fee-schedule-amount'; readonly by: string }
  | { readonly kind: 'fee-schedule-listing'; readonly code: string; readonly by: string };

/** Sources that say different things about the same question, side by side. */
export interface Conflict {
  readonly id: string;
  readonly question: string;
  readonly positions: readonly Position[];
  /** What a reader should take from it. */
  readonly reading: Statement;
}

export interface CodeContext {
  readonly code: string;
  readonly topics: Readonly<Record<Topic, readonly Statement[]>>;
  readonly requirements: readonly Requirement[];
  readonly modifiers: readonly ModifierNote[];
  readonly taxonomies: readonly TaxonomyNote[];
  readonly diagnoses: readonly DiagnosisNote[];
  readonly related: readonly RelatedCode[];
  readonly conflicts: readonly Conflict[];
  /** Every authority named above, and no other. */
  readonly authorities: readonly Authority[];
}

/** The ids of all authorities a context names, once each, in the order they first appear. */
export function authorityIds(context: Omit<CodeContext, 'authorities'>): readonly string[] {
  const listed = [...context.modifiers, ...context.taxonomies, ...context.diagnoses, ...context.related];
  return [
    ...new Set([
      ...topics.flatMap((topic) => context.topics[topic].map(({ by }) => by)),
      ...context.requirements.map(({ by }) => by),
      ...listed.flatMap(({ listedBy, by }) => [listedBy, by]),
      ...context.conflicts.flatMap(({ positions, reading }) => [
        ...positions.map(({ by }) => by),
        reading.by,
      ]),
    ]),
  ];
}

/** Statements a context holds: what `release.json` counts as the rows of its file. */
export function statementCount(context: Omit<CodeContext, 'authorities'>): number {
  const { requirements, modifiers, taxonomies, diagnoses, related, conflicts } = context;
  const stated = topics.reduce((sum, topic) => sum + context.topics[topic].length, 0);
  const tables = [requirements, modifiers, taxonomies, diagnoses, related];
  return (
    stated +
    tables.reduce((sum, table) => sum + table.length, 0) +
    conflicts.reduce((sum, { positions }) => sum + positions.length + 1, 0)
  );
}
