import type { RememberedCharges } from '../data/chargeChoice.ts';
import type { ChargeColumns } from '../data/chargeColumns.ts';
import type { PickedFile } from '../data/intake/pickedFile.ts';
import type { OwnRates } from '../data/ownRates.ts';
import type { ColumnChoice } from '../data/ownRatesColumns.ts';
import type { OwnVolumes } from '../data/ownVolumes.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { VolumeJoin } from '../domain/volumeJoin.ts';
import type { ImportAnswer, ImportQuestion, ImportState } from '../ui/ImportPanel.tsx';
import type { OpenIntake } from './openIntake.ts';

/** A file of volumes beside a contract. */
export interface JoinedVolumes {
  readonly read: OwnVolumes;
  /** null where the file could not be read as volumes. */
  readonly join: VolumeJoin | null;
}

/** What a file is for. */
export type FileRole = 'contract' | 'volumes';

/** A file the user asked the browser to keep. */
export interface KeptNote {
  readonly name: string;
  /** The file of volumes kept with it; '' for none. */
  readonly volumes: string;
  /** `2026-11-22`. */
  readonly on: string;
  /** Whether it is just what is open. */
  readonly isOpen: boolean;
}

/** The user's file as its view shows it, and what can be done with it. */
export interface ContractFile {
  readonly state: ImportState;
  readonly rates: OwnRates | null;
  readonly volumes: JoinedVolumes | null;
  /** What is asked about files chosen while others are open. */
  readonly question: ImportQuestion | null;
  /** Published files, beside the contract or without one; null where none are open. */
  readonly intake: OpenIntake | null;
  /** The columns the user asked for, for each file; undefined where its headings or the memory decide. */
  readonly chosen: Readonly<Record<FileRole, ColumnChoice | undefined>>;
  /** null where nothing is kept. */
  readonly kept: KeptNote | null;
  /** Why keeping or deleting did not work; '' otherwise. */
  readonly keptFault: string;
  readonly isRemembered: (headings: readonly string[]) => boolean;
  readonly onFiles: (files: readonly PickedFile[]) => void;
  readonly onAnswer: (as: ImportAnswer) => void;
  readonly onCancel: () => void;
  readonly onClear: () => void;
  /** undefined = by the headings again. */
  readonly onColumns: (of: FileRole, choice: ColumnChoice | undefined) => void;
  /** null = forget what was remembered; a file that was read by it is read again by its headings. */
  readonly onRemember: (of: FileRole, headings: readonly string[], choice: ColumnChoice | null) => void;
  readonly onRemoveVolumes: () => void;
  readonly onKeep: () => void;
  readonly onOpenKept: () => void;
  readonly onDeleteKept: () => void;
  /** The state of providers that no file places; '' = none. */
  readonly onPlace: (place: PlaceCode | '') => void;
  /** Reads the published files again, with codes besides those of the release; null = with all they have. */
  readonly onCodes: (codes: readonly string[] | null) => void;
  /** Columns of hospitals' own tables among the published files. */
  readonly charges: ChargeSetting;
}

/** What can be done with the columns of hospitals' own tables of charges. */
export interface ChargeSetting {
  readonly isRemembered: (headings: readonly string[]) => boolean;
  /** Reads again, a file by these columns; undefined = by its headings, or as they are remembered. */
  readonly onColumns: (file: string, choice: RememberedCharges | undefined) => void;
  /** Columns for all files with these headings; null = forget them, and read by the headings what was read by them. */
  readonly onRemember: (headings: readonly string[], columns: ChargeColumns | null) => void;
  /** Takes the table that is open as a contract for a hospital's list of charges; null where there is none. */
  readonly onOpen: (() => void) | null;
}

/** What a contract's figures are from: its file, and that of its volumes where there is one. */
export function contractName({ fileName }: OwnRates, volumes: JoinedVolumes | null): string {
  return volumes?.join ? `${fileName} with volumes of ${volumes.read.fileName}` : fileName;
}
