import { methodologyGroups } from '../domain/methodology.ts';
import type { PlanLine } from '../domain/payer.ts';
import { bases, defaultScope, providerTypes, type Scope, sites, type Vintage } from '../domain/scope.ts';
import { quantileDefinitions } from '../stats/quantileDefinition.ts';
import { matching } from './addressParts.ts';
import { oneOf } from './oneOf.ts';
import type { QueryValues } from './query.ts';
import type { UnreadPart } from './unreadPart.ts';

/** What an address calls each plan line. */
const lineWords: Readonly<Record<PlanLine, string>> = {
  Commercial: 'commercial',
  'Exchange / individual': 'exchange',
  'Medicare Advantage': 'medicare-advantage',
  'Medicaid / CHIP': 'medicaid',
  'Medicare (traditional)': 'medicare',
  'Medicare supplement': 'medicare-supplement',
  'Tricare/VA': 'tricare',
  "Workers' comp / auto": 'workers-comp',
  Behavioral: 'behavioral',
  Unspecified: 'unspecified',
};

/** Every key a scope may write, in the order it writes them. */
export const scopeKeys = [
  'line',
  'site',
  'basis',
  'files',
  'rows',
  'method',
  'modifier',
  'type',
  'provider',
  'outliers',
  'percentiles',
] as const;

/** The parts of a query that a scope needs, in their fixed order, defaults left out. */
export function formatScope(scope: Scope): string[] {
  const vintage = formatVintage(scope.vintage);
  const values: Readonly<Record<(typeof scopeKeys)[number], string>> = {
    line: scope.line === defaultScope.line ? '' : lineWords[scope.line],
    site: scope.site === defaultScope.site ? '' : scope.site,
    basis: scope.basis === defaultScope.basis ? '' : scope.basis,
    files: vintage,
    rows: scope.leftOutRows === 'in' ? 'all' : '',
    method: scope.methodology ?? '',
    modifier: scope.modifier ?? '',
    type: scope.providerType ?? '',
    provider: scope.provider ?? '',
    outliers: scope.outliers === 'out' ? 'out' : '',
    percentiles: scope.definition === defaultScope.definition ? '' : scope.definition,
  };
  return scopeKeys.flatMap((key) => (values[key] === '' ? [] : [`${key}=${values[key]}`]));
}

/** The scope a query asks for. What cannot be read is as the default has it, and is added to `unread`. */
export function parseScope(params: QueryValues, unread: UnreadPart[]): Scope {
  const line = oneOf(params, 'line', Object.values(lineWords), 'commercial', unread);
  return {
    line:
      (Object.keys(lineWords) as PlanLine[]).find((each) => lineWords[each] === line) ?? defaultScope.line,
    site: oneOf(params, 'site', sites, defaultScope.site, unread),
    basis: oneOf(params, 'basis', bases, defaultScope.basis, unread),
    vintage: parseVintage(params.get('files'), unread),
    leftOutRows: oneOf(params, 'rows', ['default', 'all'], 'default', unread) === 'all' ? 'in' : 'out',
    methodology: oneOf(params, 'method', methodologyGroups, null, unread),
    modifier: matching(params, 'modifier', /^(none|[0-9A-Z]{2})$/, 'not a modifier; any counts', unread),
    providerType: oneOf(params, 'type', providerTypes, null, unread),
    provider: matching(
      params,
      'provider',
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      'not a provider; every provider counts',
      unread,
    ),
    outliers: oneOf(params, 'outliers', ['in', 'out'], defaultScope.outliers, unread),
    definition: oneOf(params, 'percentiles', quantileDefinitions, defaultScope.definition, unread),
  };
}

/** `2022`, `2022-2026`, `2022-` (and later), `-2023` (and earlier); empty for every year. */
function formatVintage({ from, to }: Vintage): string {
  if (from === null && to === null) return '';
  if (from === to) return String(from);
  return `${from ?? ''}-${to ?? ''}`;
}

function parseVintage(text: string | undefined, unread: UnreadPart[]): Vintage {
  if (text === undefined) return defaultScope.vintage;
  const match = /^(?:(20\d\d)|(20\d\d)-(20\d\d)|(20\d\d)-|-(20\d\d))$/.exec(text);
  if (match) {
    const [, only, first, last, since, until] = match.map((part) =>
      part === undefined ? null : Number(part),
    );
    const from = only ?? first ?? since ?? null;
    const to = only ?? last ?? until ?? null;
    if (from === null || to === null || from <= to) return { from, to };
  }
  unread.push({ part: `files=${text}`, reason: 'not a range of years; files of every year are counted' });
  return defaultScope.vintage;
}
