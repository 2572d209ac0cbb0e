import type { StartImport } from '../data/importClient.ts';
import type { OwnRates, OwnReading } from '../data/ownRates.ts';
import type { ColumnChoice } from '../data/ownRatesColumns.ts';
import type { OwnVolumes } from '../data/ownVolumes.ts';
import { defaultScope, type Scope } from '../domain/scope.ts';
import { joinVolumes } from '../domain/volumeJoin.ts';
import type { FileRole, JoinedVolumes } from '../pages/contractFile.ts';
import type { OwnView } from '../pages/OwnPage.tsx';
import type { ImportState } from '../ui/ImportPanel.tsx';
import { heldState } from './heldState.ts';
import type { ChosenFile, OwnFiles } from './keptFile.ts';
import { LatestReading } from './latestReading.ts';

export interface OwnFileState {
  readonly state: ImportState;
  /** The files behind what is shown, with the columns asked for; null while nothing is open. */
  readonly files: OwnFiles | null;
  /** As read, with the volumes of the second file where there is one. */
  readonly rates: OwnRates | null;
  readonly volumes: JoinedVolumes | null;
  /** A second file, until the user says what it is. */
  readonly question: File | null;
  readonly view: OwnView;
}

/** What is open, and what it is held against. */
export type OpenFile = Pick<OwnFileState, 'rates' | 'view'>;

export interface Readers {
  readonly startImport: StartImport<OwnRates>;
  readonly startVolumes: StartImport<OwnVolumes>;
}

interface OwnFileStore {
  readonly state: () => OwnFileState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells one follower of every change, for as long as the tab lives: a reading may end on another page. */
  readonly follow: (told: (state: OwnFileState) => void) => void;
  /** A file that was picked or dropped. While a contract is open it may be that contract's volumes: the user is asked. */
  readonly offer: (file: File, reading: OwnReading) => Promise<void>;
  /** What the offered file is; null = nothing is done with it. */
  readonly answer: (as: FileRole | null, reading: OwnReading) => Promise<void>;
  /** Opens files with columns that are known, such as those kept in the browser. */
  readonly openAll: (files: OwnFiles, reading: OwnReading) => Promise<void>;
  /** Reads the contract's file, or that of its volumes, again by other columns; undefined = by its headings. */
  readonly choose: (of: FileRole, chosen: ColumnChoice | undefined, reading: OwnReading) => Promise<void>;
  readonly removeVolumes: () => void;
  readonly setView: (view: OwnView) => void;
  readonly cancel: () => void;
  /** Forgets the files and all that came of them. */
  readonly clear: () => void;
}

/**
 * The user's file, from the moment it is picked, and the file of its volumes. In memory: gone with the tab. A failed or
 * cancelled file leaves what was open as it was.
 *
 * @param readers fetched when the first file is picked.
 */
export function ownFileStore(readers: () => Promise<Readers>): OwnFileStore {
  const held = heldState<OwnFileState>(nothingOpen());
  const { change } = held;
  /** The contract as its own file states it, and the files it was read from. */
  let base: OwnRates | null = null;
  let open: OwnFiles | null = null;
  const readings = new LatestReading(readers, (message) =>
    change({ files: open, state: { kind: 'failed', message, isOpen: base !== null } }),
  );

  function settled(): ImportState {
    return base ? { kind: 'done', name: base.fileName, count: 1, isContract: true } : { kind: 'idle' };
  }

  /** Reads what is new of `files` and what is to be read `again`, and shows it; the rest is taken as it was read. */
  async function read(files: OwnFiles, reading: OwnReading, again: FileRole | 'all' | null): Promise<void> {
    const turn = readings.next();
    change({ question: null, files, state: readingState(files.file, 0) });
    const start = <Read>(by: StartImport<Read>, { file, chosen }: ChosenFile) =>
      by(file, { ...reading, chosen }, (fraction) => {
        if (readings.isLatest(turn)) change({ state: readingState(file, fraction) });
      });
    const rates =
      base && again !== 'contract' && again !== 'all' && sameFile(open, files)
        ? base
        : await readings.run(turn, ({ startImport }) => start(startImport, files));
    if (!rates) return;
    const { volumes: second } = files;
    const known = held.state().volumes?.read;
    const volumes =
      second &&
      (known && again !== 'volumes' && again !== 'all' && sameFile(open?.volumes, second)
        ? known
        : await readings.run(turn, ({ startVolumes }) => start(startVolumes, second)));
    if (volumes === undefined) return;
    base = rates;
    open = files;
    const view =
      again === 'all' ? firstView(rates) : { ...firstView(rates), ...keptView(held.state().view, rates) };
    change({ ...joined(rates, volumes), view, state: settled() });
  }

  return {
    state: held.state,
    subscribe: held.subscribe,
    follow: held.follow,

    async offer(file, reading) {
      if (base?.contract) change({ question: file });
      else await read({ file, chosen: undefined, volumes: null }, reading, 'all');
    },

    async answer(as, reading) {
      const { question: file } = held.state();
      change({ question: null });
      if (!file || as === null) return;
      if (as === 'contract') await read({ file, chosen: undefined, volumes: null }, reading, 'all');
      else if (open) await read({ ...open, volumes: { file, chosen: undefined } }, reading, null);
    },

    async openAll(files, reading) {
      await read(files, reading, 'all');
    },

    async choose(of, chosen, reading) {
      if (!open) return;
      if (of === 'contract') await read({ ...open, chosen }, reading, of);
      else if (open.volumes) await read({ ...open, volumes: { ...open.volumes, chosen } }, reading, of);
    },

    removeVolumes() {
      if (!open || !base) return;
      // What is being read now was asked for with these volumes.
      readings.next();
      open = { ...open, volumes: null };
      change({ files: open, ...joined(base, null), state: settled() });
    },

    setView: (view) => change({ view }),

    cancel() {
      readings.next();
      change({ files: open, state: settled() });
    },

    clear() {
      readings.next();
      base = null;
      open = null;
      change(nothingOpen());
    },
  };
}

function nothingOpen(): OwnFileState {
  return {
    state: { kind: 'idle' },
    files: null,
    rates: null,
    volumes: null,
    question: null,
    view: firstView(null),
  };
}

function readingState({ name }: File, fraction: number): ImportState {
  return { kind: 'reading', name, fraction, progress: null };
}

/** Rates with a second file's volumes. */
function joined(rates: OwnRates, read: OwnVolumes | null): Pick<OwnFileState, 'rates' | 'volumes'> {
  if (!read) return { rates, volumes: null };
  const { contract } = rates;
  if (!contract || read.lines.length === 0) return { rates, volumes: { read, join: null } };
  const join = joinVolumes(contract.lines, read.lines);
  // The volumes of the rates' own file no longer count; the second file's are reconciled beside it.
  const totals = contract.totals.filter(({ column }) => column !== 'units');
  return {
    rates: { ...rates, contract: { ...contract, lines: join.lines, totals } },
    volumes: { read, join },
  };
}

function sameFile(one: ChosenFile | null | undefined, other: ChosenFile | null): boolean {
  return one?.file === other?.file && one?.chosen === other?.chosen;
}

/** What was looked at stays where the file still has it. */
function keptView(view: OwnView, rates: OwnRates): Partial<OwnView> {
  const { desk, code } = view;
  return {
    ...(desk ? { desk } : {}),
    ...(code !== null && rates.tables.has(code) ? { code } : {}),
  };
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
