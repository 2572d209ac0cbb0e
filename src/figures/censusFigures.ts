import { absent, present } from '../domain/cell.ts';
import { payerById } from '../domain/payer.ts';
import type { KeyCount, RateCensus, RateCount } from '../domain/rateCensus.ts';
import { billingClassText, flagIsLeftOut, flagText, settingText } from '../text/censusText.ts';
import { placeTitle } from '../text/names.ts';
import { countOf, formatCount, formatRatio } from '../text/numbers.ts';
import { lineText, methodologyText } from '../text/scopeSentence.ts';
import type { Column, Figure, FigureRow } from './figure.ts';

const method =
  'Rates are counted once each: equal in code, payer, plan, provider, amount, methodology, modifier, setting and file. Published rows say how often they were printed. Every rate counts here, in any scope.';

const rateColumns: readonly Column[] = [
  { id: 'rates', label: 'Rates', kind: 'count', definition: 'Distinct rates.' },
  { id: 'share', label: 'Share', kind: 'ratio', definition: 'Of all distinct rates of your files.' },
  { id: 'rows', label: 'Published rows', kind: 'count', definition: 'Amounts of the files they stand for.' },
];

/**
 * What a user's files hold, counted from several sides: one figure each for codes, payers, lines, methodologies,
 * settings, billing classes, marks, modifiers and places. Figures without a row are left away.
 *
 * @param origin whose rates, for the sources line.
 * @param titleOf a code's title; '' where we have none.
 */
