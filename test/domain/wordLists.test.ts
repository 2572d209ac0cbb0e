import { expect, test } from 'vitest';
import { absenceReasons, absent } from '../../src/domain/cell.ts';
import {
  authorityKinds,
  relations,
  requirementNames,
  standings,
  topics,
} from '../../src/domain/codeContext.ts';
import { noIndex } from '../../src/domain/contractIndex.ts';
import { gradeLevels } from '../../src/domain/grade.ts';
import { sensitivityTargets, volumeChanges } from '../../src/domain/impactSensitivity.ts';
import { methodologyGroups } from '../../src/domain/methodology.ts';
import { planLines } from '../../src/domain/payer.ts';
import { aliasKinds, aliasMatches } from '../../src/domain/payerAlias.ts';
import { noteStandings } from '../../src/domain/placeNote.ts';
import { plausibilityFlagNames } from '../../src/domain/plausibility.ts';
import { publishedClaims, publishedClasses, publishedMeasures } from '../../src/domain/published.ts';
import { leftOutReasons } from '../../src/domain/rateSelection.ts';
import { billingClasses, codeTypes, rateFlags, settings, sourceKinds } from '../../src/domain/rateTable.ts';
import { digestMeasures } from '../../src/domain/releaseDigest.ts';
import { sampleVisits } from '../../src/domain/sampleVisits.ts';
import { firstScenarios } from '../../src/domain/scenario.ts';
import { bases, defaultScope, providerTypes, sites } from '../../src/domain/scope.ts';
import { unitRules } from '../../src/domain/typicalVisit.ts';
import { reductions } from '../../src/domain/visitPayment.ts';

/** Words separated by two blanks or more, because some hold one. */
const words = (text: string) => text.trim().split(/\s{2,}/);

test('the words that the columns of a release hold', () => {
  // `public/data/README.md` has them; the order of the marks is that of their bits.
  expect(settings).toEqual(['', ...words('outpatient  inpatient  both  emergency')]);
  expect(billingClasses).toEqual(['', ...words('facility  professional  institutional')]);
  expect(codeTypes).toEqual(words('CPT  HCPCS  APC'));
  expect(rateFlags).toEqual(
    words('above_gross  equals_gross  per_diem  very_low  encounter_level  hospital_estimate  clinic_median'),
  );
  expect(sourceKinds).toEqual(words('hospital  payer  own'));
  expect(planLines).toEqual(
    words(
      "Commercial  Exchange / individual  Medicare Advantage  Medicaid / CHIP  Medicare (traditional)  Medicare supplement  Tricare/VA  Workers' comp / auto  Behavioral  Unspecified",
    ),
  );
  expect(publishedClasses).toEqual(
    words('buca  commercial  private  medicare  medicare-advantage  medicaid  workers-comp  other'),
  );
  expect(publishedMeasures).toEqual(words('mean  min  p10  p25  median  p75  p90  max  spread'));
  expect(publishedClaims).toEqual(words('highest-mean  lowest-mean  widest-spread  smallest-spread'));
  expect(digestMeasures).toEqual(words('mean  p25  median  p75'));
});

test('the words that the tables of sources hold', () => {
  expect(aliasKinds).toEqual(words('brand  line  product  spelling  generic  not a payer'));
  expect(aliasMatches).toEqual(words('anywhere  alone  start'));
  expect(authorityKinds).toEqual(words('coding  payer  code-set  article  ours'));
  expect(standings).toEqual(words('original  notes  quoted  excerpts  ours'));
  expect(noteStandings).toEqual(words('original  notes'));
  expect(topics).toEqual(
    words(
      'overview  serviceType  placeOfService  timeRules  whoBills  services  conditions  whenToBill  documentation  errors  policies  vignette',
    ),
  );
  expect(requirementNames).toEqual(words('one-on-one  written-report  timed-units'));
  expect(relations).toEqual(words('compare  followed-by  follows  together  instead  replaced-by  replaces'));
});

test('the words that addresses and exports hold', () => {
  expect([sites, bases, providerTypes]).toEqual([
    words('hospital  office  all'),
    words('providers  rates'),
    words('hospital  clinic'),
  ]);
  expect(methodologyGroups).toEqual(
    words('fee-schedule  negotiated  percent-of-charges  per-diem  estimate  other  unstated'),
  );
  expect(leftOutReasons).toEqual(
    words(
      'line  site  vintage  provider-type  provider  methodology  modifier  code-type  contradicts-file  assistant',
    ),
  );
  expect(gradeLevels).toEqual(words('good  fair  low  insufficient'));
  expect(absenceReasons).toEqual(
    words('not-in-input  out-of-scope  too-few  not-comparable  not-priced  refused  unreadable'),
  );
  expect(plausibilityFlagNames).toEqual(
    words('placeholder  below-fence  above-fence  below-medicare-range  above-medicare-range  above-gross'),
  );
  expect([unitRules, reductions]).toEqual([
    words('eight-minute  midpoint'),
    words('none  practice-expense  later-units  later-codes'),
  ]);
});

test('a page without choices counts commercial rates of hospitals, provider by provider, all of them', () => {
  expect(defaultScope).toEqual({
    line: 'Commercial',
    site: 'hospital',
    basis: 'providers',
    vintage: { from: null, to: null },
    leftOutRows: 'out',
    methodology: null,
    modifier: null,
    providerType: null,
    provider: null,
    outliers: 'in',
    definition: 'type7',
  });
});

test('what the desk begins with: three offers, eleven targets, five volumes, three visits', () => {
  expect(firstScenarios).toEqual([
    { name: '5% across the board', rule: { kind: 'percent', change: 0.05 }, overrides: [], lowers: false },
    { name: '120% of Medicare', rule: { kind: 'medicare', share: 1.2 }, overrides: [], lowers: false },
    {
      name: 'One schedule at 110% of Medicare',
      rule: { kind: 'medicare', share: 1.1 },
      overrides: [],
      lowers: true,
    },
  ]);
  expect(noIndex).toEqual(absent('not-comparable', 'no line has both amounts and a volume'));
  expect(sensitivityTargets).toEqual([
    ...[0.25, 0.5, 0.6, 0.75, 0.9].map((p) => ({ kind: 'percentile', p })),
    ...[1, 1.1, 1.2, 1.3, 1.4, 1.5].map((share) => ({ kind: 'medicare', share })),
  ]);
  expect(volumeChanges).toEqual([-0.2, -0.1, 0, 0.1, 0.2]);
  expect(sampleVisits.map(({ id, name, assistant, perYear }) => [id, name, assistant, perYear])).toEqual([
    ['evaluation', 'First visit', false, 250],
    ['follow-up', 'Follow-up', false, 1200],
    ['activities', 'Activities, by an assistant', true, 300],
  ]);
  expect(sampleVisits.map(({ services }) => services)).toEqual([
    [
      { code: '97161', units: 1 },
      { code: '97110', minutes: 15 },
    ],
    [
      { code: '97110', minutes: 30 },
      { code: '97140', minutes: 15 },
    ],
    [
      { code: '97110', minutes: 18 },
      { code: '97530', minutes: 20 },
    ],
  ]);
});
