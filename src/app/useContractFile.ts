import { useMemo, useSyncExternalStore } from 'react';
import { columnMemoryText, parseColumnMemory, withColumns, withoutColumns } from '../data/columnMemory.ts';
import { type ColumnChoice, sameHeadings } from '../data/ownRatesColumns.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import type { ContractFile, FileRole } from '../pages/contractFile.ts';
import type { KeptFile, OwnFiles } from './keptFile.ts';
import { ownFileStore } from './ownFileStore.ts';
import { useStored, writeStored } from './stored.ts';
import { useKeptFile } from './useKeptFile.ts';

/** One for the tab: what was opened survives a look at other pages. */
export const ownFile = ownFileStore(() => import('../data/importClient.ts'));

/** The user's file with all that can be done with it. */
export function useContractFile(codes: readonly BillingCode[], aliases: readonly PayerAlias[]): ContractFile {
  const { state, files, rates, volumes, question } = useSyncExternalStore(ownFile.subscribe, ownFile.state);
  const { kept, fault, keep, remove } = useKeptFile();
  const stored = useStored('columns');
  const remembered = useMemo(() => parseColumnMemory(stored), [stored]);
  const reading = useMemo(() => {
    const gone = codes.filter(({ status }) => status === 'deleted');
    return { deleted: new Map(gone.map(({ code, replacedBy }) => [code, replacedBy])), aliases, remembered };
  }, [codes, aliases, remembered]);

  function remember(of: FileRole, headings: readonly string[], choice: ColumnChoice | null): void {
    const next = choice
      ? withColumns(remembered, { headings, fields: choice.fields, lines: choice.lines })
      : withoutColumns(remembered, headings);
    writeStored('columns', columnMemoryText(next));
    const source = (of === 'contract' ? rates : volumes?.read)?.table?.source;
    if (!choice && source === 'remembered') {
      void ownFile.choose(of, undefined, { ...reading, remembered: next });
    }
  }

  return {
    state,
    rates,
    volumes,
    question: question?.name ?? '',
    chosen: { contract: files?.chosen, volumes: files?.volumes?.chosen },
    kept: kept && {
      name: kept.file.name,
      volumes: kept.volumes?.file.name ?? '',
      on: kept.on,
      isOpen: isSame(files, kept),
    },
    keptFault: fault,
    isRemembered: (headings) => remembered.some((entry) => sameHeadings(entry.headings, headings)),
    onFile: (file) => void ownFile.offer(file, reading),
    onAnswer: (as) => void ownFile.answer(as, reading),
    onCancel: ownFile.cancel,
    onClear: ownFile.clear,
    onColumns: (of, choice) => void ownFile.choose(of, choice, reading),
    onRemember: remember,
    onRemoveVolumes: ownFile.removeVolumes,
    onKeep: () => {
      if (files) void keep(files);
    },
    onOpenKept: () => {
      if (kept)
        void ownFile.openAll({ file: kept.file, chosen: kept.chosen, volumes: kept.volumes }, reading);
    },
    onDeleteKept: () => void remove(),
  };
}

function isSame(open: OwnFiles | null, kept: KeptFile): boolean {
  return (
    open?.file === kept.file &&
    open.chosen === kept.chosen &&
    open.volumes?.file === kept.volumes?.file &&
    open.volumes?.chosen === kept.volumes?.chosen
  );
}
