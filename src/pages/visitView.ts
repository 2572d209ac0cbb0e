import type { MedicareArea } from '../domain/medicareArea.ts';
import { sampleVisits } from '../domain/sampleVisits.ts';
import { draftOf, type TermsDraft, type VisitDraft } from './visitDraft.ts';

/** What is looked at. In memory only: not in the address, not in storage. */
export interface VisitView {
  /** null = where the practice is, everywhere where that is not known. */
  readonly area: MedicareArea | null;
  /** null = the newest. */
  readonly year: number | null;
  /** null = the user's own where a file is open. */
  readonly source: 'market' | 'own' | null;
  readonly visits: readonly VisitDraft[];
  /** By payer; those that are missing pay everything in full. */
  readonly terms: ReadonlyMap<string, TermsDraft>;
  /** Visits a year by payer, as typed; empty = as the file's units share them out. */
  readonly mix: ReadonlyMap<string, string>;
  /** The kind of visit the chart shows; null = the average one. */
  readonly charted: string | null;
  /** Whether anything of the example was changed: from then on its figures are confidential. The visits may be made up still. */
  readonly isEdited: boolean;
}

/** The example, at market rates of the nation. */
export const firstVisitView: VisitView = {
  area: null,
  year: null,
  source: null,
  visits: sampleVisits.map(draftOf),
  terms: new Map(),
  mix: new Map(),
  charted: null,
  isEdited: false,
};
