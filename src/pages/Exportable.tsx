import { type ReactNode, useMemo } from 'react';
import type { Figure } from '../figures/figure.ts';
import { FigureActionsProvider } from '../ui/FigureActions.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { type ExportSetting, ExportSettingContext } from './useExportSetting.ts';

interface ExportableProps extends Omit<ExportSetting, 'isOwn'> {
  readonly isOwn?: boolean;
  readonly children: ReactNode;
}

/** Gives every figure inside an export menu that knows the page's release and scope. */
export function Exportable({ release, scope, isOwn = false, children }: ExportableProps) {
  const setting = useMemo(() => ({ release, scope, isOwn }), [release, scope, isOwn]);
  return (
    <ExportSettingContext value={setting}>
      <FigureActionsProvider actions={exportMenu}>{children}</FigureActionsProvider>
    </ExportSettingContext>
  );
}

function exportMenu(figure: Figure, whole: (() => Figure) | undefined) {
  return <ExportMenu figure={figure} {...(whole ? { whole } : {})} />;
}
