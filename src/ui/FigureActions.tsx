import { createContext, type ReactNode, useContext } from 'react';
import type { Figure } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';

/**
 * What stands beside the heading of every figure; `whole` is the figure in full where the page shows a part of it, `sort`
 * the order of its table that the page keeps.
 */
export type FigureActions = (
  figure: Figure,
  whole: (() => Figure) | undefined,
  sort: Sort | null,
) => ReactNode;

const ActionsContext = createContext<FigureActions | null>(null);

/** Lets a page give all of its figures the same actions without each section knowing of them. */
export function FigureActionsProvider(props: {
  readonly actions: FigureActions;
  readonly children: ReactNode;
}) {
  return <ActionsContext value={props.actions}>{props.children}</ActionsContext>;
}

export function useFigureActions(): FigureActions | null {
  return useContext(ActionsContext);
}
