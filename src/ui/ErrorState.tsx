import styles from './ErrorState.module.css';

interface ErrorStateProps {
  readonly title: string;
  /** What happened and what the reader can do, in plain words. */
  readonly message: string;
  /** Told the button, for the focus: it goes with what failed. */
  readonly onRetry?: (button: Element) => void;
  /** Whether it stands for a whole page, which has no other heading. */
  readonly isPage?: boolean;
}

export function ErrorState({ title, message, onRetry, isPage = false }: ErrorStateProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className={styles['error']} role="alert">
      <Heading>{title}</Heading>
      <p>{message}</p>
      {onRetry ? (
        <button type="button" onClick={({ currentTarget }) => onRetry(currentTarget)}>
          Try again
        </button>
      ) : null}
    </div>
  );
}
