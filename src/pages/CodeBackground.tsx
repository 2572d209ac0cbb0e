import { useCallback, useMemo } from 'react';
import { benchmark } from '../domain/benchmark.ts';
import type { PlaceCode } from '../domain/place.ts';
import { chargesFigure } from '../figures/chargesFigure.ts';
import type { CodePageData } from '../figures/codePage.ts';
import type { Figure } from '../figures/figure.ts';
import { medicareFigure } from '../figures/medicareFigure.ts';
import { type CodeAddress, codeAddress } from '../share/address.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useHref } from '../ui/links.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './CodePage.module.css';
import { ContextSection } from './ContextSection.tsx';
import { MedicareSection } from './MedicareSection.tsx';
import { PublishedSection } from './PublishedSection.tsx';
import { UnitCalculator } from './UnitCalculator.tsx';

interface CodeBackgroundProps {
  readonly address: CodeAddress;
  readonly data: CodePageData;
  readonly medicareYear: number;
  readonly origin: string;
}

/** What stands beside the payers' rates: Medicare, charges, what others print, and what the code is. */
export function CodeBackground({ address, data, medicareYear, origin }: CodeBackgroundProps) {
  const href = useHref();
  const { place, scope } = address;
  const { code, codes, nationalRates, charges, schedule, published, context } = data;
  const feeFigure = useMemo(
    () => medicareFigure(schedule, code.code, place, medicareYear),
    [schedule, code, place, medicareYear],
  );
  const charged = useMemo(
    () => chargesFigure(code.code, place, charges, origin),
    [code, place, charges, origin],
  );
  const benchmarkOf = useCallback(
    (where: PlaceCode | null) => benchmark(nationalRates, scope, where, schedule),
    [nationalRates, scope, schedule],
  );
  return (
    <>
      <TableCard figure={feeFigure} />
      <MedicareSection code={code.code} place={place} schedule={schedule} year={address.medicareYear} />
      <TableCard figure={charged} />
      <div id="published" className={styles['part']}>
        <PublishedSection
          code={code.code}
          place={place}
          figures={published}
          benchmarkOf={benchmarkOf}
          schedule={schedule}
          origin={origin}
        />
      </div>
      <div id="context" className={styles['part']}>
        <ContextSection
          context={context}
          code={code}
          codes={codes}
          schedule={schedule}
          hrefForCode={(other) => href(codeAddress(other, place))}
        />
        {code.unitMinutes === 15 ? <UnitCalculator codes={codes} code={code.code} /> : null}
      </div>
    </>
  );
}

function TableCard({ figure }: { readonly figure: Figure }) {
  const table = figure.rows.length > 0 ? <SelfSortedTable figure={figure} captionHidden /> : null;
  return <FigureCard figure={figure} headingLevel={2} chart={null} table={table} />;
}
