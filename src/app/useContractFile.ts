import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ChargeColumns } from '../data/chargeColumns.ts';
import {
  columnMemoryText,
  parseChargeMemory,
  parseColumnMemory,
  withColumns,
  withoutColumns,
} from '../data/columnMemory.ts';
import type { PickedFile } from '../data/intake/pickedFile.ts';
import { type ColumnChoice, sameHeadings } from '../data/ownRatesColumns.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import type { ContractFile, FileRole } from '../pages/contractFile.ts';
import { countOf } from '../text/numbers.ts';
import type { ImportQuestion, ImportState } from '../ui/ImportPanel.tsx';
import { today } from '../ui/today.ts';
import { type IntakeState, intakeStore } from './intakeStore.ts';
import type { KeptFile, OwnFiles } from './keptFile.ts';
import { ownFileStore } from './ownFileStore.ts';
import { readStored, useStored, writeStored } from './stored.ts';
import { useKeptFile } from './useKeptFile.ts';

/** One for the tab: what was opened survives a look at other pages. */
export const ownFile = ownFileStore(() => import('../data/importClient.ts'));

/** Published files of the user's, which may be open beside a contract. */
export const intake = intakeStore(() => import('../data/importClient.ts'));

/** The user's file with all that can be done with it. */
export function useContractFile(codes: readonly BillingCode[], aliases: readonly PayerAlias[]): ContractFile {
  const { state, files, rates, volumes, question } = useSyncExternalStore(ownFile.subscribe, ownFile.state);
  const published = useSyncExternalStore(intake.subscribe, intake.state);
  const { kept, fault, keep, remove } = useKeptFile();
  const stored = useStored('columns');
  const remembered = useMemo(() => parseColumnMemory(stored), [stored]);
  const storedCharges = useStored('charges');
  const rememberedCharges = useMemo(() => parseChargeMemory(storedCharges), [storedCharges]);
  const reading = useMemo(() => {
    const gone = codes.filter(({ status }) => status === 'deleted');
    return {
      deleted: new Map(gone.map(({ code, replacedBy }) => [code, replacedBy])),
      aliases,
      today: today(),
      remembered,
      rememberedCharges,
      catalogue: codes.map(({ code }) => code),
    };
  }, [codes, aliases, remembered, rememberedCharges]);

  const shown = stateOfBoth(state, published.state);
  const isReading = shown.kind === 'reading';
  useEffect(() => {
    if (!isReading) void prepare();
  }, [isReading]);

  function remember(of: FileRole, headings: readonly string[], choice: ColumnChoice | null): void {
    // As stored now: another tab may have added its own.
    const known = parseColumnMemory(readStored('columns'));
    const next = choice
      ? withColumns(known, { headings, fields: choice.fields, lines: choice.lines })
      : withoutColumns(known, headings);
    writeStored('columns', columnMemoryText(next));
    const source = (of === 'contract' ? rates : volumes?.read)?.table?.source;
    if (!choice && source === 'remembered') {
      void ownFile.choose(of, undefined, { ...reading, remembered: next });
    }
  }

  function rememberCharges(headings: readonly string[], columns: ChargeColumns | null): void {
    const known = parseChargeMemory(readStored('charges'));
    const next = columns
      ? withColumns(known, { headings, fields: columns.fields, payers: columns.payers })
      : withoutColumns(known, headings);
    writeStored('charges', columnMemoryText(next));
    const readBy = published.open?.report.files.find(
      ({ charges }) => charges?.source === 'remembered' && sameHeadings(charges.header, headings),
    );
    if (!columns && readBy)
      void intake.chooseCharges(readBy.file, undefined, { ...reading, rememberedCharges: next });
  }

  async function openCharges(file: File): Promise<void> {
    await intake.openCharges(file, reading);
    // It may be no text, and then nothing can be set: what is open stays.
    const { open } = intake.state();
    if (open?.report.files.some((each) => each.file === file.name && each.charges)) ownFile.clear();
  }

  async function offer(picked: readonly PickedFile[]): Promise<void> {
    // That a file could not be read is no news once others have come.
    if (ownFile.state().state.kind === 'failed') ownFile.cancel();
    const contract = await intake.offer(picked, reading);
    if (contract) await ownFile.offer(contract, reading);
  }

  return {
    state: shown,
    rates,
    volumes,
    intake: published.open,
    question: questionOf(question, published),
    chosen: { contract: files?.chosen, volumes: files?.volumes?.chosen },
    kept: kept && {
      name: kept.file.name,
      volumes: kept.volumes?.file.name ?? '',
      on: kept.on,
      isOpen: isSame(files, kept),
    },
    keptFault: fault,
    isRemembered: (headings) => remembered.some((entry) => sameHeadings(entry.headings, headings)),
    onFiles: (picked) => void offer(picked),
    onAnswer: (as) => {
      if (as === 'add' || as === 'replace') void intake.answer(as, reading);
      else if (published.question) void intake.answer(null, reading);
      else void ownFile.answer(as, reading);
    },
    onCancel: () => {
      if (published.state.kind === 'reading') intake.cancel();
      else ownFile.cancel();
    },
    onClear: () => {
      intake.clear();
      ownFile.clear();
    },
    onPlace: intake.place,
    onCodes: (asked) => void intake.readCodes(asked, reading),
    charges: {
      isRemembered: (headings) => rememberedCharges.some((entry) => sameHeadings(entry.headings, headings)),
      onColumns: (file, choice) => void intake.chooseCharges(file, choice, reading),
      onRemember: rememberCharges,
      onOpen: files && (() => void openCharges(files.file)),
    },
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

async function prepare(): Promise<void> {
  try {
    const { prepareImport } = await import('../data/importClient.ts');
    prepareImport();
  } catch {
    // Offline, say: told when a file is chosen, which fetches it again.
  }
}

/** What is being read comes first, then what failed; what is open is told together. */
function stateOfBoth(contract: ImportState, published: ImportState): ImportState {
  const both = [published, contract];
  const reading = both.find(({ kind }) => kind === 'reading');
  if (reading) return reading;
  const failed = both.find((state) => state.kind === 'failed');
  // The other kind of file may be open, and is to be forgotten by the same button.
  if (failed) return { ...failed, isOpen: failed.isOpen || both.some(({ kind }) => kind === 'done') };
  if (contract.kind !== 'done' || published.kind !== 'done')
    return contract.kind === 'done' ? contract : published;
  return {
    kind: 'done',
    name: `${contract.name} and ${published.name}`,
    count: published.count + 1,
    isContract: true,
  };
}

function questionOf(role: File | null, { question, open }: IntakeState): ImportQuestion | null {
  const [first] = question ?? [];
  if (first && question && open) {
    const more = question.length - 1;
    const name = more > 0 ? `${first.path} and ${countOf(more, 'more file')}` : first.path;
    return { kind: 'more', name, open: open.files.length };
  }
  return role && { kind: 'role', name: role.name };
}

function isSame(open: OwnFiles | null, kept: KeptFile): boolean {
  return (
    open?.file === kept.file &&
    open.chosen === kept.chosen &&
    open.volumes?.file === kept.volumes?.file &&
    open.volumes?.chosen === kept.volumes?.chosen
  );
}
