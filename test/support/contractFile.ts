import type { ContractFile } from '../../src/pages/contractFile.ts';

function nothing(): void {}

/** A view without a file and with nothing behind its controls, but what a test puts there. */
export function contractFile(spec: Partial<ContractFile>): ContractFile {
  return {
    state: spec.rates ? { kind: 'done', name: spec.rates.fileName } : { kind: 'idle' },
    rates: null,
    volumes: null,
    question: '',
    chosen: { contract: undefined, volumes: undefined },
    kept: null,
    keptFault: '',
    isRemembered: () => false,
    onFile: nothing,
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
