import type { FileCharges, RememberedCharges } from '../data/chargeChoice.ts';
import type { startIntake, startProviderList, startSorting } from '../data/importClient.ts';
import type { IntakeProgress, IntakeReport } from '../data/intake/intakeReport.ts';
import type { PickedFile } from '../data/intake/pickedFile.ts';
import type { OwnReading } from '../data/ownRates.ts';
import type { PlaceCode } from '../domain/place.ts';
import { type ListedProvider, placedProviders, withProviders } from '../domain/placedProviders.ts';
import { defaultScope, type Scope } from '../domain/scope.ts';
import type { OwnView } from '../pages/OwnPage.tsx';
import type { OpenIntake } from '../pages/openIntake.ts';
import { countOf } from '../text/numbers.ts';
import type { ImportState } from '../ui/ImportPanel.tsx';
import { heldState } from './heldState.ts';
import { LatestReading } from './latestReading.ts';

export interface IntakeState {
  readonly state: ImportState;
  /** What was read; null while nothing is open. */
  readonly open: OpenIntake | null;
  /** Files chosen while others are open, until the user says what is to be done with them. */
  readonly question: readonly PickedFile[] | null;
  readonly view: OwnView;
  /** Whether the pages of single codes show these rates rather than those of a contract. */
  readonly isShown: boolean;
}

export interface IntakeReaders {
  readonly startSorting: typeof startSorting;
  readonly startIntake: typeof startIntake;
  readonly startProviderList: typeof startProviderList;
}

/** What files are read with. */
export interface IntakeContext extends OwnReading {
  /** The release's codes. */
  readonly catalogue: readonly string[];
  /** Columns of hospitals' own tables, as they were set before for files with the same headings. */
  readonly rememberedCharges: readonly RememberedCharges[];
}

interface IntakeStore {
  readonly state: () => IntakeState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells one follower of every change, for as long as the tab lives. */
  readonly follow: (told: (state: IntakeState) => void) => void;
  /**
   * Files that were chosen or dropped.
   *
   * @returns a file that is a table of the user's own and came alone: it is for whoever reads contracts.
   */
  readonly offer: (files: readonly PickedFile[], reading: IntakeContext) => Promise<File | null>;
  readonly answer: (as: 'add' | 'replace' | null, reading: IntakeContext) => Promise<void>;
  /** Reads what is open again, with codes besides those of the release; null = with all it has. */
  readonly readCodes: (codes: readonly string[] | null, reading: IntakeContext) => Promise<void>;
  /** Reads what is open again, a file of it by other columns; undefined = by its headings or what is remembered. */
  readonly chooseCharges: (
    file: string,
    choice: RememberedCharges | undefined,
    reading: IntakeContext,
  ) => Promise<void>;
  /** Reads a table that came alone as a hospital's, to set its columns. */
  readonly openCharges: (file: File, reading: IntakeContext) => Promise<void>;
  /** The state of providers that no file places; '' = none. */
  readonly place: (place: PlaceCode | '') => void;
  readonly setView: (view: OwnView) => void;
  readonly show: (isShown: boolean) => void;
  readonly cancel: () => void;
  readonly clear: () => void;
}

/**
 * Published files of the user's, from the moment they are chosen. In memory: gone with the tab. Failed or cancelled
 * readings leave what was open as it was.
 *
 * @param readers fetched when the first file is chosen.
 */
