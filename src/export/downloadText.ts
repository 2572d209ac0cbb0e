import { saveBlob } from './saveBlob.ts';

/** Hands a CSV to the reader. */
export function downloadText(name: string, text: string): void {
  saveBlob(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}
