import { expect, test } from 'vitest';
import { packCodePage, readCodePage } from '../../src/data/carriedCodePage.ts';
import { codePageData } from '../../src/data/codePageData.ts';
import { codeBenchmarks } from '../../src/domain/codeBenchmarks.ts';
import { newestYear } from '../../src/domain/newestYear.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { type CodePageData, type CodePageModel, codePageModel } from '../../src/figures/codePage.ts';
import { codeView } from '../../src/figures/codeView.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { releaseName } from '../../src/text/releaseText.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

const loader = shippedLoader();

async function dataOf(code: string, place: string | null): Promise<CodePageData> {
  const data = await codePageData(loader, code, place);
  if (!data) throw new Error(`the release has no ${code}`);
  return data;
}

function viewOf({ here, nation, head }: CodePageModel) {
  return codeView({ here, nation: nation ?? here }, releaseName(head.release), false);
}

test.each([
  ['97110', 'TX'],
  ['97755', null],
  ['97755', 'AK'],
])('the facts a page carries say of %s %s what its rates say', async (code, place) => {
  const data = await dataOf(code, place);
  const benchmarks = codeBenchmarks({ ...data, place, scope: defaultScope, medicareYear: 2026 });
  const carried: CodePageModel = JSON.parse(JSON.stringify(codePageModel(data, place)));
  expect(viewOf(carried)).toEqual(codeView(benchmarks, releaseName(data.release), false));
});

test.each([
  ['97110', null],
  ['97110', 'TX'],
  ['97755', 'AK'],
])('the model of %s %s loses nothing on its way in the page, and brings no keys', async (code, place) => {
  const model = codePageModel(await dataOf(code, place), place);
  const packed = packCodePage(model);
  expect(readCodePage(JSON.parse(JSON.stringify(packed)))).toEqual(model);
  expect(packed.keys, 'kinds of objects to add to carriedCodePage.ts').toEqual([]);
});

test('the tiles are the cells of the leading row, each with its n', async () => {
  const view = viewOf(codePageModel(await dataOf('97110', null), null));
  expect(view.tiles.map(({ label, cell, kind, note }) => [label, formatCell(cell, kind), note])).toEqual([
    ['BUCA median', '$90.23', '129 votes, 47 providers'],
    ['BUCA mean', '$111.48', '129 votes, 47 providers'],
    ['Medicare 2026, mean', expect.stringMatching(/^\$\d/), '109 localities'],
    ['BUCA % of Medicare', expect.stringMatching(/%$/), expect.stringMatching(/ of 129 votes compared$/)],
  ]);
});

test('without a rate the view says so and has nothing to draw', async () => {
  const model = codePageModel(await dataOf('97755', 'AK'), 'AK');
  const view = viewOf(model);
  expect(model.head.hasRates).toBe(false);
  expect(view.here.isEmpty).toBe(true);
  expect(view.deviation).toBeNull();
  expect(view.relax).toBe('');
  expect(view.insights.map(({ id }) => id)).toEqual(['no-rates']);
});

test('where the leading row is empty, the sentence says so of that row and counts the others', async () => {
  const view = viewOf(codePageModel(await dataOf('97010', 'WA'), 'WA'));
  expect(view.here.figure.summary).toBe(
    'BUCA: Data not available in the input. Other commercial payers: 1 vote, too few for percentiles; its amount is $12.42.',
  );
});

test('rates of which none fits the scope are not called missing', async () => {
  const view = viewOf(codePageModel(await dataOf('N700', null), null));
  expect(view.here.figure.summary).toBe('Payer rates: 9 in the input, none in this scope.');
  expect(view.insights.map(({ text }) => text)).toEqual([
    'Payer rates nationally: 9 in the input, none in this scope.',
  ]);
});

test('a release without a fee schedule is refused', () => {
  expect(() => newestYear([])).toThrow('no fee schedule');
});
