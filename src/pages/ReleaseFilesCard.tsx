import { Fragment, type ReactNode, useId, useMemo, useState } from 'react';
import { notInPack } from '../data/notInPack.ts';
import { valueOf } from '../domain/cell.ts';
import type { Release } from '../domain/release.ts';
import { releaseFilesFigure } from '../figures/releaseFilesFigure.ts';
import { countOf } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useHref } from '../ui/links.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { useAlive } from '../ui/useAlive.ts';
import styles from './ReleaseFilesCard.module.css';

/** More rows than anyone reads slow the page down; the filter finds the rest. */
const mostRows = 25;

/** The release itself, file by file: each is a link that saves it. */
export function ReleaseFilesCard({ release }: { readonly release: Pick<Release, 'id' | 'files' | 'pack'> }) {
  const id = useId();
  const href = useHref();
  // A page's file is the whole site's: that the data came in a pack is known once the script is here.
  const pack = useAlive() ? release.pack : undefined;
  const [filter, setFilter] = useState('');
  const figure = useMemo(() => releaseFilesFigure(release), [release]);
  const found = useMemo(() => {
    const words = filter.toLowerCase().match(/\S+/g) ?? [];
    return figure.rows.filter(({ label, cells }) => {
      const text = `${label} ${valueOf(cells['holds'] ?? { kind: 'value', value: '' }) ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }, [figure, filter]);
  const shown = useMemo(
    () => ({
      ...figure,
      columns: figure.columns.filter((each) => each.id !== 'sha256'),
      rows: found.slice(0, mostRows),
    }),
    [figure, found],
  );

  return (
    <FigureCard
      figure={shown}
      whole={() => figure}
      headingLevel={2}
      chart={null}
      table={
        <>
          <div className={styles['controls']} data-needs="script">
            <label htmlFor={`${id}-filter`}>Find a file</label>
            <input
              id={`${id}-filter`}
              type="search"
              value={filter}
              onChange={({ target }) => setFilter(target.value)}
              placeholder="97110 Texas"
              autoComplete="off"
              spellCheck={false}
            />
          </div>
          <p role="status" aria-label="Files found" className={styles['found']}>
            {countOf(found.length, 'file')} of {countOf(figure.rows.length, 'file')}
            {found.length > mostRows ? (
              <>
                ; the first {mostRows} are shown<span data-needs="script">, type a code to see its own</span>
              </>
            ) : null}
          </p>
          <SelfSortedTable
            figure={shown}
            captionHidden
            renderLabel={({ label }) => {
              const why = notInPack(label, pack ? { pack } : {});
              return why === undefined ? (
                <a
                  className={styles['file']}
                  href={`${href({ page: 'data' })}${label}`}
                  download={nameOf(label)}
                >
                  {breakable(label)}
                </a>
              ) : (
                <>
                  <span className={styles['file']}>{breakable(label)}</span>{' '}
                  <span className={styles['found']}>not in this offline pack</span>
                </>
              );
            }}
          />
        </>
      }
    />
  );
}

/** A path may go on in another line behind a slash and before its ending, before it breaks anywhere. */
function breakable(path: string): ReactNode {
  return path.split(/(?<=\/)|(?=\.)/).map((part, place) => (
    <Fragment key={part}>
      {place > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}

/** `rates-97110-TX.csv`: in a folder of downloads a `TX.csv` would say nothing. */
function nameOf(path: string): string {
  return path.replaceAll('/', '-');
}
