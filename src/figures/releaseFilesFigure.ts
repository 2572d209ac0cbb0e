import { absent, type Cell, present } from '../domain/cell.ts';
import type { Release, ReleaseFile } from '../domain/release.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { releaseName } from '../text/releaseText.ts';
import { column, type Figure } from './figure.ts';

const whole: Readonly<Record<string, string>> = {
  'codes.csv': 'Billing codes: our own titles, families, units, what took the place of deleted ones',
  'coverage.csv': 'How many rates there are, by place, payer, plan line and file year',
  'headlines.csv': 'Headline figures of each code in the default scope, nationally',
  'medicare/conversion-factors.csv': 'Medicare: conversion factors',
  'medicare/gpci.csv': 'Medicare: geographic indices (GPCI) of each locality',
  'medicare/localities.csv': 'Medicare: localities and their counties',
  'medicare/rvu.csv': 'Medicare: relative values (RVU) of each code',
  'payer-aliases.csv': 'Which words of printed payer and plan names mean which payer and line',
  'payers.csv': 'Payers as figures group them',
  'place-notes.csv': 'What to know about a place',
  'places.csv': 'The 53 places',
  'plans.csv': 'Payers and plans as published, with the payer and line they were read as',
  'providers.csv': 'Providers behind the rates',
  'sources.csv': 'Published files the rates were read in, with where and when they were published',
};

const byCode: Readonly<Record<string, (code: string, place: string) => string>> = {
  rates: (code, place) =>
    `Payer rates of ${code}, ${place === 'national' ? 'all states' : placeTitle(place)}`,
  charges: (code) => `Hospitals’ gross and cash charges for ${code}, by state`,
  published: (code) => `What other publications print about ${code}`,
  context: (code) => `What authorities say about ${code}: units, modifiers, documents`,
};

/** General files first, then Medicare's, then those of the codes. */
const folders = ['', 'medicare', 'rates', 'charges', 'published', 'context'];

/**
 * Every file of a release with what it holds, the most general first. The row's id and label are the path below the
 * release's folder.
 */
export function releaseFilesFigure(release: Pick<Release, 'id' | 'files'>): Figure {
  const files = release.files.toSorted((a, b) => rankOf(a) - rankOf(b) || (orderOf(a) < orderOf(b) ? -1 : 1));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    id: 'release-files',
    title: 'Files to download',
    labelColumn: column('path', 'File', 'text', 'Below the folder data/ of the site.'),
    columns: [
      column('holds', 'What it holds', 'text', 'What one line of the file is about.'),
      column('rows', 'Rows', 'count', 'Lines of data, the heading not counted.'),
      column('bytes', 'Bytes', 'count', 'As stored, before any compression.'),
      column(
        'sha256',
        'SHA-256',
        'text',
        'Of the file’s bytes: whoever has a copy can tell that it is whole.',
      ),
    ],
    rows: files.map((file) => ({
      id: file.path,
      label: file.path,
      cells: {
        holds: holdsOf(file.path),
        rows: present(file.rows),
        bytes: present(file.bytes),
        sha256: present(file.sha256),
      },
      flags: [],
    })),
    notes: [],
    method:
      'Plain text in UTF-8. CSV: one heading, commas, quotes where a cell needs them; amounts in dollars for one unit, as published.',
    sources: `release.json of ${releaseName(release)}.`,
    summary: `Every figure is computed from these ${countOf(files.length, 'file')}, ${countOf(bytes, 'byte')} in all.`,
  };
}

function rankOf({ path }: Pick<ReleaseFile, 'path'>): number {
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  const rank = folders.indexOf(folder);
  return rank < 0 ? folders.length : rank;
}

/** A code's rates of all states before those of each. */
function orderOf({ path }: Pick<ReleaseFile, 'path'>): string {
  return path.replace('/national.', '/.');
}

function holdsOf(path: string): Cell<string> {
  const [, folder = '', code = '', place = ''] =
    /^([a-z]+)\/([A-Z0-9]+)(?:\/([A-Za-z]+))?\.(?:csv|json)$/.exec(path) ?? [];
  const words = whole[path] ?? byCode[folder]?.(code, place);
  return words === undefined ? absent('not-in-input') : present(words);
}
