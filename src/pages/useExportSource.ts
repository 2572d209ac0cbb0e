import { createContext, useContext } from 'react';

/** What the exports of a page have in common: its data and its scope. */
export interface ExportSetting {
  readonly release: { readonly id: string; readonly date: string };
  /** The scope in words; empty on pages without one. */
  readonly scope: string;
  /**
   * Where the figures are found again: the address bar may still say, or already ask for, another view. Empty for a view
   * whose choices no address carries.
   */
  readonly address: string;
  /** Figures from a user's own file: exports are marked confidential and carry no address. */
  readonly isOwn: boolean;
}

/** Asked when something is exported, so that a new scope does not draw every menu of the page anew. */
export interface ExportSource {
  readonly isOwn: boolean;
  /** The setting of now; not for use while drawing. */
  readonly read: () => ExportSetting;
}

export const ExportSourceContext = createContext<ExportSource | null>(null);

/** null where nothing can be exported, because the page cannot say what its figures come from. */
export function useExportSource(): ExportSource | null {
  return useContext(ExportSourceContext);
}
