import { defaultScope } from '../domain/scope.ts';
import type { Address } from '../share/address.ts';
import { formatScope } from '../share/scopeQuery.ts';

/** A digest has one Medicare amount per code and place; the fee-schedule page has far more to show. */
const feeScheduleLimit =
  'Of Medicare only the non-facility mean over a place’s localities is kept: facility amounts and single localities are not compared.';

const byDefault =
  'Of older releases only the default figures are kept, so the comparison is of those: it cannot follow';

/** What of a view an older release's digest cannot show; empty when it can show all of it. */
export function digestLimits(address: Extract<Address, { readonly pin: string | null }>): readonly string[] {
  const choices = [
    'scope' in address && formatScope(address.scope).length > formatScope(defaultScope).length
      ? 'this view’s choice of what counts'
      : '',
    'medicareYear' in address && address.medicareYear !== null ? 'its fee-schedule year' : '',
    'year' in address && address.year !== null
      ? 'the year of this view (the newest of each is compared)'
      : '',
    'participation' in address && address.participation === 'QP' ? 'the QP conversion factor' : '',
  ].filter((each) => each !== '');
  return [
    ...(address.page === 'fee-schedule' ? [feeScheduleLimit] : []),
    ...choices.map((choice) => `${byDefault} ${choice}.`),
  ];
}
