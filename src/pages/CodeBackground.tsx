import { memo, useCallback } from 'react';
import { benchmark } from '../domain/benchmark.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { Scope } from '../domain/scope.ts';
import type { CodePageData } from '../figures/codePage.ts';
import { codeAddress } from '../share/address.ts';
import { useHref } from '../ui/links.tsx';
import { ChargesCard } from './ChargesCard.tsx';
import styles from './CodePage.module.css';
import { ContextSection } from './ContextSection.tsx';
import { MedicareCard } from './MedicareCard.tsx';
import { MedicareSection } from './MedicareSection.tsx';
import { PublishedSection } from './PublishedSection.tsx';
import { UnitCalculator } from './UnitCalculator.tsx';

interface CodeBackgroundProps {
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  readonly data: CodePageData;
  /** The one shown, and the one the address asks for; null = the newest. */
  readonly medicareYear: number;
  readonly askedYear: number | null;
  readonly origin: string;
  /** The page's address, for exports. */
  readonly address: string;
}

/** What stands beside the payers' rates: Medicare, charges, what others print, and what the code is. */
export const CodeBackground = memo(function CodeBackground(props: CodeBackgroundProps) {
  const { place, scope, data, medicareYear, askedYear, origin, address } = props;
  const href = useHref();
  const { code, codes, nationalRates, charges, schedule, published, context } = data;
  const at = { origin, address };
  const benchmarkOf = useCallback(
    (where: PlaceCode | null) => benchmark(nationalRates, scope, where, schedule),
    [nationalRates, scope, schedule],
  );
  return (
    <>
      <MedicareCard schedule={schedule} code={code.code} place={place} year={medicareYear} {...at} />
      <MedicareSection code={code.code} place={place} schedule={schedule} year={askedYear} {...at} />
      <ChargesCard code={code.code} place={place} charges={charges} {...at} />
      <div id="published" className={styles['part']}>
        <PublishedSection
          code={code.code}
          place={place}
          figures={published}
          benchmarkOf={benchmarkOf}
          schedule={schedule}
          {...at}
          rates={{ table: nationalRates, ratesFile: `rates/${code.code}/national.csv` }}
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
});
