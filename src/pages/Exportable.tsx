import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { Figure } from '../figures/figure.ts';
import { FigureActionsProvider } from '../ui/FigureActions.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { type ExportSetting, ExportSourceContext } from './useExportSource.ts';

interface ExportableProps extends Omit<ExportSetting, 'isOwn'> {
  readonly isOwn?: boolean;
  readonly children: ReactNode;
}

/** Gives every figure inside an export menu that knows the page's release and scope. */
export function Exportable({ isOwn = false, children, ...page }: ExportableProps) {
  const setting = useRef<ExportSetting>({ ...page, isOwn });
  useLayoutEffect(() => {
    setting.current = { ...page, isOwn };
  });
  const read = useCallback(() => setting.current, []);
  const source = useMemo(() => ({ isOwn, read }), [isOwn, read]);
  return (
    <ExportSourceContext value={source}>
      <FigureActionsProvider actions={exportMenu}>{children}</FigureActionsProvider>
    </ExportSourceContext>
  );
}

function exportMenu(figure: Figure, whole: (() => Figure) | undefined) {
  return <ExportMenu figure={figure} {...(whole ? { whole } : {})} />;
}
