import type { ComponentProps, ComponentType } from 'react';
import type { Address } from '../share/address.ts';
import { latePart } from '../ui/latePart.ts';

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
  notFound: () => import('./NotFoundRoute.tsx').then((module) => module.NotFoundRoute),
} as const;

type PageName = keyof typeof imports;
export type Routes = {
  readonly [Page in PageName]: ComponentType<ComponentProps<Awaited<ReturnType<(typeof imports)[Page]>>>>;
};

/** Every page, fetched when it is first shown. */
export const lazyRoutes: Routes = {
  home: latePart(imports.home),
  code: latePart(imports.code),
  states: latePart(imports.states),
  feeSchedule: latePart(imports.feeSchedule),
  own: latePart(imports.own),
  methodology: latePart(imports.methodology),
  brief: latePart(imports.brief),
  data: latePart(imports.data),
  notFound: latePart(imports.notFound),
};

/**
 * The routes with the one of this page already here. A page that came with its text must not wait for a chunk while
 * React takes it over: a waiting part would be thrown away and drawn anew.
 */
export async function routesWith(page: Address['page']): Promise<Routes> {
  const name = page === 'fee-schedule' ? 'feeSchedule' : page;
  return name in imports ? { ...lazyRoutes, [name]: await imports[name as PageName]() } : lazyRoutes;
}
