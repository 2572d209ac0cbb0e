import { bases, defaultScope, type Scope, sites, type Vintage } from '../domain/scope.ts';
import type { UnreadPart } from './unreadPart.ts';

/** The parts of a query that a scope needs, in their fixed order, defaults left out. */
export function formatScope(scope: Scope): string[] {
  const parts: string[] = [];
  if (scope.site !== defaultScope.site) parts.push(`site=${scope.site}`);
  if (scope.basis !== defaultScope.basis) parts.push(`basis=${scope.basis}`);
  const vintage = formatVintage(scope.vintage);
  if (vintage !== '') parts.push(`files=${vintage}`);
  if (scope.leftOutRows === 'in') parts.push('rows=all');
  return parts;
}

export function parseScope(params: ReadonlyMap<string, string>, unread: UnreadPart[]): Scope {
  return {
    site: oneOf(params, 'site', sites, defaultScope.site, unread),
    basis: oneOf(params, 'basis', bases, defaultScope.basis, unread),
    vintage: parseVintage(params.get('files'), unread),
    leftOutRows:
      oneOf(params, 'rows', ['default', 'all'] as const, 'default', unread) === 'all' ? 'in' : 'out',
  };
}

function oneOf<Choice extends string>(
  params: ReadonlyMap<string, string>,
  key: string,
  choices: readonly Choice[],
  fallback: Choice,
  unread: UnreadPart[],
): Choice {
  const text = params.get(key);
  if (text === undefined) return fallback;
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  unread.push({ part: `${key}=${text}`, reason: `not one of ${choices.join(', ')}; ${fallback} is shown` });
  return fallback;
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
