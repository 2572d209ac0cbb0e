import type { Provider } from '../../domain/rateTable.ts';
import { ownRatesBuffers } from '../ownRatesFile.ts';
import type { IntakeProgress } from './intakeReport.ts';
import { type IntakeInput, type IntakeReading, type ReadIntake, readIntake } from './readIntake.ts';

/** So many objects are copied to the page within a few milliseconds. */
const providersAtOnce = 2_000;

/** What was read as the page takes it: columns to be handed over without a copy, providers ahead of them in small lots. */
export async function handedOver(
  files: readonly IntakeInput[],
  reading: IntakeReading,
  onProgress: (progress: IntakeProgress) => void,
  onProviders: (providers: readonly Provider[]) => unknown,
): Promise<{ readonly read: ReadIntake; readonly buffers: ArrayBuffer[] }> {
  const read = await readIntake(files, reading, onProgress);
  const [first] = read.tables.values();
  const providers = first?.providers ?? [];
  for (let at = 0; at < providers.length; at += providersAtOnce)
    await onProviders(providers.slice(at, at + providersAtOnce));
  const tables = new Map(
    [...read.tables].map(([code, table]) => [code, { ...table, providers: [] }] as const),
  );
  const { starts, numbers } = read.npis;
  const buffers = [...ownRatesBuffers({ tables }), starts.buffer, numbers.buffer] as ArrayBuffer[];
  return { read: { ...read, tables }, buffers };
}