export function censusFigures(
  census: RateCensus,
  origin: string,
  titleOf: (code: string) => string,
): readonly Figure[] {
  const all = census.rates;
  function figure(
    id: string,
    title: string,
    label: string,
    columns: readonly Column[],
    rows: readonly FigureRow[],
    summary: string,
    notes: readonly string[] = [],
  ): Figure {
    const labelColumn: Column = { id: 'of', label, kind: 'text', definition: '' };
    return { id: `census-${id}`, title, labelColumn, columns, rows, notes, method, sources: origin, summary };
  }
  function counted<Key>(
    counts: readonly KeyCount<Key>[],
    labelOf: (key: Key) => string,
  ): readonly FigureRow[] {
    return counts.map((count) => row(labelOf(count.key), countCells(count)));
  }
  function countCells(count: RateCount): FigureRow['cells'] {
    return {
      rates: present(count.rates),
      share: all === 0 ? absent('not-in-input') : present(count.rates / all),
      rows: present(count.rows),
    };
  }
  const other = census.payers.filter(({ payers }) => payers.every((payer) => payer === 'other'));
  const otherRates = other.reduce((sum, { rates }) => sum + rates, 0);
  const ofCharges = census.methodologyGroups.find(({ key }) => key === 'percent-of-charges')?.rates ?? 0;
  const marked = census.flags.filter(({ rates }) => rates > 0);
  const stated = census.places.filter(({ key }) => key !== '');

  return [
    figure(
      'codes',
      'Rates by code',
      'Code',
      [
        { id: 'title', label: 'Title', kind: 'text', definition: 'Our own short title.' },
        ...rateColumns,
        { id: 'providers', label: 'Providers', kind: 'count', definition: 'Who is paid.' },
        { id: 'payers', label: 'Payers', kind: 'count', definition: 'Payers’ names as printed.' },
        {
          id: 'places',
          label: 'States',
          kind: 'count',
          definition: 'States of those providers, where stated.',
        },
        {
          id: 'unplaced',
          label: 'Without a state',
          kind: 'count',
          definition: 'Rates of providers whose state is not stated.',
        },
      ],
      census.codes.map((code) =>
        row(code.code, {
          title: present(titleOf(code.code) || 'not in our list of codes'),
          ...countCells(code),
          providers: present(code.providers),
          payers: present(code.payers),
          places: present(code.places),
          unplaced: present(code.withoutPlace),
        }),
      ),
      `${countOf(all, 'rate')} for ${countOf(census.codes.length, 'code')}, from ${countOf(census.rows, 'published row')}, paid to ${countOf(census.providers, 'provider')}.`,
    ),
    figure(
      'payers',
      'Payers as printed, and what they were taken for',
      'Payer as printed',
      [
        {
          id: 'taken',
          label: 'Counts under',
          kind: 'text',
          definition: 'The payer of our benchmarks, by the alias table.',
        },
        { id: 'plans', label: 'Plans', kind: 'count', definition: 'Distinct plan names beside it.' },
        ...rateColumns,
      ],
      census.payers.map((payer) =>
        row(payer.printed, {
          taken: present(payer.payers.map((id) => payerById(id).name).join(', ')),
          plans: present(payer.plans),
          ...countCells(payer),
        }),
      ),
      `${countOf(census.payers.length - other.length, 'name is', 'names are')} recognised, ${formatCount(other.length)} not: ${countOf(otherRates, 'rate')} (${all === 0 ? 'none' : formatRatio(otherRates / all)}) count under other payers.`,
    ),
    figure(
      'lines',
      'Rates by plan line',
      'Plan line',
      rateColumns,
      counted(census.lines, (line) => lineText[line]),
      'The line is read from the payer’s and the plan’s names.',
    ),
    figure(
      'methodologies',
      'Rates by methodology',
      'Methodology as printed',
      [
        { id: 'group', label: 'Kind', kind: 'text', definition: 'What it means for a comparison.' },
        ...rateColumns,
      ],
      census.methodologies.map(({ key, group, ...count }) =>
        row(key === '' ? 'not stated' : key, {
          group: present(methodologyText[group]),
          ...countCells(count),
        }),
      ),
      `${countOf(ofCharges, 'rate')} of ${all} ${ofCharges === 1 ? 'is' : 'are'} a percent of charges turned into dollars: such a rate moves with the chargemaster.`,
    ),
    figure(
      'settings',
      'Rates by setting and billing class',
      'Setting or class',
      rateColumns,
      [
        ...counted(census.settings, (setting) => `Setting: ${settingText[setting]}`),
        ...counted(census.billingClasses, (billingClass) => `Class: ${billingClassText[billingClass]}`),
      ],
      'Each rate stands once under its setting and once under its billing class.',
    ),
    figure(
      'flags',
      'Rates with a mark',
      'Mark',
      [
        ...rateColumns,
        {
          id: 'scope',
          label: 'Benchmarks',
          kind: 'text',
          definition: 'Whether the standard scope counts them.',
        },
      ],
      [
        ...census.flags.map(({ key, ...count }) =>
          row(flagText[key], {
            ...countCells(count),
            scope: present(flagIsLeftOut[key] ? 'left out' : 'counted'),
          }),
        ),
        row('A stand-in for no amount: a cent, or nines alone', {
          ...countCells(census.placeholders),
          scope: present('counted and marked'),
        }),
      ],
      marked.length === 0 && census.placeholders.rates === 0
        ? 'No rate has a mark.'
        : 'Marks never remove a rate; the scope decides what counts. A rate may have several.',
    ),
    figure(
      'places',
      'Rates by state',
      'State',
      rateColumns,
      counted(census.places, (place) => (place === '' ? 'Not stated' : placeTitle(place))),
      `${countOf(stated.length, 'state')}; ${countOf(census.providersWithoutPlace, 'provider')} of ${formatCount(census.providers)} without one${census.providersWithoutPlace > 0 ? ': their rates show under all of the file' : ''}.`,
    ),
    figure(
      'modifiers',
      'Rates by modifier',
      'Modifier',
      rateColumns,
      counted(census.modifiers, (modifier) => (modifier === '' ? 'none' : modifier.replaceAll('|', ', '))),
      'As printed with the code.',
    ),
  ].filter(({ rows }) => rows.length > 0);
}

function row(label: string, cells: FigureRow['cells']): FigureRow {
  return { id: label, label, cells, flags: [] };
}
