import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Facets } from '../domain/facets.ts';
import { methodologyGroups } from '../domain/methodology.ts';
import { planLines } from '../domain/payer.ts';
import { providerTypes, type Scope } from '../domain/scope.ts';
import { type QuantileDefinition, quantileDefinitions } from '../stats/quantileDefinition.ts';
import { capital } from '../text/capital.ts';
import { countOf } from '../text/numbers.ts';
import { lineText, methodologyText } from '../text/scopeSentence.ts';
import styles from './FacetBar.module.css';
import { type ScopeListeners, type SelectListeners, scopeChoice } from './scopeChoice.ts';
import { useNextFrame } from './useNextFrame.ts';

interface FacetBarProps extends ScopeListeners {
  readonly scope: Scope;
  /**
   * Whose facets say what each choice would count, every other choice as it is; null until the rates are here. They are
   * counted when they are asked for: for most readers, who never open the bar, not at all.
   */
  readonly selection: { readonly facets: Facets } | null;
  /** Asks for the rates; not needed where they always are here. */
  readonly onNeed?: () => void;
  /** Names of provider and system keys: a nation has thousands, so they are asked for when the bar is open. */
  readonly providerNames: () => ReadonlyMap<string, string>;
  readonly providerLabel?: string;
}

const typeNames = {
  hospital: 'Hospitals (own files)',
  clinic: 'Clinics and groups (payers’ files)',
} as const;

/** Shorter than in sentences: on a phone the chosen one must stand whole in its select. */
const definitionNames: Readonly<Record<QuantileDefinition, string>> = {
  type7: 'Linear, type 7 (PERCENTILE.INC)',
  type6: 'Linear, type 6 (PERCENTILE.EXC)',
  nearestRank: 'Nearest rank (PERCENTILE_DISC)',
};

/** The finer filters. Every option says how many rates it would count, so that a dead end is seen before it is taken. */
export function FacetBar({
  selection,
  onNeed,
  providerLabel = 'Provider or health system',
  ...asked
}: FacetBarProps) {
  const { scope } = asked;
  // Open when a link brings a filter; after that the reader's, so that taking a filter back does not shut the bar.
  const [open, setOpen] = useState(isRefined(scope));
  const bar = useRef<HTMLDetailsElement>(null);
  // What a choice would count is no part of its answer, and of thousands of providers it takes longer than the answer.
  const counted = useNextFrame(selection);
  useEffect(() => {
    // Opened before the page was alive, nobody heard it toggle.
    if (!bar.current?.open) return;
    setOpen(true);
    onNeed?.();
  }, [onNeed]);
  return (
    <details
      ref={bar}
      // Who opened it before the page was alive made it differ from the page's file.
      suppressHydrationWarning
      className={styles['facets']}
      data-print="hide"
      data-needs="script"
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open) onNeed?.();
      }}
    >
      <summary>More filters{isRefined(scope) ? ' (in use)' : ''}</summary>
      {/* Closed, it is not drawn: a nation has thousands of providers to choose from. */}
      {counted && open ? (
        <Controls {...asked} facets={counted.facets} providerLabel={providerLabel} />
      ) : (
        <p className={styles['note']}>{open ? 'Loading the rates that each choice would count.' : null}</p>
      )}
    </details>
  );
}

interface ControlsProps extends Omit<FacetBarProps, 'onNeed' | 'selection' | 'providerLabel'> {
  readonly facets: Facets;
  readonly providerLabel: string;
}

