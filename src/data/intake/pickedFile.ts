/** A file the user chose or dropped. */
export interface PickedFile {
  readonly file: File;
  /** Its name, with the folders below the one that was dropped: `rates/97110/national.csv`. */
  readonly path: string;
}
