import { createContext, type ReactNode, useContext } from 'react';

/** What the exports of a page have in common: its data and its scope. */
export interface ExportSetting {
  readonly release: { readonly id: string; readonly date: string };
  /** The scope in words; empty on pages without one. */
  readonly scope: string;
  /** Figures from a user's own file: exports are marked confidential and carry no address. */
  readonly isOwn: boolean;
}

const SettingContext = createContext<ExportSetting | null>(null);

/** Lets the figures of a page be exported: without it they show no menu, because they could not say where they are from. */
export function ExportSettingProvider(props: {
  readonly value: ExportSetting;
  readonly children: ReactNode;
}) {
  return <SettingContext value={props.value}>{props.children}</SettingContext>;
}

export function useExportSetting(): ExportSetting | null {
  return useContext(SettingContext);
}
