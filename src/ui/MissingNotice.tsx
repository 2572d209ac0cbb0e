import { useEffect, useRef } from 'react';
import { ErrorState } from './ErrorState.tsx';

interface MissingNoticeProps {
  /** Whether it was asked for again, and did not come then either. */
  readonly isAgain: boolean;
  readonly onRetry: (button: Element) => void;
}

/** Says that a script did not come, and what can be done. */
export function MissingNotice({ isAgain, onRetry }: MissingNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A press has brought it, maybe from screens away; a reader who only scrolled is coming to it.
    if (navigator.userActivation?.isActive) box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box}>
      <ErrorState
        title="This part of the page did not arrive"
        message={`${isAgain ? 'It did not come this time either. ' : ''}Is there a connection? If there is, the site may have been renewed since you opened this page: reload it then. A file of yours that is open here has to be opened again after that.`}
        onRetry={onRetry}
      />
    </div>
  );
}