export function intakeStore(readers: () => Promise<IntakeReaders>): IntakeStore {
  const held = heldState<IntakeState>(nothingOpen());
  const { change } = held;
  const fail = (message: string) =>
    change({ state: { kind: 'failed', message, isOpen: held.state().open !== null } });
  const readings = new LatestReading(readers, fail);

  function settled(): ImportState {
    const { open } = held.state();
    return open ? doneState(open) : { kind: 'idle' };
  }

  /** Ends what is being read, because these files are read now. @returns the turn of their reading. */
  function begin(files: readonly PickedFile[]): number {
    const turn = readings.next();
    change({ question: null, state: { kind: 'reading', name: nameOf(files), fraction: 0, progress: null } });
    return turn;
  }

  async function read(
    files: readonly PickedFile[],
    codes: readonly string[] | null,
    { rememberedCharges, ...reading }: IntakeContext,
    chosen: readonly FileCharges[] = held.state().open?.chosen ?? [],
  ): Promise<void> {
    const turn = begin(files);
    const wanted = codes && [...reading.catalogue, ...codes];
    const charges = { chosen, remembered: rememberedCharges };
    const opened = await readings.run(turn, (loaded) =>
      loaded.startIntake(files, { ...reading, wanted, charges }, (progress) => {
        if (readings.isLatest(turn)) change({ state: readingState(files, progress) });
      }),
    );
    if (!opened) return;
    const refusal = refusalOf(opened.report);
    if (refusal !== undefined) {
      fail(refusal);
      return;
    }
    const { tables, listed } = opened;
    const before = held.state();
    const place = before.open?.place ?? '';
    const open = openIntake(files, codes, { ...opened, read: tables, chosen }, listed, place);
    change({ open, state: doneState(open), view: firstView(tables.keys(), before.view), isShown: true });
  }

  /** Looks providers of what is open up in lists of them. */
  async function addProviders(
    turn: number,
    files: readonly PickedFile[],
    npis: OpenIntake['npis'],
  ): Promise<void> {
    const listed = await readings.run(turn, (loaded) => loaded.startProviderList(files, npis.numbers));
    // As it is now: a place may have been chosen meanwhile.
    const { open } = held.state();
    if (!listed || !open) return;
    const all = new Map([...open.listed, ...listed]);
    const next = openIntake([...open.files, ...files], open.codes, open, all, open.place);
    change({ open: next, state: doneState(next) });
  }

  return {
    state: held.state,
    subscribe: held.subscribe,
    follow: held.follow,

    async offer(files, reading) {
      const turn = begin(files);
      const kinds = await readings.run(turn, (loaded) => loaded.startSorting(files));
      if (!kinds) return null;
      const [first] = files;
      if (first && files.length === 1 && kinds[0] === 'own') {
        change({ state: settled() });
        return first.file;
      }
      const { open } = held.state();
      if (!open) await read(files, [], reading);
      else if (kinds.some((kind) => kind !== 'providers'))
        change({ question: files, state: doneState(open) });
      else await addProviders(turn, files, open.npis);
      return null;
    },

    async answer(as, reading) {
      const { question, open } = held.state();
      change({ question: null });
      if (!question || as === null) return;
      await read(
        as === 'add' && open ? [...open.files, ...question] : question,
        open ? open.codes : [],
        reading,
      );
    },

    async readCodes(codes, reading) {
      const { open } = held.state();
      if (open) await read(open.files, codes, reading);
    },

    async chooseCharges(file, choice, reading) {
      const { open } = held.state();
      if (!open) return;
      const others = open.chosen.filter((entry) => entry.file !== file);
      await read(open.files, open.codes, reading, choice ? [...others, { file, ...choice }] : others);
    },

    async openCharges(file, reading) {
      const { open } = held.state();
      await read([...(open?.files ?? []), { file, path: file.name }], open?.codes ?? [], reading);
    },

    place(place) {
      const { open } = held.state();
      if (open) change({ open: openIntake(open.files, open.codes, open, open.listed, place) });
    },

    setView: (view) => change({ view }),

    show: (isShown) => change({ isShown }),

    cancel() {
      readings.next();
      change({ state: settled() });
    },

    clear() {
      readings.next();
      change(nothingOpen());
    },
  };
}

/** What was read, with the providers as far as they are known. */
function openIntake(
  files: readonly PickedFile[],
  codes: readonly string[] | null,
  { read, ...found }: Pick<OpenIntake, 'read' | 'npis' | 'publishers' | 'report' | 'cmsLines' | 'chosen'>,
  listed: ReadonlyMap<number, ListedProvider>,
  place: PlaceCode | '',
): OpenIntake {
  const [first] = read.values();
  const { providers, ...placed } = placedProviders(first?.providers ?? [], found.npis, listed, place);
  const tables = listed.size === 0 && place === '' ? read : withProviders(read, providers);
  return {
    files,
    name: nameOf(files),
    codes,
    read,
    tables,
    listed,
    place,
    placed,
    npis: found.npis,
    publishers: found.publishers,
    report: found.report,
    cmsLines: found.cmsLines,
    chosen: found.chosen,
  };
}

/** What files are called together: the first one's name, and how many more there are. */
function nameOf(files: readonly PickedFile[]): string {
  const [first] = files;
  const more = files.length - 1;
  return more > 0 ? `${first?.path} and ${countOf(more, 'more file')}` : (first?.path ?? '');
}

function readingState(files: readonly PickedFile[], progress: IntakeProgress): ImportState {
  const fraction = progress.bytes > 0 ? progress.done / progress.bytes : 0;
  return { kind: 'reading', name: nameOf(files), fraction, progress };
}

/** Why nothing is shown of a single file; undefined where something was read, or its columns can be set by hand. */
function refusalOf({ files }: IntakeReport): string | undefined {
  const [first, ...others] = files;
  if (!first || others.length > 0 || first.refusal === '' || first.charges) return undefined;
  return `${first.file}: ${first.refusal}`;
}

function doneState({ name, files }: OpenIntake): ImportState {
  return { kind: 'done', name, count: files.length, isContract: false };
}

function nothingOpen(): IntakeState {
  return { state: { kind: 'idle' }, open: null, question: null, view: firstView([], null), isShown: true };
}

/** Every site, because a file may be of any; what was looked at before stays, where it is still there. */
function firstView(codes: Iterable<string>, before: OwnView | null): OwnView {
  const standard: Scope = { ...defaultScope, site: 'all' };
  const held = [...codes];
  const code = before?.code && held.includes(before.code) ? before.code : (held[0] ?? null);
  return { code, place: null, scope: standard, standard, medicareYear: null, sort: null, open: null };
}
