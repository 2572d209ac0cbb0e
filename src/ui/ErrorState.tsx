import styles from './ErrorState.module.css';

interface ErrorStateProps {
  readonly title: string;
  /** What happened and what the reader can do, in plain words. */
  readonly message: string;
  readonly onRetry?: () => void;
}

export function ErrorState({ title, message, onRetry }: ErrorStateProps) {
  return (
    <div className={styles['error']} role="alert">
      <h2>{title}</h2>
      <p>{message}</p>
      {onRetry ? (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      ) : null}
    </div>
  );
}
