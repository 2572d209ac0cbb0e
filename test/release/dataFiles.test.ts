import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rateDictionaries } from '../../src/data/rateDictionaries.ts';
import { readAliases } from '../../src/data/readAliases.ts';
import { readCharges } from '../../src/data/readCharges.ts';
import { readCodes } from '../../src/data/readCodes.ts';
import { readContext } from '../../src/data/readContext.ts';
import { readConversionFactors } from '../../src/data/readConversionFactors.ts';
import { readCsv } from '../../src/data/readCsv.ts';
import { readGpcis } from '../../src/data/readGpcis.ts';
import { readLocalities } from '../../src/data/readLocalities.ts';
import { readPlans } from '../../src/data/readPlans.ts';
import { readProviders } from '../../src/data/readProviders.ts';
import { readPublished } from '../../src/data/readPublished.ts';
import { readRateFile } from '../../src/data/readRateFile.ts';
import { readRelease } from '../../src/data/readRelease.ts';
import { readRvus } from '../../src/data/readRvus.ts';
import { readSources } from '../../src/data/readSources.ts';
import type { TableResult } from '../../src/data/readTable.ts';
import { payers } from '../../src/domain/payer.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import { places } from '../../src/domain/place.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { rateFlags } from '../../src/domain/rateTable.ts';
import { dollarText } from '../../src/export/dollarText.ts';

/**
 * Reads every file of public/data with the readers the app uses, and the inputs with nothing but readCsv,
 * so that the two ends of the build are compared without the build between them.
 */
const folder = 'public/data';

