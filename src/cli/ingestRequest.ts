import { findPlaceCode } from '../share/addressParts.ts';
import { type IngestRequest, UsageError } from './cliRequest.ts';

type Values = Readonly<Partial<Record<string, string>>>;

const voteWords = { payees: 'payee', npis: 'npi' } as const;

/** @throws UsageError */
export function ingestRequest(values: Values, files: readonly string[]): IngestRequest {
  const { out, place, date = null, votes = 'payees', memory = '128MB' } = values;
  if (files.length === 0) throw wrong('Say which files to read; - reads from a pipe.');
  if (out === undefined) throw wrong('Say where the release goes, with --out DIR.');
  if (files.filter((file) => file === '-').length > 1) throw wrong('There is one pipe to read from.');
  const found = place === undefined ? null : findPlaceCode(place);
  if (found === undefined) throw wrong(`--place ${place}: not one of the 53 places, like TX, DC or PR.`);
  if (date !== null && !isDay(date)) throw wrong(`--date ${date}: not a day like 2026-11-22.`);
  if (votes !== 'payees' && votes !== 'npis') throw wrong(`--votes ${votes}: not one of payees, npis.`);
  if (!/^[1-9]\d*(MB|GB)$/.test(memory)) throw wrong(`--memory ${memory}: not a size like 500MB or 4GB.`);
  return {
    command: 'ingest',
    order: {
      files,
      out,
      providers: values['providers']?.split('\n') ?? [],
      place: found,
      codes: values['codes'] ?? null,
      aliases: values['aliases'] ?? null,
      date,
      voteOf: voteWords[votes],
      memory,
      temporary: values['temp'] ?? null,
    },
    report: values['report'] ?? null,
    progress: values['progress'] !== undefined,
  };
}

/** A day that is in the calendar. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function wrong(message: string): UsageError {
  return new UsageError(message, 'ingest');
}
