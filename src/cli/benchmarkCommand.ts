import { codePageData } from '../data/codePageData.ts';
import { codeBenchmarks } from '../domain/codeBenchmarks.ts';
import { newestYear } from '../domain/newestYear.ts';
import { codeView } from '../figures/codeView.ts';
import { formatAddress } from '../share/address.ts';
import { capital } from '../text/capital.ts';
import { releaseName } from '../text/releaseText.ts';
import { schedulesText } from '../text/scheduleText.ts';
import type { CliEdges } from './cliEdges.ts';
import { type BenchmarkRequest, NoAnswer } from './cliRequest.ts';
import { formatFigure } from './formatFigure.ts';
import { openRelease } from './openRelease.ts';

/**
 * The benchmark of a code as its page has it, from the same facts.
 *
 * @throws NoAnswer for a code or a fee-schedule year the release does not hold.
 */
export async function benchmarkCommand(
  { address, format, dataFolder }: BenchmarkRequest,
  { packageFolder, today, out, err }: CliEdges,
): Promise<void> {
  const { code, place, scope, medicareYear } = address;
  const data = await codePageData(openRelease(dataFolder, packageFolder), code, place);
  if (!data) throw new NoAnswer(`${code} is not in the catalogue of this release.`);
  const { years } = data.schedule;
  const newest = newestYear(years);
  if (medicareYear !== null && !years.includes(medicareYear))
    throw new NoAnswer(`${capital(schedulesText(years))}, not for ${medicareYear}.`);
  const facts = codeBenchmarks({ ...data, place, scope, medicareYear: medicareYear ?? newest });
  const view = codeView(facts, releaseName(data.release), false);
  const { figure } = view.here;
  const insights = view.insights.map(({ text }) => text);
  const said = {
    release: data.release,
    page: formatAddress(address),
    insights,
    today,
  };
  out(formatFigure(figure, format, said));
  if (view.relax !== '') err(`No rate fits every choice. ${view.relax}`);
}
