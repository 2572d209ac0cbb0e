import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { notInPack } from '../data/notInPack.ts';
import { valueOf } from '../domain/cell.ts';
import type { Release } from '../domain/release.ts';
import { releaseFilesFigure } from '../figures/releaseFilesFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useHref } from '../ui/links.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { useAlive } from '../ui/useAlive.ts';
import { FindRows, mostRows } from './FindRows.tsx';
import styles from './ReleaseFilesCard.module.css';

/** The release itself, file by file: each is a link that saves it. */
export function ReleaseFilesCard({ release }: { readonly release: Pick<Release, 'id' | 'files' | 'pack'> }) {
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
      rows: found,
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
          <FindRows
            label="Find a file"
            placeholder="97110 Texas"
            value={filter}
            onChange={setFilter}
            noun="file"
            found={found.length}
            total={figure.rows.length}
            advice="type a code to see its own"
          />
          <SelfSortedTable
            figure={shown}
            captionHidden
            most={mostRows}
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
                  <span className={styles['absent']}>not in this offline pack</span>
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
