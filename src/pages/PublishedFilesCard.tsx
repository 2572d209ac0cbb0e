import type { PublishedSource } from '../data/readSources.ts';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './DataPage.module.css';
import { sourcesFigure } from './dataFigures.ts';

/** Every published file the rates were read in, with a link to where it was published. */
export function PublishedFilesCard({ sources }: { readonly sources: readonly PublishedSource[] }) {
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  return (
    <section className={styles['card']} aria-labelledby="sources">
      <h2 id="sources">Published files</h2>
      <SelfSortedTable
        figure={sourcesFigure(sources)}
        captionHidden
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
    </section>
  );
}

/** Only a web address becomes a link: a release may come from anywhere. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text);
}
