import { publishedColumns, readPublishedRow } from '../data/readPublished.ts';
import { readTable, type TableResult } from '../data/readTable.ts';
import type { RowFields } from '../data/rowFields.ts';
import { payerBySourceName } from '../domain/payer.ts';
import { dollarText } from '../export/dollarText.ts';
import { csvFile } from './csvFile.ts';
import type { InputFolder } from './inputFolder.ts';
import type { OutputFile } from './outputFile.ts';

/** One line of the release's `published/<code>.csv`. */
interface PublishedLine {
  readonly code: string;
  readonly cells: readonly string[];
}

const summaryAmounts = ['mean', 'min', 'p10', 'p25', 'median', 'p75', 'p90', 'max'] as const;
const summaryColumns = [
  'state',
  'market',
  'payer_raw',
  'payer',
  'plan',
  'code',
  'n',
  'n_unit',
  ...summaryAmounts,
  'source_file',
  'file_date',
] as const;

/** Figures that other publications print, by code: documents first, then markets, each in the order of its input. */
export async function publishedFiles(
  folder: InputFolder,
  codes: ReadonlySet<string>,
): Promise<readonly OutputFile[]> {
  const documents = await folder.table('published/figures.csv', (text, file) =>
    readDocuments(text, file, codes),
  );
  const markets = await folder.table('commercial/tic-market-summaries.csv', (text, file) =>
    readMarketSummaries(text, file, codes),
  );
  const lines = [...documents, ...markets];
  return [...new Set(lines.map((line) => line.code))].map((code) =>
    csvFile(
      `published/${code}.csv`,
      publishedColumns,
      lines.filter((line) => line.code === code).map((line) => line.cells),
    ),
  );
}

function readDocuments(text: string, file: string, codes: ReadonlySet<string>): TableResult<PublishedLine> {
  return readTable(text, file, ['code', ...publishedColumns], (fields) => {
    readPublishedRow(fields);
    return {
      code: knownCode(fields, codes),
      cells: publishedColumns.map((column) => fields.text(column)),
    };
  });
}

/** Distributions of payer files as a repository computed them: the same columns, dated, without spread or claims. */
function readMarketSummaries(
  text: string,
  file: string,
  codes: ReadonlySet<string>,
): TableResult<PublishedLine> {
  return readTable(text, file, summaryColumns, (fields) => {
    const payer = payerBySourceName(fields.text('payer'));
    if (!payer) fields.fail('payer', 'payers.csv has no such source name.');
    const market = fields.required('market');
    const amounts = summaryAmounts.map((column) => {
      return fields.text(column) === '' ? '' : dollarText(fields.dollars(column));
    });
    fields.yearOf('file_date');
    const cells = [
      `${market.replace(/ \(.*$/, '')} payer files`,
      `Payer files of ${market}, summarised by ${fields.required('source_file')}`,
      fields.text('file_date'),
      '',
      fields.place('state'),
      market,
      fields.required('payer_raw'),
      payer?.id ?? '',
      'commercial',
      fields.text('plan'),
      String(fields.whole('n')),
      fields.required('n_unit'),
      ...amounts,
      '',
      '',
      '',
    ];
    return { code: knownCode(fields, codes), cells };
  });
}

function knownCode(fields: RowFields<'code'>, codes: ReadonlySet<string>): string {
  const code = fields.required('code');
  if (!codes.has(code)) fields.fail('code', 'codes.csv has no such code; add it there.');
  return code;
}
