import type { MedicareArea } from '../domain/medicareArea.ts';
import type { TermDraft, TermLineDraft } from './termDraft.ts';

/** What is looked at. In memory only: not in the address, not in storage. */
export interface TermsView {
  /** null = where the practice is, everywhere where that is not known. */
  readonly area: MedicareArea | null;
  /** Codes with their volumes; each code once. */
  readonly lines: readonly TermLineDraft[];
  /** The code whose one unit is looked at; null = all units of the list. */
  readonly code: string | null;
  readonly a: TermDraft;
  readonly b: TermDraft;
  readonly chargeGrowth: string;
  readonly years: number;
  /** Medicare's yearly change ahead, as typed; null = as its own history went. */
  readonly growth: string | null;
  /** Whether anything of the example was changed: from then on its figures are confidential. The terms may be made up still. */
  readonly isEdited: boolean;
}

const plain = {
  dollars: '36.00',
  share: '120',
  rise: 'fixed',
  rises: '',
  lesserOfCharges: false,
} as const;

/** Made up, to try the page with: rates, units and charges are nobody's. */
export const firstTermsView: TermsView = {
  area: null,
  lines: [
    { id: 1, code: '97110', units: '4000', rate: '36.00', charge: '75.00' },
    { id: 2, code: '97140', units: '2500', rate: '33.00', charge: '70.00' },
    { id: 3, code: '97530', units: '1500', rate: '43.00', charge: '80.00' },
    { id: 4, code: '97161', units: '250', rate: '122.00', charge: '220.00' },
  ],
  code: null,
  a: { ...plain, kind: 'listed', year: 'signing', rises: '1' },
  b: { ...plain, kind: 'medicare', year: 'service' },
  chargeGrowth: '',
  years: 3,
  growth: null,
  isEdited: false,
};
