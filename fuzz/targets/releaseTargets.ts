import { rateDictionaries } from '../../src/data/rateDictionaries.ts';
import { readAliases } from '../../src/data/readAliases.ts';
import { readCharges } from '../../src/data/readCharges.ts';
import { readCodes } from '../../src/data/readCodes.ts';
import { readContext } from '../../src/data/readContext.ts';
import { readConversionFactors } from '../../src/data/readConversionFactors.ts';
import { readCoverage } from '../../src/data/readCoverage.ts';
import { readDigest } from '../../src/data/readDigest.ts';
import { readDigestIndex } from '../../src/data/readDigestIndex.ts';
import { readGpcis } from '../../src/data/readGpcis.ts';
import { readHeadlines } from '../../src/data/readHeadlines.ts';
import { readLocalities } from '../../src/data/readLocalities.ts';
import { readPlaceNotes } from '../../src/data/readPlaceNotes.ts';
import { readPlans } from '../../src/data/readPlans.ts';
import { readProviders } from '../../src/data/readProviders.ts';
import { readPublished } from '../../src/data/readPublished.ts';
import { readRateFile } from '../../src/data/readRateFile.ts';
import { readRelease } from '../../src/data/readRelease.ts';
import { readRvus } from '../../src/data/readRvus.ts';
import { readSources } from '../../src/data/readSources.ts';
import type { TableResult } from '../../src/data/readTable.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { type FuzzTarget, promise } from '../fuzzTarget.ts';
import { file, keepsCount, keepsFinite, keepsProblems } from '../promises.ts';
import { seedFiles } from '../seedFiles.ts';

const folder = 'public/data';

type Read = (text: string, file: string) => TableResult<unknown>;
const tables: ReadonlyArray<readonly [files: string, read: Read]> = [
  ['payer-aliases', readAliases],
  ['charges/97110', readCharges],
  ['codes', readCodes],
  ['medicare/conversion-factors', readConversionFactors],
  ['coverage', readCoverage],
  ['medicare/gpci', readGpcis],
  ['headlines', readHeadlines],
  ['medicare/localities', readLocalities],
  ['place-notes', readPlaceNotes],
  ['plans', readPlans],
  ['providers', readProviders],
  ['published/97110', readPublished],
  ['medicare/rvu', readRvus],
  ['sources', readSources],
];

const words =
  'US|TX|hospital|CPT|HCPCS|active|2026|RVU26C|36.50|~23.84|>99.00|p1|n1|s1|Commercial|not-in-input:x'.split(
    '|',
  );

const tableTargets = tables.map(
  ([name, read]): FuzzTarget => ({
    name: `release/${name}`,
    seeds: () => seedFiles(folder, new RegExp(`^${folder}/${name}\\.csv$`)),
    words,
    check(input) {
      const { rows, present, leftOut, problems } = read(new TextDecoder().decode(input), file);
      keepsCount(present, rows.length, leftOut);
      keepsProblems(problems);
      keepsFinite(rows);
      if (leftOut > 0) promise(problems.length > 0, 'lines are left out without a word');
    },
  }),
);

type ReadJson = (text: string) => { readonly value: unknown; readonly problems: readonly Problem[] };
const documents: ReadonlyArray<readonly [name: string, files: RegExp, read: ReadJson]> = [
  [
    'release',
    /release\.json$/,
    (text) => ({ value: readRelease(text, file).release, ...readRelease(text, file) }),
  ],
  [
    'releases/index',
    /releases\/index\.json$/,
    (text) => ({ value: readDigestIndex(text, file).entries, ...readDigestIndex(text, file) }),
  ],
  [
    'releases/digest',
    /releases\/\d.*\.json$/,
    (text) => ({ value: readDigest(text, file).digest, ...readDigest(text, file) }),
  ],
  [
    'context',
    /context\/971\d\d\.json$/,
    (text) => ({ value: readContext(text, file).context, ...readContext(text, file) }),
  ],
];

const documentTargets = documents.map(
  ([name, files, read]): FuzzTarget => ({
    name: `release/${name}`,
    seeds: () => seedFiles(folder, files),
    words: [
      '"id"',
      '"files"',
      '"sha256"',
      '"codes"',
      '"amounts"',
      '"topics"',
      '4294967296',
      '"2026-11-22.0123abcd"',
    ],
    check(input) {
      const { value, problems } = read(new TextDecoder().decode(input));
      keepsProblems(problems);
      promise((value === undefined) === problems.length > 0, 'a document is neither read nor refused');
      keepsFinite(value);
    },
  }),
);

const dictionaries = rateDictionaries(
  [1, 2, 3].map((n) => ({ id: `p${n}`, name: `P${n}`, place: 'TX', identifier: '', system: '' })),
  [1, 2].map((n) => ({
    id: `n${n}`,
    payerRaw: 'UMR',
    plan: '',
    payer: 'uhg',
    parent: '',
    line: 'Commercial',
  })),
  [],
);

const rateTarget: FuzzTarget = {
  name: 'release/rates',
  seeds: () => [...seedFiles(folder, /rates\/971(10|40)\/(TX|AK)\.csv$/), new TextEncoder().encode(rates)],
  words: [...words, 'count', '10', 'above_gross|per_diem', '42949672.95'],
  check(input) {
    const { table, present, leftOut, problems } = readRateFile(input, file, '97110', dictionaries);
    keepsCount(present, table.length, leftOut);
    keepsProblems(problems);
    for (let row = 0; row < table.length; row++) promise((table.cents[row] ?? 0) > 0, 'a rate has no cents');
    if (leftOut > 0) promise(problems.length > 0, 'lines are left out without a word');
  },
};

/** Lines whose ids are those of the dictionaries above. */
const rates = `state,provider,plan,code_type,modifier,setting,billing_class,rate,methodology,source,flags,source_rows,count
TX,p1,n1,CPT,,outpatient,facility,36.50,fee schedule,s1,,1,
TX,p2,n2,CPT,GP,,,120.00,,s1,above_gross,2,14
TX,p3,n1,HCPCS,,both,professional,0.01,case rate,s2,,1,1
`;

/** Every reader of the data release. */
export const releaseTargets: readonly FuzzTarget[] = [...tableTargets, ...documentTargets, rateTarget];
