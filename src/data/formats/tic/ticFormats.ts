import type { Format } from '../formatReader.ts';
import { ticKind } from './ticKind.ts';

/** The files of payers under the rule "Transparency in Coverage", schema 1.0 to 2.x. */
export const ticFormats: readonly Format[] = [
  {
    id: 'tic-in-network',
    name: 'a payer’s file of in-network rates',
    isIn: (start) => ticKind(start) === 'tic-in-network',
    open: async () => (await import('./ticInNetwork.ts')).ticInNetwork,
  },
  {
    id: 'tic-allowed-amounts',
    name: 'a payer’s file of amounts allowed out of network',
    isIn: (start) => ticKind(start) === 'tic-allowed-amounts',
    open: async () => (await import('./ticAllowedAmounts.ts')).ticAllowedAmounts,
  },
  {
    id: 'tic-table-of-contents',
    name: 'a payer’s table of contents',
    isIn: (start) => ticKind(start) === 'tic-table-of-contents',
    open: async () => (await import('./ticTableOfContents.ts')).ticTableOfContents,
  },
  {
    id: 'tic-provider-reference',
    name: 'a payer’s file of provider groups',
    isIn: (start) => ticKind(start) === 'tic-provider-reference',
    open: async () => (await import('./ticProviderReference.ts')).ticProviderReference,
  },
];
