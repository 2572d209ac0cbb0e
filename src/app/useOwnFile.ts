import { useCallback, useRef, useState } from 'react';
import type { RunningImport } from '../data/importClient.ts';
import type { OwnRates } from '../data/ownRates.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import { defaultScope, type Scope } from '../domain/scope.ts';
import type { OwnView } from '../pages/OwnPage.tsx';
import type { ImportState } from '../ui/ImportPanel.tsx';

export interface OwnFile {
  readonly state: ImportState;
  readonly rates: OwnRates | null;
  readonly view: OwnView;
  readonly setView: (view: OwnView) => void;
  readonly open: (file: File, codes: readonly BillingCode[], aliases: readonly PayerAlias[]) => void;
  readonly cancel: () => void;
  readonly clear: () => void;
}

/**
 * How a file is first shown: every site, because the user knows which theirs is; one vote per rate where the file
 * names no providers, because one provider for the whole file would leave every payer with a single vote.
 */
function firstView(rates: OwnRates | null): OwnView {
  const namesProviders = rates?.columns.some(({ field }) => field === 'provider') ?? true;
  const standard: Scope = { ...defaultScope, site: 'all', basis: namesProviders ? 'providers' : 'rates' };
  return {
    code: [...(rates?.tables.keys() ?? [])][0] ?? null,
    place: null,
    scope: standard,
    standard,
    medicareYear: null,
    sort: null,
    open: null,
  };
}

/** A file of the user's, from the moment it is picked. A failed or cancelled file leaves the one before as it was. */
export function useOwnFile(): OwnFile {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const [rates, setRates] = useState<OwnRates | null>(null);
  const [view, setView] = useState<OwnView>(() => firstView(null));
  const running = useRef<RunningImport | null>(null);
  const turn = useRef(0);

  const open = useCallback((file: File, codes: readonly BillingCode[], aliases: readonly PayerAlias[]) => {
    running.current?.cancel();
    turn.current += 1;
    const mine = turn.current;
    const ifCurrent = (act: () => void) => {
      if (turn.current === mine) act();
    };
    setState({ kind: 'reading', name: file.name, fraction: 0 });
    const deleted = new Map(
      codes.filter(({ status }) => status === 'deleted').map(({ code, replacedBy }) => [code, replacedBy]),
    );
    async function read(): Promise<void> {
      const { startImport } = await import('../data/importClient.ts');
      if (turn.current !== mine) return;
      const started = startImport(file, { deleted, aliases }, (fraction) =>
        ifCurrent(() => setState({ kind: 'reading', name: file.name, fraction })),
      );
      running.current = started;
      const finished = await started.result;
      ifCurrent(() => {
        setRates(finished);
        setView(firstView(finished));
        setState({ kind: 'done', name: file.name });
      });
    }
    read().catch((error: Error) =>
      ifCurrent(() =>
        setState(
          error.name === 'ImportCancelled' ? { kind: 'idle' } : { kind: 'failed', message: error.message },
        ),
      ),
    );
  }, []);

  const cancel = useCallback(() => {
    turn.current += 1;
    running.current?.cancel();
    running.current = null;
    setState({ kind: 'idle' });
  }, []);

  const clear = useCallback(() => {
    setRates(null);
    setView(firstView(null));
    setState({ kind: 'idle' });
  }, []);

  return { state, rates, view, setView, open, cancel, clear };
}
