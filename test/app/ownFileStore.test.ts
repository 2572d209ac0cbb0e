import { describe, expect, test } from 'vitest';
import { ownFileStore, type Readers } from '../../src/app/ownFileStore.ts';
import { csvTable } from '../../src/data/csvTable.ts';
import { type RunningImport } from '../../src/data/importClient.ts';
import { readOwnTable } from '../../src/data/ownRates.ts';
import { readVolumes } from '../../src/data/ownVolumes.ts';
import { shippedAliases } from '../support/releaseData.ts';

const reading = { deleted: new Map<string, readonly string[]>(), aliases: shippedAliases() };
const contract = new File(
  ['code,payer,rate,volume\n97110,Aetna PPO,30.00,300\n97110,Cigna,25.00,100\n97112,Cigna,35.00,50\n'],
  'contract.csv',
);
const volumes = new File(
  ['code,payer,units\n97110,Aetna,120\n97110,Quillfern,7\n97112,,40\n97140,,9\n,,5\n'],
  'volumes.csv',
);

/** Readers that read at once, and count what they read. */
function store() {
  const read: string[] = [];
  function start<Read>(name: string, make: () => Promise<Read>): RunningImport<Read> {
    read.push(name);
    let cancel = () => {};
    const cancelled = new Promise<never>((_, reject) => {
      cancel = () => reject(new Error('cancelled'));
    });
    return { result: Promise.race([make(), cancelled]), cancel };
  }
  const readers: Readers = {
    startImport: (file, given) =>
      start(file.name, async () => {
        if (file.name === 'broken.csv') throw new Error('broken.csv could not be read.');
        return readOwnTable(csvTable(await file.text(), file.name), file.name, given);
      }),
    startVolumes: (file, given) =>
      start(`volumes ${file.name}`, async () =>
        readVolumes(csvTable(await file.text(), file.name), file.name, given),
      ),
  };
  return { own: ownFileStore(async () => readers), read };
}

const unitsOf = (own: ReturnType<typeof store>['own']) =>
  own.state().rates?.contract?.lines.map(({ units }) => units);

describe('the user’s file', () => {
  test('is read and shown; a second file is asked about, and can give volumes', async () => {
    const { own, read } = store();
    await own.offer(contract, reading);
    expect(own.state().state).toMatchObject({ kind: 'done', name: 'contract.csv' });
    expect(unitsOf(own)).toEqual([300, 100, 50]);

    await own.offer(volumes, reading);
    expect(own.state().question).toBe(volumes);
    expect(unitsOf(own)).toEqual([300, 100, 50]);
    await own.answer('volumes', reading);
    // Aetna reads as the payer of "Aetna PPO"; 97112 has one rate; nobody is Quillfern; 97140 is not agreed.
    expect(unitsOf(own)).toEqual([120, null, 40]);
    const { volumes: joined, question } = own.state();
    expect(question).toBeNull();
    expect(joined?.read.units).toEqual({ inFile: 181, leftOut: 5, otherYears: 0 });
    expect([joined?.join?.matched, joined?.join?.unmatched.map(({ why }) => why)]).toEqual([
      160,
      ['payer', 'code'],
    ]);
    expect(own.state().rates?.contract?.totals).toEqual([]);
    // The contract was not read again.
    expect(read).toEqual(['contract.csv', 'volumes volumes.csv']);

    own.removeVolumes();
    expect(unitsOf(own)).toEqual([300, 100, 50]);
    expect(own.state().files?.volumes).toBeNull();
  });

  test('volumes removed while another contract is read: what is shown keeps its own file', async () => {
    const { own } = store();
    await own.offer(contract, reading);
    await own.offer(volumes, reading);
    await own.answer('volumes', reading);
    await own.offer(new File(['code,payer,rate\n97110,Cigna,99.00\n'], 'other.csv'), reading);
    const other = own.answer('contract', reading);
    own.removeVolumes();
    own.cancel();
    await other;
    expect([own.state().rates?.fileName, own.state().files?.file.name]).toEqual([
      'contract.csv',
      'contract.csv',
    ]);
    expect(own.state().state).toMatchObject({ kind: 'done', name: 'contract.csv' });
    expect(unitsOf(own)).toEqual([300, 100, 50]);
  });

  test('volumes removed while the contract is read again do not come back', async () => {
    const { own } = store();
    await own.offer(contract, reading);
    await own.offer(volumes, reading);
    await own.answer('volumes', reading);
    const again = own.choose('contract', undefined, reading);
    own.removeVolumes();
    await again;
    expect(own.state().volumes).toBeNull();
    expect(unitsOf(own)).toEqual([300, 100, 50]);
  });

  test('a second file can take the contract’s place, or be left alone', async () => {
    const { own } = store();
    await own.offer(contract, reading);
    const other = new File(['code,payer,rate\n97110,Cigna,26.00\n'], 'other.csv');
    await own.offer(other, reading);
    await own.answer(null, reading);
    expect(own.state().rates?.fileName).toBe('contract.csv');
    await own.offer(other, reading);
    await own.answer('contract', reading);
    expect(own.state().rates?.fileName).toBe('other.csv');
  });

  test('columns named by hand read the same file again; what was looked at stays', async () => {
    const { own, read } = store();
    const odd = new File(['Svc,Who,Pays\n97110,Aetna,30.00\n97112,Aetna,35.00\n'], 'odd.csv');
    await own.offer(odd, reading);
    expect(own.state().rates?.table?.missing).toEqual(['code', 'payer', 'rate']);
    const chosen = { fields: { code: 'Svc', payer: 'Who', rate: 'Pays' }, lines: 'rates' } as const;
    await own.choose('contract', chosen, reading);
    expect(own.state().rates?.rowsRead).toBe(2);
    own.setView({ ...own.state().view, code: '97112' });
    await own.choose('contract', { ...chosen, fields: { ...chosen.fields } }, reading);
    expect(own.state().view.code).toBe('97112');
    await own.choose('contract', undefined, reading);
    expect(own.state().rates?.rowsRead).toBe(0);
    expect(read).toEqual(['odd.csv', 'odd.csv', 'odd.csv', 'odd.csv']);
  });

  test('a file that fails, or is cancelled, leaves what was open', async () => {
    const { own } = store();
    await own.offer(contract, reading);
    await own.offer(new File([''], 'broken.csv'), reading);
    await own.answer('contract', reading);
    expect(own.state().state).toEqual({
      kind: 'failed',
      message: 'broken.csv could not be read.',
      isOpen: true,
    });
    expect(own.state().rates?.fileName).toBe('contract.csv');
    expect(own.state().files?.file).toBe(contract);

    await own.offer(volumes, reading);
    const answering = own.answer('volumes', reading);
    own.cancel();
    await answering;
    expect(own.state().state).toMatchObject({ kind: 'done', name: 'contract.csv' });
    expect([own.state().volumes, own.state().files?.volumes]).toEqual([null, null]);
  });

  test('files that were kept open together, with their columns; clearing forgets all', async () => {
    const { own } = store();
    const told: (string | undefined)[] = [];
    own.follow(({ rates }) => told.push(rates?.fileName));
    await own.openAll(
      { file: contract, chosen: undefined, volumes: { file: volumes, chosen: undefined } },
      reading,
    );
    expect(unitsOf(own)).toEqual([120, null, 40]);
    expect(told.at(-1)).toBe('contract.csv');
    own.clear();
    expect(own.state()).toMatchObject({ state: { kind: 'idle' }, rates: null, volumes: null, files: null });
    expect(told.at(-1)).toBeUndefined();
  });
});
