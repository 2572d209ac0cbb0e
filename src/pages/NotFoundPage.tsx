import { useHref } from '../ui/links.tsx';
import styles from './NotFoundPage.module.css';

interface NotFoundPageProps {
  /** The part of the address that leads nowhere. */
  readonly path: string;
  /** Why, when more is known than that, e.g. "There is no code 12345 in this release." */
  readonly message?: string;
}

export function NotFoundPage({ path, message }: NotFoundPageProps) {
  const href = useHref();
  return (
    <div className={styles['page']}>
      <h1>Page not found</h1>
      <p>{message ?? 'This address leads to no page of Rate Atlas.'}</p>
      {path === '' ? null : (
        <p>
          Asked for: <code>{path}</code>
        </p>
      )}
      <p>
        <a href={href({ page: 'home' })}>Find a code</a>, or see{' '}
        <a href={href({ page: 'data' })}>which codes and states there are</a>.
      </p>
    </div>
  );
}
