import { useEffect, useState } from 'react';
import { afterFrame } from './afterFrame.ts';

/** What was asked for last, from a frame after it was asked for; until then what came before it. */
export function useNextFrame<Asked>(asked: Asked): Asked {
  const [shown, show] = useState(() => asked);
  useEffect(() => (shown === asked ? undefined : afterFrame(() => show(() => asked))), [shown, asked]);
  return shown;
}
