import * as v from 'valibot';
import {
  authorityKinds,
  type RequirementName,
  relations,
  requirementNames,
  standings,
  type Topic,
  topics,
} from '../domain/codeContext.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('a text is needed'));
const code = v.pipe(v.string(), v.regex(/^[0-9A-Z]{4,5}$/, 'not a billing code'));

/** A sentence and its authority: the one thing every entry has. */
export const statementEntries = { text: words, by: words };
const statement = v.object(statementEntries);
/** A gap is a statement of a list, never a side of a conflict or what a modifier means. */
const listedStatement = v.object({ ...statementEntries, gap: v.optional(v.literal(true)) });

export const authoritySchema = v.pipe(
  v.object({
    id: words,
    name: words,
    kind: v.picklist(authorityKinds),
    date: v.string(),
    readIn: v.string(),
    standing: v.picklist(standings),
  }),
  v.check(
    ({ kind, standing }) => (kind === 'ours') === (standing === 'ours'),
    'only our own note stands as ours',
  ),
  v.check(
    ({ readIn, standing }) => (readIn !== '') === (standing === 'quoted' || standing === 'excerpts'),
    'what was not read in the original says where it was read, and nothing else does',
  ),
);

export const topicStatements = v.array(listedStatement);
export const topicNames: readonly Topic[] = topics;

export const requirementSchema = v.object({
  name: v.picklist(requirementNames as readonly RequirementName[]),
  state: v.picklist(['required', 'not-required']),
  ...statementEntries,
});

export const modifierEntries = { modifier: v.pipe(v.string(), v.regex(/^[0-9A-Z]{2}$/, 'not a modifier')) };
export const taxonomyEntries = {
  taxonomy: v.pipe(v.string(), v.regex(/^[0-9A-Z]{9}X$/, 'not a provider taxonomy')),
};
export const diagnosisEntries = {
  diagnosis: v.pipe(v.string(), v.regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'not a diagnosis code')),
};
/** What the shared list says of a diagnosis beside its meaning. */
export const diagnosisNotes = { relevance: words, warning: v.string() };
export const listedEntries = { listedBy: words };

export const relatedSchema = v.object({
  code,
  relation: v.picklist(relations),
  ...statementEntries,
  ...listedEntries,
});

export const conflictSchema = v.object({
  id: words,
  question: words,
  positions: v.pipe(
    v.array(
      v.variant('kind', [
        v.object({ kind: v.literal('stated'), ...statementEntries }),
        v.object({ kind: v.literal('fee-schedule-amount'), by: words }),
        v.object({ kind: v.literal('fee-schedule-listing'), code, by: words }),
      ]),
    ),
    v.minLength(2, 'a conflict has at least two sides'),
  ),
  reading: statement,
});

export const codeSchema = code;
