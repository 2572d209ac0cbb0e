import { absent, present } from '../domain/cell.ts';
import { payerById } from '../domain/payer.ts';
import type { KeyCount, RateCensus, RateCount } from '../domain/rateCensus.ts';
import { contradictingFlags } from '../domain/rateTable.ts';
import { billingClassText, flagText, settingText } from '../text/censusText.ts';
import { placeTitle } from '../text/names.ts';
import { countOf, formatCount, formatRatio } from '../text/numbers.ts';
import { lineText, methodologyText } from '../text/scopeSentence.ts';
import { type Column, column, type Figure, type FigureRow } from './figure.ts';

const method =
  'Rates are counted once each: equal in code, payer, plan, provider, amount, methodology, modifier, setting and file. Published rows say how often they were printed. Every rate counts here, in any scope.';

const rateColumns: readonly Column[] = [
  { id: 'rates', label: 'Rates', kind: 'count', definition: 'Distinct rates.' },
  { id: 'share', label: 'Share', kind: 'ratio', definition: 'Of all distinct rates of your files.' },
  { id: 'rows', label: 'Published rows', kind: 'count', definition: 'Amounts of the files they stand for.' },
];

/** One of the figures, before what all of them say alike. */
interface CensusPart extends Pick<Figure, 'id' | 'title' | 'columns' | 'rows' | 'summary'> {
  /** Heading of the first column. */
  readonly label: string;
}

/**
 * What a user's files hold, counted from several sides: one figure each for codes, payers, lines, methodologies,
 * settings with billing classes, marks, states and modifiers. Figures without a row are left out.
 *
 * @param origin whose rates, for the sources line.
 * @param titleOf a code's title; '' where we have none.
 */
export function censusFigures(
  census: RateCensus,
  origin: string,
  titleOf: (code: string) => string,
): readonly Figure[] {
  const parts = [
    codesPart(census, titleOf),
    payersPart(census),
    linesPart(census),
    methodologiesPart(census),
    settingsPart(census),
    flagsPart(census),
    placesPart(census),
    modifiersPart(census),
  ];
  return parts
    .filter(({ rows }) => rows.length > 0)
    .map(({ id, title, label, columns, rows, summary }) => ({
      id: `census-${id}`,
      title,
      labelColumn: column('of', label, 'text', ''),
      columns,
      rows,
      notes: [],
      method,
      sources: origin,
      summary,
    }));
}

function codesPart(census: RateCensus, titleOf: (code: string) => string): CensusPart {
  const { codes, rates, rows, providers } = census;
  return {
    id: 'codes',
    title: 'Rates by code',
    label: 'Code',
    columns: [
      column('title', 'Title', 'text', 'Our own short title.'),
      ...rateColumns,
      column('providers', 'Providers', 'count', 'Who is paid.'),
      column('payers', 'Payers', 'count', 'Payers’ names as printed.'),
      column('places', 'States', 'count', 'States of those providers, where stated.'),
      column('unplaced', 'Without a state', 'count', 'Rates of providers whose state is not stated.'),
    ],
    rows: codes.map((code) =>
      row(code.code, {
        title: present(titleOf(code.code) || 'not in our list of codes'),
        ...countCells(census, code),
        providers: present(code.providers),
        payers: present(code.payers),
        places: present(code.places),
        unplaced: present(code.withoutPlace),
      }),
    ),
    summary: `${countOf(rates, 'rate')} for ${countOf(codes.length, 'code')}, from ${countOf(rows, 'published row')}, paid to ${countOf(providers, 'provider')}.`,
  };
}

function payersPart(census: RateCensus): CensusPart {
  const other = census.payers.filter(({ payers }) => payers.every((payer) => payer === 'other'));
  const otherRates = other.reduce((sum, { rates }) => sum + rates, 0);
  const share = census.rates === 0 ? 'none' : formatRatio(otherRates / census.rates);
  return {
    id: 'payers',
    title: 'Payers as printed, and what they were taken for',
    label: 'Payer as printed',
    columns: [
      column('taken', 'Counts under', 'text', 'The payer of our benchmarks, by the alias table.'),
      column('plans', 'Plans', 'count', 'Distinct plan names beside it.'),
      ...rateColumns,
    ],
    rows: census.payers.map((payer) =>
      row(payer.printed, {
        taken: present(payer.payers.map((id) => payerById(id).name).join(', ')),
        plans: present(payer.plans),
        ...countCells(census, payer),
      }),
    ),
    summary: `${countOf(census.payers.length - other.length, 'name is', 'names are')} recognised, ${formatCount(other.length)} not: ${countOf(otherRates, 'rate')} (${share}) count under other payers.`,
  };
}

