import * as v from 'valibot';
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
} from '../data/contextSchema.ts';
import { readJson } from '../data/readJson.ts';
import type { TableResult } from '../data/readTable.ts';

/** Words that many codes share: who is quoted, and what a modifier, taxonomy or diagnosis is. */
const sharedSchema = v.object({
  authorities: v.array(authoritySchema),
  modifiers: v.array(v.object({ ...modifierEntries, ...statementEntries })),
  taxonomies: v.array(v.object({ ...taxonomyEntries, ...statementEntries })),
  diagnoses: v.array(v.object({ ...diagnosisEntries, ...statementEntries, ...diagnosisNotes })),
});
export type SharedContext = v.InferOutput<typeof sharedSchema>;

/** A code's own words. A list left out is empty; modifiers, taxonomies and diagnoses are looked up in the shared file. */
const sourceSchema = v.strictObject({
  code: codeSchema,
  topics: v.record(v.picklist(topicNames), topicStatements),
  requirements: v.optional(v.array(requirementSchema), []),
  modifiers: v.optional(v.array(v.strictObject({ ...modifierEntries, ...listedEntries })), []),
  taxonomies: v.optional(v.array(v.strictObject({ ...taxonomyEntries, ...listedEntries })), []),
  diagnoses: v.optional(v.array(v.strictObject({ ...diagnosisEntries, ...listedEntries })), []),
  related: v.optional(v.array(relatedSchema), []),
  conflicts: v.optional(v.array(conflictSchema), []),
});
export type SourceContext = v.InferOutput<typeof sourceSchema>;

export function readSharedContext(text: string, file: string): TableResult<SharedContext> {
  return table(readJson(text, file, 'the words shared by all contexts', sharedSchema));
}

export function readSourceContext(text: string, file: string): TableResult<SourceContext> {
  return table(readJson(text, file, 'the context of a code', sourceSchema));
}

function table<Row>({
  value,
  problems,
}: {
  readonly value: Row | undefined;
  readonly problems: TableResult<Row>['problems'];
}): TableResult<Row> {
  const rows = value === undefined ? [] : [value];
  return { rows, present: 1, leftOut: 1 - rows.length, problems };
}
