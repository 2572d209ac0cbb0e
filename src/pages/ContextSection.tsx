import { useId } from 'react';
import type { CodeContext } from '../domain/codeContext.ts';
import { dataNotAvailable } from '../text/absence.ts';
import styles from './ContextSection.module.css';
import { ContextSources } from './ContextSources.tsx';
import { type CodeInCatalogue, type ContextPart, contextParts } from './contextParts.tsx';

interface ContextSectionProps extends CodeInCatalogue {
  /** null when the release says nothing of the code. */
  readonly context: CodeContext | null;
}

/** What a code is for and how it is billed, with an index and the authority of every statement. */
export function ContextSection(props: ContextSectionProps) {
  const { context, code } = props;
  const headingId = useId();
  const parts = context ? contextParts(context, props) : [];
  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>What {code.code} is and how it is billed</h2>
      {context ? (
        <>
          <p className={styles['lead']}>
            In our own words; no descriptor of the AMA’s is shown. Each statement names who makes it.
          </p>
          <nav aria-label="What you will find here" className={styles['index']}>
            <ul>
              {parts.map(({ id, title, isAbsent }) => (
                <li key={id} data-absent={isAbsent ? '' : undefined}>
                  <a href={`#${id}`}>{title}</a>
                  {isAbsent ? <span> not available</span> : null}
                </li>
              ))}
            </ul>
          </nav>
          {runs(parts).map((run) => (
            <div key={run[0]?.id} className={styles['parts']} data-wide={run[0]?.isWide ? '' : undefined}>
              {run.map(({ id, title, content }) => (
                <section key={id} aria-labelledby={id}>
                  <h3 id={id} tabIndex={-1}>
                    {title}
                  </h3>
                  {content}
                </section>
              ))}
            </div>
          ))}
          <ContextSources authorities={context.authorities} />
        </>
      ) : (
        <p className={styles['absent']}>{dataNotAvailable}</p>
      )}
    </section>
  );
}

/** Narrow parts flow through columns together; wide ones stand between them. */
function runs(parts: readonly ContextPart[]): readonly (readonly ContextPart[])[] {
  const found: ContextPart[][] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last && last[0]?.isWide === part.isWide) last.push(part);
    else found.push([part]);
  }
  return found;
}
