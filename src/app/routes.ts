import { type ComponentProps, type ComponentType, lazy } from 'react';
import type { Address } from '../share/address.ts';

/** Each page is a chunk of its own: a reader of one does not wait for the others. */
const imports = {
  home: () => import('./HomeRoute.tsx').then((module) => module.HomeRoute),
  code: () => import('./CodeRoute.tsx').then((module) => module.CodeRoute),
  states: () => import('./StatesRoute.tsx').then((module) => module.StatesRoute),
  feeSchedule: () => import('./FeeScheduleRoute.tsx').then((module) => module.FeeScheduleRoute),
  own: () => import('./OwnRoute.tsx').then((module) => module.OwnRoute),
  methodology: () => import('./MethodologyRoute.tsx').then((module) => module.MethodologyRoute),
  brief: () => import('./BriefRoute.tsx').then((module) => module.BriefRoute),
  data: () => import('./DataRoute.tsx').then((module) => module.DataRoute),
} as const;

type PageName = keyof typeof imports;
export type Routes = {
  readonly [Page in PageName]: ComponentType<ComponentProps<Awaited<ReturnType<(typeof imports)[Page]>>>>;
};

/** Every page, fetched when it is first shown. */
export const lazyRoutes: Routes = {
  home: lazy(() => imports.home().then(asDefault)),
  code: lazy(() => imports.code().then(asDefault)),
  states: lazy(() => imports.states().then(asDefault)),
  feeSchedule: lazy(() => imports.feeSchedule().then(asDefault)),
  own: lazy(() => imports.own().then(asDefault)),
  methodology: lazy(() => imports.methodology().then(asDefault)),
  brief: lazy(() => imports.brief().then(asDefault)),
  data: lazy(() => imports.data().then(asDefault)),
};

function asDefault<Component>(component: Component) {
  return { default: component };
}

/**
 * The routes with the one of this page already here. A page that came with its text must not wait for a chunk while
 * React takes it over: a waiting part would be thrown away and drawn anew.
 */
export async function routesWith(page: Address['page']): Promise<Routes> {
  const name = page === 'fee-schedule' ? 'feeSchedule' : page;
  return name in imports ? { ...lazyRoutes, [name]: await imports[name as PageName]() } : lazyRoutes;
}
