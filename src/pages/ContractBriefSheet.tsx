import type { Release } from '../domain/release.ts';
import type { ContractBrief } from '../figures/contractBrief.ts';
import styles from './BriefSheet.module.css';
import { BriefTable } from './BriefTable.tsx';
import { BriefTiles } from './BriefTiles.tsx';
import own from './ContractBrief.module.css';
import { TalkingList } from './TalkingList.tsx';

interface ContractBriefSheetProps {
  readonly brief: ContractBrief;
  readonly title: string;
  readonly fileName: string;
  readonly paper: 'letter' | 'a4';
  readonly release: Pick<Release, 'id' | 'date'>;
}

/** The sheet of a contract: what it is, the lines brought, what to say, and how it was made. Points on a page of their own. */
export function ContractBriefSheet({ brief, title, fileName, paper, release }: ContractBriefSheetProps) {
  const { tiles, index, lines, choice, asks, expects, cautions } = brief;
  return (
    <div className={styles['sheet']} data-paper={paper} data-layout="single" data-confidential="">
      <header className={styles['head']}>
        <div>
          <p className={styles['kicker']}>Rate Atlas · Contract brief</p>
          <h2>{title}</h2>
          <p className={own['confidential']}>Confidential: holds contract rates of {fileName}</p>
          <p className={styles['release']}>
            Market and Medicare from data release {release.id} of{' '}
            <time dateTime={release.date}>{release.date}</time>.
          </p>
        </div>
      </header>
      <section className={styles['part']} aria-label="The contract">
        <BriefTiles tiles={tiles} />
        <p>{index.summary}</p>
        {cautions.map((caution) => (
          <p key={caution} className={styles['caution']}>
            {caution}
          </p>
        ))}
        <BriefTable figure={index} caption="The contract and its payers as one number" />
        <h3 className={own['heading']}>{lines.title}</h3>
        <p>{lines.rows.length > 0 ? `${lines.summary} ${choice}` : choice}</p>
        {/* In a box of its own, so that a long table begins on this page instead of being kept whole on the next. */}
        {lines.rows.length > 0 ? (
          <div>
            <BriefTable figure={lines} caption={lines.title} captionHidden />
          </div>
        ) : null}
      </section>
      <section className={own['points']} aria-label="Talking points">
        <h3>Talking points</h3>
        {asks.length === 0 ? (
          <p>
            No line is below Medicare, the market or your other payers: nothing to ask for by these rules.
          </p>
        ) : (
          <TalkingList label="Points to make" points={asks} />
        )}
        {expects.length > 0 ? (
          <>
            <h3>What to expect from the other side</h3>
            <TalkingList label="What to expect" points={expects} />
          </>
        ) : null}
        <p className={styles['small']}>
          Made by fixed rules from the cells: the points with most dollars at stake, as many as fit a page.
          Dollars of different points overlap: do not add them up.
        </p>
      </section>
      <section className={styles['method']}>
        <h3>Method and sources</h3>
        <p>{lines.method}</p>
        <p>{index.method}</p>
        <p>Sources: {lines.sources}.</p>
        <p>
          n counts votes: one per provider and payer. What a file does not hold is named, never filled in.{' '}
          <strong>
            Figures are estimates from published files, not a guarantee of payment; a gain is not a forecast.
          </strong>{' '}
          CPT codes are copyright American Medical Association; titles are Rate Atlas’s own short words.
        </p>
      </section>
    </div>
  );
}
