import { lazy, type ReactNode, Suspense } from 'react';
import { type Address, feeScheduleAddress } from '../share/address.ts';
import { useHref } from './links.tsx';
import styles from './Shell.module.css';
import type { Theme } from './themes.ts';
import { useAlive } from './useAlive.ts';

// What stands without a script has no switch, so it need not come with the first script either. Without it the page works.
const ThemeSwitch = lazy(() =>
  import('./ThemeSwitch.tsx').then(
    (module) => ({ default: module.ThemeSwitch }),
    () => ({ default: () => null }),
  ),
);

interface ShellProps {
  readonly current: Address['page'];
  readonly release: { readonly id: string; readonly date: string } | null;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly children: ReactNode;
}

const destinations: ReadonlyArray<{ readonly label: string; readonly address: Address }> = [
  { label: 'Codes', address: { page: 'home' } },
  { label: 'Your rates', address: { page: 'own', view: 'contract' } },
  {
    label: 'Medicare',
    address: feeScheduleAddress(),
  },
  { label: 'Methodology', address: { page: 'methodology' } },
  { label: 'Data', address: { page: 'data' } },
];

/** "page" for the page itself, "true" for a page below it: a code's page belongs to Codes. */
function currentMark(destination: Address['page'], current: Address['page']): 'page' | 'true' | undefined {
  if (destination === current) return 'page';
  return destination === 'home' && (current === 'code' || current === 'states') ? 'true' : undefined;
}

/** What every page has around it: skip link, header, main, footer with the notices that must always be in sight. */
export function Shell({ current, release, theme, onTheme, children }: ShellProps) {
  const href = useHref();
  const isAlive = useAlive();
  return (
    <div className={styles['shell']} data-shell="">
      <a className={styles['skip']} href="#main" data-print="hide">
        Skip to content
      </a>
      <header className={styles['header']}>
        <div className={styles['bar']}>
          <a className={styles['brand']} href={href({ page: 'home' })}>
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
              <path d="M3 20V4M3 7h11M8 12h12M6 17h9" />
            </svg>
            Rate Atlas
          </a>
          <nav className={styles['nav']} aria-label="Main">
            {destinations.map(({ label, address }) => (
              <a key={label} href={href(address)} aria-current={currentMark(address.page, current)}>
                {label}
              </a>
            ))}
          </nav>
          {isAlive ? (
            // Nothing in the header moves when it comes.
            <Suspense fallback={null}>
              <ThemeSwitch theme={theme} onTheme={onTheme} />
            </Suspense>
          ) : null}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      <footer className={styles['footer']}>
        <div className={styles['footerInner']}>
          <p>
            <strong>Figures are estimates from published files, not a guarantee of payment.</strong> Check a
            rate with the payer or provider before you rely on it.
          </p>
          <p>
            CPT codes are copyright American Medical Association. Rate Atlas ships codes and its own short
            titles, never AMA descriptors. CPT is a registered trademark of the AMA.
          </p>
          <p>
            {release ? (
              <>
                Data release <span className={styles['release']}>{release.id}</span> of{' '}
                <time dateTime={release.date}>{release.date}</time>
              </>
            ) : (
              'Data release not loaded'
            )}
          </p>
        </div>
      </footer>
    </div>
  );
}
