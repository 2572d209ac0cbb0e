import * as v from 'valibot';
import { authorityIds, type CodeContext, statementCount } from '../domain/codeContext.ts';
import type { Problem } from '../domain/problem.ts';
import {
  authoritySchema,
  codeSchema,
  conflictSchema,
  diagnosisEntries,
  diagnosisNotes,
  listedEntries,
  modifierEntries,
  relatedSchema,
  requirementSchema,
  statementEntries,
  taxonomyEntries,
  topicNames,
  topicStatements,
} from './contextSchema.ts';
import { readJson } from './readJson.ts';

const stated = { ...listedEntries, ...statementEntries };

const contextSchema = v.pipe(
  v.object({
    code: codeSchema,
    topics: v.record(v.picklist(topicNames), topicStatements),
    requirements: v.array(requirementSchema),
    modifiers: v.array(v.object({ ...modifierEntries, ...stated })),
    taxonomies: v.array(v.object({ ...taxonomyEntries, ...stated })),
    diagnoses: v.array(v.object({ ...diagnosisEntries, ...stated, ...diagnosisNotes })),
    related: v.array(relatedSchema),
    conflicts: v.array(conflictSchema),
    authorities: v.array(authoritySchema),
  }),
  v.check(({ topics }) => topicNames.every((topic) => topics[topic] !== undefined), 'a topic is missing'),
  v.check((context) => {
    const known = new Set(context.authorities.map(({ id }) => id));
    return authorityIds(context as CodeContext).every((id) => known.has(id));
  }, 'a statement names an authority that the file does not describe'),
);

export interface ContextResult {
  /** undefined when the text is not a context; the problems say why. */
  readonly context: CodeContext | undefined;
  /** Statements met. */
  readonly present: number;
  readonly problems: readonly Problem[];
}

/** Reads `context/<code>.json`. Never throws on bad text. */
export function readContext(text: string, file: string): ContextResult {
  const { value, problems } = readJson(text, file, 'the context of a code', contextSchema);
  const context = value as CodeContext | undefined;
  return { context, present: context ? statementCount(context) : 0, problems };
}