function Controls({ scope, facets, providerNames, providerLabel, ...listeners }: ControlsProps) {
  const names = useMemo(() => providerNames(), [providerNames]);
  const chosen = scope.provider;
  const providers = useMemo(
    () =>
      [...names].flatMap(([key, name]): readonly Option[] => {
        const rates = facets.provider.get(key) ?? 0;
        return rates > 0 || key === chosen ? [[key, name, rates]] : [];
      }),
    [names, facets, chosen],
  );
  const modifiers = [
    ...new Set([...facets.modifier.keys(), ...(scope.modifier ? [scope.modifier] : [])]),
  ].sort();
  return (
    <>
      <div className={styles['controls']}>
        <Facet
          label="Plan line"
          value={scope.line}
          options={planLines.map((line) => [line, lineText[line], facets.line.get(line) ?? 0])}
          {...scopeChoice(
            (line) => ({ ...scope, line: planLines.find((each) => each === line) ?? scope.line }),
            listeners,
          )}
        />
        <Facet
          label="Kind of provider"
          value={scope.providerType ?? ''}
          any="Any"
          options={providerTypes.map((type) => [
            type,
            typeNames[type],
            facets['provider-type'].get(type) ?? 0,
          ])}
          {...scopeChoice(
            (type) => ({ ...scope, providerType: providerTypes.find((each) => each === type) ?? null }),
            listeners,
          )}
        />
        <Facet
          label={providerLabel}
          value={scope.provider ?? ''}
          any="Any"
          options={providers}
          unknown={scope.provider !== null && !names.has(scope.provider) ? scope.provider : undefined}
          // Of thousands nobody can tell which one it will be.
          {...scopeChoice((provider) => ({ ...scope, provider: provider === '' ? null : provider }), {
            onScope: listeners.onScope,
          })}
        />
        <Facet
          label="Methodology"
          value={scope.methodology ?? ''}
          any="Any"
          options={methodologyGroups.map((group) => [
            group,
            capital(methodologyText[group]),
            facets.methodology.get(group) ?? 0,
          ])}
          {...scopeChoice(
            (group) => ({ ...scope, methodology: methodologyGroups.find((each) => each === group) ?? null }),
            listeners,
          )}
        />
        <Facet
          label="Modifier"
          value={scope.modifier ?? ''}
          any="Any"
          options={modifiers.map((modifier) => [
            modifier,
            modifier === 'none' ? 'None' : modifier,
            facets.modifier.get(modifier) ?? 0,
          ])}
          {...scopeChoice(
            (modifier) => ({ ...scope, modifier: modifier === '' ? null : modifier }),
            listeners,
          )}
        />
        <label className={styles['choice']}>
          <span>Flagged votes</span>
          <select
            value={scope.outliers}
            {...scopeChoice((value) => ({ ...scope, outliers: value === 'out' ? 'out' : 'in' }), listeners)}
          >
            <option value="in">Counted</option>
            <option value="out">Left out</option>
          </select>
        </label>
        <label className={styles['choice']}>
          <span>Percentiles</span>
          <select
            value={scope.definition}
            {...scopeChoice(
              (value) => ({
                ...scope,
                definition: quantileDefinitions.find((each) => each === value) ?? scope.definition,
              }),
              listeners,
            )}
          >
            {quantileDefinitions.map((definition) => (
              <option key={definition} value={definition}>
                {definitionNames[definition]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className={styles['note']}>
        Numbers count rates. Cash prices are not payer rates; they stand under hospital charges.
      </p>
    </>
  );
}

type Option = readonly [value: string, name: string, rates: number];

interface FacetProps extends SelectListeners {
  readonly label: string;
  readonly value: string;
  /** The choice that filters nothing; none when one must be chosen. */
  readonly any?: string;
  readonly options: readonly Option[];
  /** A chosen value this release does not know, from a link. */
  readonly unknown?: string | undefined;
}

function Facet({ label, value, any, options, unknown, ...listeners }: FacetProps) {
  const id = useId();
  // Thousands where providers are chosen from: those that stay the same are not looked at again.
  const known = useMemo(
    () =>
      options.map(([option, name, rates]) => (
        <option key={option} value={option} disabled={rates === 0 && option !== value}>
          {name} ({countOf(rates, 'rate')})
        </option>
      )),
    [options, value],
  );
  return (
    <div className={styles['choice']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} {...listeners}>
        {any === undefined ? null : <option value="">{any}</option>}
        {unknown === undefined ? null : <option value={unknown}>{unknown}: not in this release</option>}
        {known}
      </select>
    </div>
  );
}

/** Whether any filter of this bar is away from its default. */
function isRefined(scope: Scope): boolean {
  return (
    scope.line !== 'Commercial' ||
    scope.providerType !== null ||
    scope.provider !== null ||
    scope.methodology !== null ||
    scope.modifier !== null ||
    scope.outliers !== 'in' ||
    scope.definition !== 'type7'
  );
}
