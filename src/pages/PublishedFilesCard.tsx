import { useMemo } from 'react';
import type { PublishedSource } from '../data/readSources.ts';
import { TableCard } from '../ui/TableCard.tsx';
import styles from './DataPage.module.css';
import { sourcesFigure, wholeSources } from './dataFigures.ts';

interface PublishedFilesCardProps {
  readonly sources: readonly PublishedSource[];
  readonly origin: string;
}

/** Every published file the rates were read in, with a link to where it was published. */
export function PublishedFilesCard({ sources, origin }: PublishedFilesCardProps) {
  const figure = useMemo(() => sourcesFigure(sources, origin), [sources, origin]);
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  return (
    <TableCard
      whole={() => wholeSources(sources, origin)}
      figure={figure}
      renderCell={({ id }, column) => {
        const date = sourceById.get(id)?.date;
        return column.id === 'date' && date ? <span className={styles['date']}>{date}</span> : undefined;
      }}
      renderLabel={({ id, label }) => {
        const url = sourceById.get(id)?.publishedUrl ?? '';
        return (
          <span className={styles['file']}>
            {isWebAddress(url) ? (
              <a href={url} rel="noreferrer noopener">
                {label}
              </a>
            ) : (
              label
            )}
          </span>
        );
      }}
    />
  );
}

/** Only a web address becomes a link: a release may come from anywhere. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text);
}
