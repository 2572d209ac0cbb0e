import { useEffect } from 'react';
import { useActiveTooltipLabel, useIsTooltipActive } from 'recharts';

/**
 * Tells which row the pointer or the keyboard is on: its id, or null. It draws nothing and must stand inside a chart.
 * The tooltip cannot announce rows itself: Recharts hides it by `visibility`, and a hidden live region stays silent.
 */
export function ActiveRow({ onChange }: { readonly onChange: (id: string | null) => void }) {
  const label = useActiveTooltipLabel();
  const active = useIsTooltipActive();
  const id = active && label !== undefined ? String(label) : null;
  useEffect(() => onChange(id), [id, onChange]);
  return null;
}
