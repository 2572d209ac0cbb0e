import styles from './ErrorState.module.css';

interface ErrorStateProps {
  readonly title: string;
  /** What happened and what the reader can do, in plain words. */
  readonly message: string;
  /** Told the button, for the focus: it goes with what failed. */
  readonly onRetry?: (button: Element) => void;
}

export function ErrorState({ title, message, onRetry }: ErrorStateProps) {
  return (
    <div className={styles['error']} role="alert">
      <h2>{title}</h2>
      <p>{message}</p>
      {onRetry ? (
        <button type="button" onClick={({ currentTarget }) => onRetry(currentTarget)}>
          Try again
        </button>
      ) : null}
    </div>
  );
}
