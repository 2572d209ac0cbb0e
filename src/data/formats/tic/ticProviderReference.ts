import { countOf } from '../../../text/numbers.ts';
import { FileTally } from '../fileTally.ts';
import type { FormatContext, FormatReader, FormatSink } from '../formatReader.ts';
import { jsonWalk } from '../jsonWalk.ts';
import { endOfJson } from './endOfJson.ts';
import { groupKey } from './groupKey.ts';
import { ProviderPool, type TinKey } from './providerPool.ts';

const shape = {
  file: { keys: { provider_group_id: 'value', provider_groups: 'groups' } },
  groups: { items: 'group' },
  group: { keys: { npi: 'npis', tin: 'tin' } },
  npis: { items: 'value' },
  tin: { keys: { type: 'value', value: 'value', business_name: 'value' } },
} as const;
type Part = keyof typeof shape;
type Key = 'provider_group_id' | 'provider_groups' | 'npi' | 'tin' | 'type' | 'value' | 'business_name';

/**
 * Reads a file that holds one group of providers, for the files of rates that give its address. It has no rates; what
 * it has goes into `context.references`. Held in memory as a whole: such files are of one group.
 */
export function ticProviderReference(_: FormatSink, context: FormatContext): FormatReader {
  const tally = new FileTally('tic-provider-reference', context.file);
  const pool = new ProviderPool();
  const list = pool.newList();
  let id = '';
  const scanner = jsonWalk<Part, Key>(shape, 'file', {
    enter: (part) => {
      if (part === 'groups') pool.startList();
      else if (part === 'group') pool.startProvider();
      return true;
    },
    leave: (part) => {
      if (part === 'groups') pool.endList(list);
      else if (part === 'group') pool.endProvider();
    },
    text: (part, key, text) => {
      if (part === 'npis') pool.npi(text);
      else if (part === 'tin') pool.tin(key as TinKey, text.text());
      else id = String(groupKey(text));
    },
  });
  return {
    write: (bytes) => scanner.write(bytes),
    end: () => {
      endOfJson(scanner, tally);
      const providers = pool.providers(list);
      context.references?.add(context.file, id, providers);
      tally.note(
        `This file has no rates but ${countOf(providers.length, 'provider')} of a group, for the file of rates that refers to it.`,
      );
      return tally.account();
    },
  };
}
