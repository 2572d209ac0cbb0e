import type { Format, FormatStart } from './formatReader.ts';
import { gpciFormat } from './gpciFormat.ts';
import { hptCsvFreeFormat } from './hptCsvFreeFormat.ts';
import { hptCsvTallFormat } from './hptCsvTallFormat.ts';
import { hptCsvWideFormat } from './hptCsvWideFormat.ts';
import { hptJsonFormat } from './hptJsonFormat.ts';
import { loccoFormat } from './loccoFormat.ts';
import { pfPaymentFormat } from './pfPaymentFormat.ts';
import { pprrvuFormat } from './pprrvuFormat.ts';
import { ticFormats } from './tic/ticFormats.ts';

/** Every published form we read, the surest sign first. */
export const formats: readonly Format[] = [
  hptJsonFormat,
  hptCsvTallFormat,
  hptCsvWideFormat,
  pprrvuFormat,
  gpciFormat,
  loccoFormat,
  pfPaymentFormat,
  ...ticFormats,
  hptCsvFreeFormat,
];

/** The form a file has by what it holds; undefined for a table of the user's own, and for what is no table at all. */
export function formatOf(start: FormatStart): Format | undefined {
  return formats.find((format) => format.isIn(start));
}
