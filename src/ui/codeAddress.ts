import { defaultScope } from '../domain/scope.ts';
import type { CodeAddress } from '../share/address.ts';

/** The national page of a code with everything else at its default. */
export function codeAddress(code: string): CodeAddress {
  return { page: 'code', code, place: null, scope: defaultScope, medicareYear: null, sort: null, open: null };
}
