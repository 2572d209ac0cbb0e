import * as v from 'valibot';
import type { Problem } from '../domain/problem.ts';
import { excerpt } from './excerpt.ts';
import { issueText } from './issueText.ts';

export interface JsonResult<Value> {
  /** undefined when the text is not what the schema asks for; the problems say why. */
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a JSON file by a schema. Never throws on bad text; `what` names the file's content in a message. */
export function readJson<Schema extends v.GenericSchema>(
  text: string,
  file: string,
  what: string,
  schema: Schema,
): JsonResult<v.InferOutput<Schema>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refused(file, '', text.trim(), `This is not JSON; ${what} was expected.`);
  }
  const result = v.safeParse(schema, parsed, { abortEarly: true });
  if (result.success) return { value: result.output, problems: [] };
  const issue = result.issues[0];
  const message = `This is not ${what} as expected: ${issueText(issue)}.`;
  return refused(file, v.getDotPath(issue) ?? '', issue.received, message);
}

function refused(file: string, column: string, found: string, message: string): JsonResult<never> {
  const problem = { file, line: 0, column, found: excerpt(found), message, leftOut: true };
  return { value: undefined, problems: [problem] };
}
