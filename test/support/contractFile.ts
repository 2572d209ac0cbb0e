import type { ContractFile } from '../../src/pages/contractFile.ts';

function nothing(): void {}

/** A view without a file and with nothing behind its controls, but what a test puts there. */
export function contractFile(spec: Partial<ContractFile>): ContractFile {
  return {
    state: spec.rates
      ? { kind: 'done', name: spec.rates.fileName, count: 1, isContract: true }
      : { kind: 'idle' },
    rates: null,
    volumes: null,
    question: null,
    intake: null,
    chosen: { contract: undefined, volumes: undefined },
    kept: null,
    keptFault: '',
    isRemembered: () => false,
    charges: { isRemembered: () => false, onColumns: nothing, onRemember: nothing, onOpen: null },
    onFiles: nothing,
    onPlace: nothing,
    onCodes: nothing,
    onAnswer: nothing,
    onCancel: nothing,
    onClear: nothing,
    onColumns: nothing,
    onRemember: nothing,
    onRemoveVolumes: nothing,
    onKeep: nothing,
    onOpenKept: nothing,
    onDeleteKept: nothing,
    ...spec,
  };
}
