import { QrCode } from '../charts/QrCode.tsx';
import type { PlaceCode } from '../domain/place.ts';
import type { Release } from '../domain/release.ts';
import type { Brief } from '../figures/brief.ts';
import { methodParagraph } from '../figures/figure.ts';
import type { BriefAddress } from '../share/address.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { placeTitle } from '../text/names.ts';
import { BriefPart } from './BriefPart.tsx';
import styles from './BriefSheet.module.css';
import { BriefTable } from './BriefTable.tsx';

/** Pixels between the margins of 14 mm: Letter 215.9 mm wide, A4 210 mm, at 96 to the inch. */
const chartWidth = { letter: 708, a4: 686 } as const;
/** From this many codes on, each gets half a page. */
const denseFrom = 4;

interface BriefSheetProps {
  readonly brief: Brief;
  readonly title: string;
  readonly place: PlaceCode | null;
  readonly paper: BriefAddress['paper'];
  readonly release: Pick<Release, 'id' | 'date'>;
  readonly link: string;
  /** Another sheet was asked for and is still to come. */
  readonly isBusy: boolean;
}

/** The sheet itself, of the same width on the screen as on paper. */
export function BriefSheet({ brief, title, place, paper, release, link, isBusy }: BriefSheetProps) {
  const { overview, parts } = brief;
  const [first] = parts;
  const layout = parts.length === 1 ? 'single' : parts.length < denseFrom ? 'page' : 'half';
  return (
    <div className={styles['sheet']} data-paper={paper} data-layout={layout} aria-busy={isBusy || undefined}>
      <header className={styles['head']}>
        <div>
          <p className={styles['kicker']}>Rate Atlas · Reimbursement brief · {placeTitle(place)}</p>
          <h2>{title}</h2>
          <p className={styles['release']}>
            Data release {release.id} of <time dateTime={release.date}>{release.date}</time>. The same figures
            {parts.length === 1 ? ', with their working' : ''}:
          </p>
          <p className={styles['link']}>
            <a href={link}>{link}</a>
          </p>
        </div>
        <QrCode text={link} size={84} label="QR code of this brief’s link" />
      </header>
      {overview ? <BriefTable figure={overview} caption={overview.title} /> : null}
      {parts.map((part) => (
        <BriefPart key={part.code.code} part={part} layout={layout} width={chartWidth[paper]} />
      ))}
      <section className={styles['method']}>
        <h3>Method and sources</h3>
        <p>{first ? methodParagraph(first.view.here.figure) : null}</p>
        {parts.map(({ code, view }) => (
          <p key={code.code}>
            Sources{parts.length > 1 ? ` for ${code.code}` : ''}: {keepTogether(view.here.figure.sources)}
          </p>
        ))}
        {layout === 'single' && first?.nation ? (
          <p>Sources of the national benchmark: {keepTogether(first.nation.figure.sources)}</p>
        ) : null}
        <p>
          n counts votes: one per provider and payer unless the method says otherwise. What a file does not
          hold is named, never filled in.
        </p>
        <p>
          <strong>Figures are estimates from published files, not a guarantee of payment.</strong> CPT codes
          are copyright American Medical Association; titles are Rate Atlas’s own short words.
        </p>
      </section>
    </div>
  );
}