function linesPart(census: RateCensus): CensusPart {
  return {
    id: 'lines',
    title: 'Rates by plan line',
    label: 'Plan line',
    columns: rateColumns,
    rows: counted(census, census.lines, (line) => lineText[line]),
    summary: 'The line is read from the payer’s and the plan’s names.',
  };
}

function methodologiesPart(census: RateCensus): CensusPart {
  const ofCharges = census.methodologyGroups.find(({ key }) => key === 'percent-of-charges')?.rates ?? 0;
  return {
    id: 'methodologies',
    title: 'Rates by methodology',
    label: 'Methodology as printed',
    columns: [column('group', 'Kind', 'text', 'What it means for a comparison.'), ...rateColumns],
    rows: census.methodologies.map((count) =>
      row(count.key === '' ? 'not stated' : count.key, {
        group: present(methodologyText[count.group]),
        ...countCells(census, count),
      }),
    ),
    summary: `${countOf(ofCharges, 'rate')} of ${census.rates} ${ofCharges === 1 ? 'is' : 'are'} a percent of charges turned into dollars: such a rate moves with the chargemaster.`,
  };
}

function settingsPart(census: RateCensus): CensusPart {
  return {
    id: 'settings',
    title: 'Rates by setting and billing class',
    label: 'Setting or class',
    columns: rateColumns,
    rows: [
      ...counted(census, census.settings, (setting) => `Setting: ${settingText[setting]}`),
      ...counted(census, census.billingClasses, (billing) => `Class: ${billingClassText[billing]}`),
    ],
    summary: 'Each rate stands once under its setting and once under its billing class.',
  };
}

function flagsPart(census: RateCensus): CensusPart {
  const { flags, placeholders } = census;
  const hasMarks = placeholders.rates > 0 || flags.some(({ rates }) => rates > 0);
  return {
    id: 'flags',
    title: 'Rates with a mark',
    label: 'Mark',
    columns: [
      ...rateColumns,
      column('scope', 'Benchmarks', 'text', 'Whether the standard scope counts them.'),
    ],
    rows: [
      ...flags.map((count) =>
        row(flagText[count.key], {
          ...countCells(census, count),
          scope: present(contradictingFlags.includes(count.key) ? 'left out' : 'counted'),
        }),
      ),
      row('A stand-in for no amount: a cent, or nines alone', {
        ...countCells(census, placeholders),
        scope: present('counted and marked'),
      }),
    ],
    summary: hasMarks
      ? 'Marks never remove a rate; the scope decides what counts. A rate may have several.'
      : 'No rate has a mark.',
  };
}

function placesPart(census: RateCensus): CensusPart {
  const { places, providers, providersWithoutPlace } = census;
  const stated = places.filter(({ key }) => key !== '');
  return {
    id: 'places',
    title: 'Rates by state',
    label: 'State',
    columns: rateColumns,
    rows: counted(census, places, (place) => (place === '' ? 'Not stated' : placeTitle(place))),
    summary: `${countOf(stated.length, 'state')}; ${countOf(providersWithoutPlace, 'provider')} of ${formatCount(providers)} without one${providersWithoutPlace > 0 ? ': their rates show under all of the file' : ''}.`,
  };
}

function modifiersPart(census: RateCensus): CensusPart {
  return {
    id: 'modifiers',
    title: 'Rates by modifier',
    label: 'Modifier',
    columns: rateColumns,
    rows: counted(census, census.modifiers, (joined) =>
      joined === '' ? 'none' : joined.replaceAll('|', ', '),
    ),
    summary: 'As printed with the code.',
  };
}

function counted<Key>(
  census: RateCensus,
  counts: readonly KeyCount<Key>[],
  labelOf: (key: Key) => string,
): readonly FigureRow[] {
  return counts.map((count) => row(labelOf(count.key), countCells(census, count)));
}

function countCells({ rates: all }: RateCensus, { rates, rows }: RateCount): FigureRow['cells'] {
  return {
    rates: present(rates),
    share: all === 0 ? absent('not-in-input') : present(rates / all),
    rows: present(rows),
  };
}

function row(label: string, cells: FigureRow['cells']): FigureRow {
  return { id: label, label, cells, flags: [] };
}
