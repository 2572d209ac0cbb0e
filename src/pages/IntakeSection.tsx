import { useEffect, useId, useMemo, useState } from 'react';
import type { MedicareRelease } from '../data/loadRelease.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { Release } from '../domain/release.ts';
import { censusFigures } from '../figures/censusFigures.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import { bytesText, speedText } from '../text/readingText.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { StatTile } from '../ui/StatTile.tsx';
import { StatTiles } from '../ui/StatTiles.tsx';
import { ChargePanels } from './ChargePanels.tsx';
import { CmsTablesCard } from './CmsTablesCard.tsx';
import type { ChargeSetting } from './contractFile.ts';
import { Exportable } from './Exportable.tsx';
import { IntakeCodes } from './IntakeCodes.tsx';
import { IntakeFileNotes } from './IntakeFileNotes.tsx';
import { IntakePlaces } from './IntakePlaces.tsx';
import styles from './IntakeSection.module.css';
import { intakeFilesFigure, intakeLeftOutFigure } from './intakeFigures.ts';
import { LinesCard } from './LinesCard.tsx';
import { ListedFilesCard } from './ListedFilesCard.tsx';
import type { OpenIntake } from './openIntake.ts';
import { SaveRates } from './SaveRates.tsx';

interface IntakeSectionProps {
  readonly intake: OpenIntake;
  readonly codes: ReadonlyMap<string, BillingCode>;
  readonly release: Release;
  readonly medicare: MedicareRelease;
  readonly onPlace: (place: PlaceCode | '') => void;
  readonly charges: ChargeSetting;
  readonly onCodes: (codes: readonly string[] | null) => void;
  /** Told what of it has the focus: reading the files again takes the report away, with the button that asked for it. */
  readonly onHeld: (element: Element) => void;
}

/** What was read of published files, what was not and why, and how far to trust it: a report on their quality. */
export function IntakeSection({
  intake,
  codes,
  release,
  medicare,
  charges,
  onPlace,
  onCodes,
  onHeld,
}: IntakeSectionProps) {
  const headingId = useId();
  const href = useHref();
  const { report, name } = intake;
  const { census, files } = report;
  const origin = `your files: ${name}`;
  const filesFigure = useMemo(() => intakeFilesFigure(files, origin), [files, origin]);
  const leftOut = useMemo(() => intakeLeftOutFigure(files, origin), [files, origin]);
  const figures = useMemo(
    () => censusFigures(census, origin, (code) => codes.get(code)?.title ?? ''),
    [census, origin, codes],
  );
  const drawn = useOneByOne(figures.length);
  return (
    <section
      className={styles['section']}
      aria-labelledby={headingId}
      onFocus={({ target }) => onHeld(target)}
    >
      <h2 id={headingId}>What was read from your files</h2>
      <StatTiles>
        <StatTile
          label="Rates"
          value={formatCount(census.rates)}
          note={`from ${countOf(census.rows, 'published row')}`}
        />
        <StatTile
          label="Codes"
          value={formatCount(census.codes.length)}
          note={countOf(census.providers, 'provider')}
        />
        <StatTile
          label="Read"
          value={bytesText(report.bytes)}
          note={[
            countOf(files.length, 'file'),
            speedText(report.bytes / Math.max(report.seconds, 0.001)),
          ].join(', ')}
        />
      </StatTiles>
      {census.rates > 0 ? (
        <p className={styles['actions']}>
          <a className={styles['open']} href={href({ page: 'own', view: 'codes' })}>
            See the benchmarks, code by code
          </a>
          <SaveRates intake={intake} />
        </p>
      ) : (
        <Notice tone="warning" title="No rate was read.">
          The tables below say what the files hold instead.
        </Notice>
      )}
      {census.providersWithoutPlace > 0 ? <IntakePlaces intake={intake} onPlace={onPlace} /> : null}
      <Exportable release={release} scope="" isOwn>
        <LinesCard figure={filesFigure} renderCell={asItStands} />
        <ChargePanels files={files} setting={charges} />
        {leftOut ? <LinesCard figure={leftOut} renderCell={asItStands} /> : null}
        {intake.cmsLines.length > 0 ? (
          <CmsTablesCard lines={intake.cmsLines} medicare={medicare} origin={origin} />
        ) : null}
        <ListedFilesCard files={files} origin={origin} />
        <IntakeFileNotes files={files} />
        <IntakeCodes key={intake.codes?.join()} asked={intake.codes} known={codes.size} onCodes={onCodes} />
        {figures.slice(0, drawn).map((figure) => (
          <LinesCard key={figure.id} figure={figure} renderCell={asItStands} most={25} />
        ))}
      </Exportable>
    </section>
  );
}

/** One more part with each task: ten tables at once would hold the page up for a quarter of a second. */
function useOneByOne(parts: number): number {
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (drawn >= parts) return undefined;
    const next = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(next);
  }, [drawn, parts]);
  return drawn;
}

/** What a file holds is counted, not reckoned: no cell of these tables has a working. */
function asItStands(): undefined {}
