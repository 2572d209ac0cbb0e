import { useCallback, useMemo } from 'react';
import type { Facets } from '../domain/facets.ts';
import { fileYears } from '../domain/fileYears.ts';
import { systemNames } from '../domain/providerNames.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { defaultScope, type Scope } from '../domain/scope.ts';
import { FacetBar } from '../ui/FacetBar.tsx';
import { ScopeBar } from '../ui/ScopeBar.tsx';

interface StatesScopeProps {
  /** The code's rates of all places. */
  readonly table: RateTable;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  /** What each choice would count in the nation. */
  readonly selection: { readonly facets: Facets };
  /** The scope in words. */
  readonly sentence: string;
}

/** Which rates count. No Medicare year here: each vote is held against the fee schedule of its own file's year. */
export function StatesScope({ table, scope, onScope, selection, sentence }: StatesScopeProps) {
  const years = useMemo(() => fileYears(table), [table]);
  const names = useCallback(() => systemNames(table, scope.provider), [table, scope.provider]);
  return (
    <ScopeBar
      scope={scope}
      onScope={onScope}
      years={years}
      onReset={() => onScope(defaultScope)}
      sentence={sentence}
    >
      <FacetBar
        scope={scope}
        onScope={onScope}
        selection={selection}
        providerNames={names}
        providerLabel="Health system"
      />
    </ScopeBar>
  );
}
