import { useMemo } from 'react';
import type { IntakeFile } from '../data/intake/intakeReport.ts';
import { present } from '../domain/cell.ts';
import type { Figure } from '../figures/figure.ts';
import { countOf } from '../text/numbers.ts';
import { LinesCard } from './LinesCard.tsx';

const kindText = {
  'in-network': 'Rates in network',
  'allowed-amounts': 'Amounts allowed out of network',
} as const;

/** The files that tables of contents give the addresses of. Nothing is asked of those addresses until a reader follows one. */
export function ListedFilesCard({
  files,
  origin,
}: {
  readonly files: readonly IntakeFile[];
  readonly origin: string;
}) {
  const figure = useMemo(() => listedFilesFigure(files, origin), [files, origin]);
  if (!figure) return null;
  return (
    <LinesCard
      figure={figure}
      most={50}
      renderCell={() => undefined}
      renderLabel={({ label }) =>
        /^https?:\/\//.test(label) ? (
          <a href={label} rel="noreferrer noopener" target="_blank">
            {label}
          </a>
        ) : (
          label
        )
      }
    />
  );
}

function listedFilesFigure(files: readonly IntakeFile[], origin: string): Figure | null {
  const rows = files.flatMap(({ file, account }) =>
    (account?.listing ?? []).map(({ address, kind, description, plans, planCount }, index) => ({
      id: `${file} ${index}`,
      label: address,
      cells: {
        kind: present(kindText[kind]),
        plans: present(planCount),
        names: present(namesText(plans, planCount)),
        description: present(description || 'none'),
        from: present(file),
      },
      flags: [],
    })),
  );
  if (rows.length === 0) return null;
  return {
    id: 'intake-listed',
    title: 'Files that a table of contents lists',
    labelColumn: { id: 'address', label: 'Address', kind: 'text', definition: 'As the payer prints it.' },
    columns: [
      { id: 'kind', label: 'Holds', kind: 'text', definition: 'What the payer says it holds.' },
      { id: 'plans', label: 'Plans', kind: 'count', definition: 'Plans whose amounts it holds.' },
      { id: 'names', label: 'Plans, by name', kind: 'text', definition: 'The first of them.' },
      { id: 'description', label: 'Described as', kind: 'text', definition: 'In the payer’s words.' },
      { id: 'from', label: 'Listed in', kind: 'text', definition: 'Your file.' },
    ],
    rows,
    notes: [],
    method:
      'A table of contents has no rates: it says which file holds those of which plan. This page asks for none of them; download one and open it here.',
    sources: origin,
    summary: `${countOf(rows.length, 'file')} with the plans they are for.`,
  };
}

function namesText(plans: readonly string[], count: number): string {
  const shown = plans.slice(0, 5);
  const more = count - shown.length;
  if (shown.length === 0) return 'none named';
  return more > 0 ? `${shown.join('; ')} and ${more} more` : shown.join('; ');
}
