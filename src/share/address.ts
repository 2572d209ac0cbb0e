// (contract first; the codec follows)
import type { PlaceCode } from '../domain/place.ts';
import type { Scope } from '../domain/scope.ts';

export interface CodeAddress {
  readonly page: 'code';
  readonly code: string;
  /** null = the nation. */
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  /** The fee-schedule year of the Medicare row and line; null = the newest in the release. */
  readonly medicareYear: number | null;
  /** Column id and direction of the benchmark tables; null = payer order. */
  readonly sort: Sort | null;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** One member per page. Nothing of a user's file has a field here, so no link can carry it. */
export type Address =
  | { readonly page: 'home'; readonly search: string }
  | CodeAddress
  | { readonly page: 'own' }
  | { readonly page: 'methodology' }
  | { readonly page: 'data' }
  | { readonly page: 'not-found'; readonly path: string };
