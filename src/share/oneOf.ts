import type { QueryValues } from './query.ts';
import type { UnreadPart } from './unreadPart.ts';

/**
 * The value of a key that must be one of a few words, in small letters or capitals; the fallback when it is missing, and
 * when it is none of them, which `unread` then names.
 *
 * @param instead what the page does when the word is unknown, to finish the sentence.
 */
export function oneOf<const Choice extends string, Fallback extends Choice | null>(
  params: QueryValues,
  key: string,
  choices: readonly Choice[],
  fallback: Fallback,
  unread: UnreadPart[],
  instead = fallback === null ? 'any counts' : `${fallback} is shown`,
): Choice | Fallback {
  const text = params.get(key);
  if (text === undefined) return fallback;
  const found = choices.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  unread.push({ part: `${key}=${text}`, reason: `not one of ${choices.join(', ')}; ${instead}` });
  return fallback;
}
