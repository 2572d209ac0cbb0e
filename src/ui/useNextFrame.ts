import { useEffect, useState } from 'react';
import { afterFrame } from './afterFrame.ts';

/**
 * What was asked for last, from a frame after it was asked for; until then what came before it. Whoever may have it at
 * once never goes back behind it: what was shown stays shown when the next must wait again.
 */
export function useNextFrame<Asked>(asked: Asked, atOnce = false): Asked {
  const [shown, show] = useState(() => asked);
  if (atOnce && shown !== asked) show(() => asked);
  useEffect(() => (shown === asked ? undefined : afterFrame(() => show(() => asked))), [shown, asked]);
  return atOnce ? asked : shown;
}
