import type { ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import type { Loaded } from './useLoaded.ts';

interface PageFrameProps<Value> {
  readonly loaded: Loaded<Value>;
  /** "Loading the rates of 97110". */
  readonly label: string;
  readonly chartHeight?: number;
  readonly children: (value: Value) => ReactNode;
}

/** Said where no server answered: what the reader still has, and how to have more the next time. */
const notKept =
  'This page is not kept for use without a connection. Pages visited before open; “Save … for offline use” keeps a code whole.';

/** What stands on a page until its data has come, or why it has not. */
export function PageFrame<Value>({ loaded, label, chartHeight = 0, children }: PageFrameProps<Value>) {
  const focusAfter = useFocusAfter();
  if (loaded.error) {
    return (
      <ErrorState
        isPage
        title="This page’s data did not arrive"
        message={
          loaded.error.cause === undefined ? loaded.error.message : `${notKept} ${loaded.error.message}`
        }
        onRetry={(button) => {
          focusAfter(button, () => [document.getElementById('main')]);
          loaded.retry();
        }}
      />
    );
  }
  if (loaded.value === null) return <Loading label={label} chartHeight={chartHeight} lines={10} isPage />;
  return children(loaded.value);
}
