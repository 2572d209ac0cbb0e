import {
  type Authority,
  authorityIds,
  type CodeContext,
  type Statement,
  statementCount,
  type Topic,
  topics,
} from '../domain/codeContext.ts';
import { InputError } from './inputError.ts';
import type { InputFolder } from './inputFolder.ts';
import type { OutputFile } from './outputFile.ts';
import {
  readSharedContext,
  readSourceContext,
  type SharedContext,
  type SourceContext,
} from './readSourceContext.ts';

const sharedPath = 'context/shared.json';

/**
 * `context/<code>.json`, each whole in itself: shared words looked up and every authority described, so that a page
 * asks for one file. Sources without a `context` folder give none.
 *
 * @param known codes of the catalogue.
 * @throws InputError when a code, a related code or anything looked up is not known.
 */
export async function contextFiles(
  folder: InputFolder,
  known: ReadonlySet<string>,
): Promise<readonly OutputFile[]> {
  const paths = await folder.paths('context');
  if (paths.length === 0) return [];
  const [shared] = await folder.table(sharedPath, readSharedContext);
  if (!shared) return [];
  const files: OutputFile[] = [];
  for (const path of paths.filter((each) => each !== sharedPath)) {
    for (const source of await folder.table(path, readSourceContext)) {
      if (path !== `context/${source.code}.json`) {
        throw wrong(path, 'code', source.code, 'The file’s name and its code differ.');
      }
      for (const code of [source.code, ...source.related.map((related) => related.code)]) {
        if (!known.has(code)) throw wrong(path, 'code', code, 'codes.csv has no such code.');
      }
      files.push(contextFile(resolved(source, shared, path)));
    }
  }
  return files;
}

function contextFile(context: CodeContext): OutputFile {
  const text = `${JSON.stringify(context, null, 1)}\n`;
  return { path: `context/${context.code}.json`, text, rows: statementCount(context) };
}

function resolved(source: SourceContext, shared: SharedContext, path: string): CodeContext {
  function find<Row>(rows: readonly Row[], column: string, idOf: (row: Row) => string, id: string): Row {
    const row = rows.find((each) => idOf(each) === id);
    if (!row) throw wrong(path, column, id, `${sharedPath} does not describe it.`);
    return row;
  }
  const context = {
    code: source.code,
    topics: topicsOf(source),
    requirements: source.requirements,
    modifiers: source.modifiers.map((entry) => ({
      ...find(shared.modifiers, 'modifier', (row) => row.modifier, entry.modifier),
      listedBy: entry.listedBy,
    })),
    taxonomies: source.taxonomies.map((entry) => ({
      ...find(shared.taxonomies, 'taxonomy', (row) => row.taxonomy, entry.taxonomy),
      listedBy: entry.listedBy,
    })),
    diagnoses: source.diagnoses.map((entry) => ({
      ...find(shared.diagnoses, 'diagnosis', (row) => row.diagnosis, entry.diagnosis),
      listedBy: entry.listedBy,
    })),
    related: source.related,
    conflicts: source.conflicts,
  };
  const authorities: readonly Authority[] = authorityIds(context).map((id) =>
    find(shared.authorities, 'by', (row) => row.id, id),
  );
  return { ...context, authorities };
}

function topicsOf(source: SourceContext): CodeContext['topics'] {
  const byTopic: Partial<Record<Topic, readonly Statement[]>> = {};
  for (const topic of topics) byTopic[topic] = source.topics[topic] ?? [];
  return byTopic as CodeContext['topics'];
}

function wrong(file: string, column: string, found: string, message: string): InputError {
  return new InputError([{ file, line: 0, column, found, message, leftOut: true }]);
}
