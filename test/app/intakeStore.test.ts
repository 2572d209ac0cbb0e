import { expect, test } from 'vitest';
import { type IntakeContext, type IntakeReaders, intakeStore } from '../../src/app/intakeStore.ts';
import type { RunningImport } from '../../src/data/importClient.ts';
import type { PickedFile } from '../../src/data/intake/pickedFile.ts';
import type { ListedProvider } from '../../src/domain/placedProviders.ts';
import { held } from '../support/held.ts';

const context: IntakeContext = { deleted: new Map(), aliases: [], catalogue: [], rememberedCharges: [] };
const picked = (name: string): readonly PickedFile[] => [{ file: new File(['x'], name), path: name }];

function ended<Read>(result: Promise<Read>): RunningImport<Read> {
  return { result, cancel: () => undefined };
}

test('a state chosen while a list of providers is read stays chosen', async () => {
  const list = held<ReadonlyMap<number, ListedProvider>>();
  const opened: Awaited<ReturnType<IntakeReaders['startIntake']>['result']> = {
    tables: new Map(),
    npis: { numbers: new Float64Array(), starts: new Uint32Array(1) },
    publishers: [],
    listed: new Map(),
    cmsLines: [],
    report: { files: [], census: { codes: [] }, bytes: 0, seconds: 0 } as never,
  };
  const store = intakeStore(async () => ({
    startSorting: ([first]) => ended(Promise.resolve([first?.path === 'list.csv' ? 'providers' : 'intake'])),
    startIntake: () => ended(Promise.resolve(opened)),
    startProviderList: () => ended(list.promise),
  }));
  await store.offer(picked('payer.json'), context);
  const reading = store.offer(picked('list.csv'), context);
  await new Promise((resolve) => setTimeout(resolve));
  store.place('TX');
  list.resolve(new Map());
  await reading;
  expect(store.state().open?.place).toBe('TX');
  expect(store.state().open?.files.map(({ path }) => path)).toEqual(['payer.json', 'list.csv']);
});
