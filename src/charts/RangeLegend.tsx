import { ChartLegend, LegendSigns } from './ChartLegend.tsx';
import { legendEntries } from './legendEntries.tsx';
import type { RangeGeometry } from './rangeGeometry.ts';

/** The key to the chart's signs, as words with small drawings: only signs this chart draws. */
export function RangeLegend({ geometry }: { readonly geometry: RangeGeometry }) {
  const entries = legendEntries(geometry);
  if (entries.length === 0) return null;
  return (
    <ChartLegend>
      <LegendSigns signs={entries} />
    </ChartLegend>
  );
}
