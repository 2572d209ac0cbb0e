import { type ComponentType, useState } from 'react';
import { ErrorState } from './ErrorState.tsx';
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

    return (
      <ErrorState
        title="This part of the page did not arrive"
        message={`${attempts > 0 ? 'It did not come this time either. ' : ''}Is there a connection? If there is, the site may have been renewed since you opened this page: reload it then. A file of yours that is open here has to be opened again after that.`}
        onRetry={(button) => void tryAgain(button)}
      />
    );
  };
}
