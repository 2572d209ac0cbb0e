import { createContext, useContext } from 'react';

/** What the exports of a page have in common: its data and its scope. */
export interface ExportSetting {
  readonly release: { readonly id: string; readonly date: string };
  /** The scope in words; empty on pages without one. */
  readonly scope: string;
  /** Figures from a user's own file: exports are marked confidential and carry no address. */
  readonly isOwn: boolean;
}

export const ExportSettingContext = createContext<ExportSetting | null>(null);

/** null where nothing can be exported, because the page cannot say what its figures come from. */
export function useExportSetting(): ExportSetting | null {
  return useContext(ExportSettingContext);
}
