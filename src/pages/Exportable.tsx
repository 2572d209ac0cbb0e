import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { Figure } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';
import { FigureActionsProvider } from '../ui/FigureActions.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { type ExportSetting, ExportSourceContext } from './useExportSource.ts';

type ExportableProps = Pick<ExportSetting, 'release' | 'scope'> & {
  readonly children: ReactNode;
} & (
    | { readonly isOwn?: boolean; readonly address: ExportSetting['address'] }
    // What is always the user's own has no address to go with it.
    | { readonly isOwn: true; readonly address?: undefined }
  );

/** Gives every figure inside an export menu that knows the page's release and scope. */
export function Exportable({ isOwn = false, address = '', children, ...page }: ExportableProps) {
  const setting = useRef<ExportSetting>({ ...page, address, isOwn });
  useLayoutEffect(() => {
    setting.current = { ...page, address, isOwn };
  });
  const read = useCallback(() => setting.current, []);
  const source = useMemo(() => ({ isOwn, read }), [isOwn, read]);
  return (
    <ExportSourceContext value={source}>
      <FigureActionsProvider actions={exportMenu}>{children}</FigureActionsProvider>
    </ExportSourceContext>
  );
}

function exportMenu(figure: Figure, whole: (() => Figure) | undefined, sort: Sort | null) {
  return <ExportMenu figure={figure} sort={sort} {...(whole ? { whole } : {})} />;
}
