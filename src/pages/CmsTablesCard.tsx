import { useMemo } from 'react';
import type { CmsLine } from '../data/formats/cmsTables.ts';
import { cmsTablesOf } from '../data/formats/cmsTablesOf.ts';
import type { MedicareRelease } from '../data/loadRelease.ts';
import { cmsComparison } from '../domain/cmsComparison.ts';
import { cmsComparisonFigure, cmsDifferencesFigure } from './cmsFigures.ts';
import { LinesCard } from './LinesCard.tsx';

interface CmsTablesCardProps {
  readonly lines: readonly CmsLine[];
  readonly medicare: MedicareRelease;
  readonly origin: string;
}

/** CMS tables of the user's beside those of the release. */
export function CmsTablesCard({ lines, medicare, origin }: CmsTablesCardProps) {
  const comparisons = useMemo(() => cmsComparison(cmsTablesOf(lines), medicare), [lines, medicare]);
  const differences = cmsDifferencesFigure(comparisons, origin);
  return (
    <>
      <LinesCard figure={cmsComparisonFigure(comparisons, origin)} renderCell={asItStands} />
      {differences ? <LinesCard figure={differences} renderCell={asItStands} most={25} /> : null}
    </>
  );
}

/** No cell of these has a working: both sides stand as they are printed. */
function asItStands(): undefined {}