function textOf(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function inputRows(path: string): readonly Record<string, string>[] {
  const { header, rows } = readCsv(readFileSync(join('sources', path), 'utf8'), path);
  return rows.map(({ cells }) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}

const release = readRelease(textOf('release.json'), 'release.json').release;
if (!release) throw new Error('public/data/release.json cannot be read; run `npm run data`.');
const files = release.files;
const listed = new Map(files.map((file) => [file.path, file]));

/** Reads one file, expecting no problem and as many lines as the manifest lists. */
function whole<Result extends { readonly present: number; readonly problems: readonly Problem[] }>(
  path: string,
  read: (text: string, file: string) => Result,
): Result {
  const result = read(textOf(path), path);
  expect({ path, problems: result.problems, rows: result.present }).toEqual({
    path,
    problems: [],
    rows: listed.get(path)?.rows,
  });
  return result;
}

function rowsOf<Row>(path: string, read: (text: string, file: string) => TableResult<Row>): readonly Row[] {
  return whole(path, read).rows;
}

const codes = rowsOf('codes.csv', readCodes);
const providers = rowsOf('providers.csv', readProviders);
const plans = rowsOf('plans.csv', readPlans);
const sources = rowsOf('sources.csv', readSources);
const ids = rateDictionaries(providers, plans, sources);
const ratePaths = files.map((file) => file.path).filter((path) => path.startsWith('rates/'));
const aliases = rowsOf('payer-aliases.csv', readAliases);
const rateCodes = [...new Set(ratePaths.map((path) => path.split('/')[1] ?? ''))];

describe('the list', () => {
  test('names every file in the folder and no other', () => {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      // Digests of releases are named after the list's id, so they have a list of their own.
      .filter((path) => !path.startsWith('releases/'));
    expect(found.toSorted()).toEqual([...listed.keys(), 'README.md', 'release.json'].toSorted());
  });

  test('gives the bytes and SHA-256 of each file', () => {
    for (const file of files) {
      const bytes = readFileSync(join(folder, file.path));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect({ path: file.path, bytes: bytes.byteLength, sha256 }).toEqual({
        path: file.path,
        bytes: file.bytes,
        sha256: file.sha256,
      });
    }
  });

  test('gives the bytes and SHA-256 of each input, with a sentence of provenance', () => {
    // Every input of the folder context counts by itself: 26 codes and what they share.
    expect(release.inputs).toHaveLength(13 + 27);
    for (const input of release.inputs) {
      const bytes = readFileSync(join('sources', input.path));
      expect(input.bytes).toBe(bytes.byteLength);
      expect(input.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(input.provenance).toMatch(/\.$/);
    }
  });

  test('has an id made of its date and its files', () => {
    const lines = files.map((file) => `${file.path} ${file.sha256}\n`).join('');
    const hash = createHash('sha256').update(lines).digest('hex').slice(0, 8);
    expect(release.id).toBe(`${release.date}.${hash}`);
    expect(release.date).toBe('2026-11-30');
  });

  test('has a reader here for every file', () => {
    const read =
      /^(codes|payers|places|providers|plans|sources|headlines|coverage|payer-aliases|place-notes)\.csv$|^(rates|charges|medicare|published|context)\//;
    expect(files.map((file) => file.path).filter((path) => !read.test(path))).toEqual([]);
  });
});

describe('the payer names', () => {
  test('are the table of the sources, row by row', () => {
    const kept = aliases.map(({ kind, words, match, means, line, note }) => ({
      kind,
      words,
      match,
      means,
      line,
      note,
    }));
    expect(kept).toEqual(inputRows('payer-aliases.csv'));
  });

  test('put at least 98% of the release’s payers and plans where the source data puts them', () => {
    const { read } = payerReader(aliases);
    const same = plans.filter(({ payerRaw, plan, payer }) => read(payerRaw, plan).payer === payer);
    expect(same.length / plans.length).toBeGreaterThanOrEqual(0.98);
  });
});

describe('the contexts', () => {
  const contexts = files
    .map((file) => file.path)
    .filter((path) => path.startsWith('context/'))
    .map((path) => whole(path, readContext).context);

  test('cover every code of the 97000-series list, with replacements and neighbours', () => {
    const covered = contexts.map((context) => context?.code);
    expect(covered).toEqual(
      '97001 97002 97003 97004 97110 97112 97116 97140 97161 97162 97163 97164 97165 97166 97167 97168 97530 97535 97537 97542 97750 97755 97760 97761 97762 97763'.split(
        ' ',
      ),
    );
  });

  test('send each deleted code to the replacements of the catalogue', () => {
    const sent = contexts.flatMap((context) => {
      const codesSent = context?.related.filter(({ relation }) => relation === 'replaced-by');
      return codesSent?.length ? [[context?.code, codesSent.map(({ code }) => code)]] : [];
    });
    const deleted = codes.filter(({ status }) => status === 'deleted');
    expect(sent).toEqual(deleted.map(({ code, replacedBy }) => [code, replacedBy]));
  });

  test('say “each 15 minutes” by the list for its eight codes and for no other', () => {
    const timed = contexts.filter((context) =>
      context?.requirements.some(({ name, by }) => name === 'timed-units' && by === 'code-list'),
    );
    expect(timed.map((context) => context?.code)).toEqual(
      '97530 97535 97537 97542 97750 97755 97760 97762'.split(' '),
    );
  });

  test('give coding authority to CPT Professional and CPT Assistant only', () => {
    const coding = contexts.flatMap((context) =>
      (context?.authorities ?? []).filter(({ kind }) => kind === 'coding').map(({ name }) => name),
    );
    expect(new Set(coding.map((name) => name.replace(/,? (2024, )?p\. \w+$/, '')))).toEqual(
      new Set(['CPT Professional', 'CPT Assistant']),
    );
  });
});

describe('the dictionaries', () => {
  test('payers and places are the ones the app knows, all 53 places', () => {
    const payerRows = readCsv(textOf('payers.csv'), 'payers.csv').rows.map((row) => row.cells);
    expect(payerRows).toEqual(
      payers.map((payer) => [payer.id, payer.name, payer.sourceName, payer.inBuca ? 'yes' : 'no']),
    );
    const placeRows = readCsv(textOf('places.csv'), 'places.csv').rows.map((row) => row.cells);
    expect(placeRows).toEqual(places.map((place) => [place.code, place.name]));
    expect(placeRows).toHaveLength(53);
    for (const path of ['payers.csv', 'places.csv']) {
      expect(readCsv(textOf(path), path).rowsPresent).toBe(listed.get(path)?.rows);
    }
  });

  test('ids stand once each', () => {
    for (const rows of [providers, plans, sources]) {
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    }
    expect([providers.length, plans.length, sources.length]).toEqual([109, 682, 71]);
  });

  test('the catalogue holds every code with rates or charges, and every replacement', () => {
    const known = new Set(codes.map((code) => code.code));
    const charged = files.flatMap((file) => /^charges\/(.+)\.csv$/.exec(file.path)?.[1] ?? []);
    const replacements = codes.flatMap((code) => code.replacedBy);
    expect([...rateCodes, ...charged, ...replacements].filter((code) => !known.has(code))).toEqual([]);
    expect(known.size).toBe(61);
    const deleted = codes.filter((code) => code.status === 'deleted').map((code) => code.code);
    expect(deleted).toEqual(['97001', '97002', '97003', '97004', '97762']);
    expect(codes.filter((code) => code.status === 'deleted' && code.replacedBy.length === 0)).toEqual([]);
  });

  test('timed codes are the ones the sources call timed', () => {
    const timed = codes.filter((code) => code.timing === 'timed');
    expect(timed.every((code) => code.unitMinutes === 15)).toBe(true);
    expect(timed.map((code) => code.code)).toEqual(
      '97032 97033 97034 97035 97036 97110 97112 97113 97116 97124 97140 97530 97533 97535 97537 97542 97750 97755 97760 97761 97762 97763'.split(
        ' ',
      ),
    );
  });
});

describe('the rates', () => {
  const national = new Map(
    rateCodes.map((code) => {
      const path = `rates/${code}/national.csv`;
      return [code, whole(path, (text, file) => readRateFile(text, file, code, ids))];
    }),
  );

  test('are 27,620 of 56 codes in 17 states', () => {
    expect(rateCodes).toHaveLength(56);
    const total = [...national.values()].reduce((sum, { table }) => sum + table.length, 0);
    expect(total).toBe(27_620);
    expect(new Set(ratePaths.map((path) => path.split('/')[2])).size).toBe(1 + 17);
  });

  test('of the states, laid end to end, are the national file, line for line', () => {
    for (const code of rateCodes) {
      const [heading, ...lines] = textOf(`rates/${code}/national.csv`).trimEnd().split('\n');
      const states = ratePaths.filter(
        (path) => path.startsWith(`rates/${code}/`) && !path.endsWith('national.csv'),
      );
      const together = states.flatMap((path) => {
        const [stateHeading, ...stateLines] = textOf(path).trimEnd().split('\n');
        const state = path.slice(-6, -4);
        expect(stateHeading).toBe(heading);
        expect(stateLines.filter((line) => !line.startsWith(`${state},`))).toEqual([]);
        return stateLines;
      });
      expect(together).toEqual(lines);
    }
  });

  test('of each state file can be read whole', () => {
    for (const path of ratePaths) {
      const code = path.split('/')[1] ?? '';
      const { table, leftOut } = whole(path, (text, file) => readRateFile(text, file, code, ids));
      expect(leftOut).toBe(0);
      expect(table.length).toBe(listed.get(path)?.rows);
    }
  });

  test('are the inputs, each one once, with nothing changed', () => {
    const published = rateCodes.flatMap((code) => {
      const table = national.get(code)?.table;
      if (!table) return [];
      const lines = readCsv(textOf(`rates/${code}/national.csv`), '').rows;
      return lines.map(({ cells }, at) => {
        const provider = providers[table.provider[at] ?? -1];
        const plan = plans[table.plan[at] ?? -1];
        const source = sources[table.source[at] ?? -1];
        const payer = payers.find((candidate) => candidate.id === plan?.payer);
        const [state, , , codeType, modifier, setting, billingClass, , methodology, , flags, count] = cells;
        const paid = [
          state,
          provider?.name,
          provider?.identifier,
          plan?.payerRaw,
          payer?.sourceName,
          plan?.plan,
        ];
        const item = [codeType, code, modifier, setting, billingClass, dollarText(table.cents[at] ?? 0)];
        const origin = [methodology, source?.name, source?.date, plan?.parent, plan?.line, source?.kind];
        return [paid, item, origin, flags, count].flat().join('\t');
      });
    });
    const given = inputRows('commercial/rates.csv').map((row) => {
      const words = row['flags']?.split('|') ?? [];
      const flags = rateFlags.filter((flag) => words.includes(flag)).join('|');
      return Object.values({ ...row, flags }).join('\t');
    });
    expect(published.toSorted()).toEqual(given.toSorted());
  });

  test('count for the file they were read in', () => {
    const counts = new Map<string, number>();
    for (const { table } of national.values()) {
      for (const source of table.source) {
        const id = sources[source]?.id ?? '';
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    expect(sources.map((source) => counts.get(source.id))).toEqual(sources.map((source) => source.rows));
  });

  test('97110 in Texas holds the 2765% line of Cedar Park, flagged and not removed', () => {
    const { table } = whole('rates/97110/TX.csv', (text, file) => readRateFile(text, file, '97110', ids));
    const at = table.cents.indexOf(695_591); // 251.57 × 27.65 = 6,955.91
    expect(providers[table.provider[at] ?? -1]?.name).toBe('Cedar Park Regional Medical Center');
    expect(plans[table.plan[at] ?? -1]?.payer).toBe('cigna');
    expect((table.flags[at] ?? 0) & 1).toBe(1); // above_gross is the first flag
  });
});

describe('charges and Medicare', () => {
  test('charges can be read whole and are all of the input', () => {
    const paths = files.map((file) => file.path).filter((path) => path.startsWith('charges/'));
    const published = paths.flatMap((path) =>
      rowsOf(path, readCharges).map((row) => {
        const code = path.slice('charges/'.length, -'.csv'.length);
        const amounts = [row.meanCents, row.p25Cents, row.medianCents, row.p75Cents].map(dollarText);
        return [row.place, code, row.kind, row.hospitals, amounts].flat().join();
      }),
    );
    const given = inputRows('commercial/state-gross-cash.csv').map((row) => Object.values(row).join());
    expect(published.toSorted()).toEqual(given.toSorted());
    expect(published).toHaveLength(3876);
  });

  test('the US gross mean of 97110 is kept as published, placeholder and all', () => {
    const charges = rowsOf('charges/97110.csv', readCharges);
    const us = charges.find((row) => row.place === 'US' && row.kind === 'gross');
    expect(us?.meanCents).toBe(451_393_112);
    expect(us && us.meanCents > us.p75Cents).toBe(true);
  });

  test('published figures can be read whole and are all of the two inputs', () => {
    const paths = files.map((file) => file.path).filter((path) => path.startsWith('published/'));
    const printed = paths.flatMap((path) =>
      rowsOf(path, readPublished).map((row) => `${path.slice('published/'.length, -4)} ${row.payer}`),
    );
    const documents = inputRows('published/figures.csv').map((row) => `${row['code']} ${row['payer']}`);
    const markets = inputRows('commercial/tic-market-summaries.csv');
    const given = [...documents, ...markets.map((row) => `${row['code']} ${row['payer_raw']}`)];
    expect(printed.toSorted()).toEqual(given.toSorted());
    expect(printed).toHaveLength(27 + 160);
  });

  test('relative values, indices and factors are CMS numbers as whole numbers', () => {
    const rvus = rowsOf('medicare/rvu.csv', readRvus);
    const gpcis = rowsOf('medicare/gpci.csv', readGpcis);
    const factors = rowsOf('medicare/conversion-factors.csv', readConversionFactors);
    const localities = rowsOf('medicare/localities.csv', readLocalities);
    expect([rvus.length, gpcis.length, factors.length, localities.length]).toEqual([733, 775, 9, 109]);
    // Each year's localities: 112 to 2023, 109 from 2024 (4 × 112 + 3 × 109 = 775).
    expect(gpcis.filter((row) => row.year === 2023)).toHaveLength(112);
    expect(gpcis.filter((row) => row.year === 2026)).toHaveLength(109);
    const manhattan = gpcis.find((row) => row.year === 2026 && row.name.startsWith('MANHATTAN'));
    expect([manhattan?.workGpci, manhattan?.peGpci, manhattan?.malpracticeGpci]).toEqual([1064, 1162, 1586]);
    expect(factors.filter((row) => row.year === 2026).map((row) => [row.appliesTo, row.factor])).toEqual([
      ['QP', 335_675],
      ['nonQP', 334_009],
    ]);
    const timed = rvus.find((row) => row.code === '97110' && row.year === 2026);
    expect(timed?.multipleProcedure).toBe('5');
    expect([...new Set(gpcis.map((row) => row.place))].toSorted()).toEqual(places.map((place) => place.code));
  });

  test('retired codes are in no Medicare table, as their notes say', () => {
    const priced = new Set(rowsOf('medicare/rvu.csv', readRvus).map((row) => row.code));
    const retired = codes.filter((code) => code.status === 'deleted');
    expect(retired.filter((code) => priced.has(code.code))).toEqual([]);
    expect(retired.every((code) => code.note.includes('from 2020 on'))).toBe(true);
  });
});
