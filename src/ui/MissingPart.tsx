import { type ComponentType, useState } from 'react';
import { MissingNotice } from './MissingNotice.tsx';
import { useFocusAfter } from './useFocusAfter.ts';

/** What stands in for a part whose script did not come, until it does. */
export function missingPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  /** Kept here, so that a part that came later is there at once when it is shown again. */
  let arrived: ComponentType<Props> | null = null;

  return function MissingPart(props) {
    const [attempts, setAttempts] = useState(0);
    const focusAfter = useFocusAfter();
    const Part = arrived;
    if (Part) return <Part {...props} />;

    async function tryAgain(button: Element): Promise<void> {
      focusAfter(button, () => [document.getElementById('main')]);
      arrived = await load().catch(() => null);
      setAttempts(attempts + 1);
    }

    return <MissingNotice isAgain={attempts > 0} onRetry={(button) => void tryAgain(button)} />;
  };
}
