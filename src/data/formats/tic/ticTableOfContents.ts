import { countOf } from '../../../text/numbers.ts';
import { FileTally } from '../fileTally.ts';
import type { FormatContext, FormatReader, FormatSink, ListedFile } from '../formatReader.ts';
import { jsonWalk } from '../jsonWalk.ts';
import { endOfJson } from './endOfJson.ts';
import { type HeadKey, headKeys, TicHead } from './ticHead.ts';

const shape = {
  file: { keys: { ...headKeys, reporting_structure: 'structures' } },
  structures: { items: 'structure' },
  structure: {
    keys: { reporting_plans: 'plans', in_network_files: 'rates', allowed_amount_file: 'allowed' },
  },
  plans: { items: 'plan' },
  plan: { keys: { plan_name: 'value' } },
  rates: { items: 'ratesFile' },
  ratesFile: { keys: { description: 'value', location: 'value' } },
  allowed: { items: 'allowedFile' },
  allowedFile: { keys: { description: 'value', location: 'value' } },
} as const;
type Part = keyof typeof shape;
type Key = { [P in Part]: (typeof shape)[P] extends { keys: infer Keys } ? keyof Keys : never }[Part];

/** A payer's list may run to gigabytes; what is listed is kept to this, the rest is counted. */
const mostFiles = 100_000;
const mostPlansOfAFile = 100;

/** A file of the list, and its plans as they are met. */
interface Listing {
  readonly kind: ListedFile['kind'];
  readonly description: string;
  readonly plans: Set<string>;
  planCount: number;
}

/**
 * Reads a payer's table of contents: which files hold the rates of which plans. It has no rates; the files are in the
 * account's `listing`, each once, however many plans share it.
 */
export function ticTableOfContents(sink: FormatSink, context: FormatContext): FormatReader {
  const tally = new FileTally('tic-table-of-contents', context.file);
  const head = new TicHead();
  const files = new Map<string, Listing>();
  let notListed = 0;
  let plans: string[] = [];
  let found: { kind: ListedFile['kind']; description: string; address: string }[] = [];
  let description = '';
  let address = '';

  const endStructure = () => {
    for (const { address: at, kind, description: words } of found) {
      let file = files.get(at);
      if (file === undefined) {
        if (files.size >= mostFiles) {
          notListed += 1;
          continue;
        }
        file = { kind, description: words, plans: new Set(), planCount: 0 };
        files.set(at, file);
      }
      file.planCount += plans.length;
      for (const plan of plans) if (file.plans.size < mostPlansOfAFile) file.plans.add(plan);
    }
  };

  const scanner = jsonWalk<Part, Key>(shape, 'file', {
    enter: (part) => {
      if (part === 'structure') {
        plans = [];
        found = [];
      } else if (part === 'ratesFile' || part === 'allowedFile') {
        description = '';
        address = '';
      }
      return true;
    },
    leave: (part) => {
      if (part === 'structure') endStructure();
      else if (part === 'ratesFile' || part === 'allowedFile') {
        if (address === '') tally.problem(scanner.line, 'location', '', 'This file has no address.', false);
        else
          found.push({ kind: part === 'ratesFile' ? 'in-network' : 'allowed-amounts', description, address });
      }
    },
    text: (part, key, text) => {
      if (key === 'description') description = text.text();
      else if (key === 'location') address = text.text();
      else if (part === 'plan') plans.push(text.text().trim());
      else head.set(key as HeadKey, text.text());
    },
  });

  return {
    write: (bytes) => scanner.write(bytes),
    end: () => {
      endOfJson(scanner, tally);
      sink.head(head.head());
      if (notListed > 0) {
        tally.note(`${countOf(notListed, 'further file is', 'further files are')} counted, not listed.`);
      }
      const listing = [...files].map(([at, file]) => ({ ...file, address: at, plans: [...file.plans] }));
      return { ...tally.account(), listing };
    },
  };
}
