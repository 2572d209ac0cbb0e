import type { BillingCode } from '../domain/billingCode.ts';
import type { Contract } from '../domain/contract.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { digestKey, type ReleaseDigest } from '../domain/releaseDigest.ts';
import type { TypicalVisit } from '../domain/typicalVisit.ts';
import { type VisitBoard, visitBoard } from '../domain/visitBoard.ts';
import { type VisitImpact, visitImpact } from '../domain/visitImpact.ts';
import { visitMix } from '../domain/visitMix.ts';
import { contractRates, marketRates, ownRates, type PayerRates } from '../domain/visitRates.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { countIn, mostVisits, plainTerms, termsOf, visitOf } from './visitDraft.ts';
import type { VisitView } from './visitView.ts';

/** The user's own rates, if a file is open. */
export interface OwnVisitRates {
  readonly tables: ReadonlyMap<string, RateTable>;
  readonly contract: Contract | null;
  readonly fileName: string;
}

export interface VisitBoardsInput {
  readonly view: VisitView;
  /** Active codes only. */
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly area: MedicareArea;
  readonly year: number;
  readonly digest: ReleaseDigest | null;
  readonly releaseId: string;
  readonly own: OwnVisitRates | null;
}

export interface RatedBoard {
  readonly board: VisitBoard;
  /** What the payers' rates are. */
  readonly rates: string;
}

export interface VisitBoards {
  readonly visits: readonly TypicalVisit[];
  /** At the market's medians; null where the site keeps none of this release. */
  readonly market: RatedBoard | null;
  /** At the user's own rates. */
  readonly own: RatedBoard | null;
  /** The one beside the other; null without both. */
  readonly impact: { readonly figures: VisitImpact; readonly mixSource: string } | null;
}

/** The same visits at the market's rates and at the user's, by the same terms. */
export function visitBoards(input: VisitBoardsInput): VisitBoards {
  const { view, codes, schedule, area, year, digest, releaseId, own } = input;
  const visits = view.visits.map((draft) => visitOf(draft, codes));
  const asked = [...new Set(visits.flatMap(({ services }) => services.map(({ code }) => code)))];
  const boardOf = (found: readonly PayerRates[]): VisitBoard =>
    visitBoard({
      visits,
      payers: found.map((each) => ({ ...each, terms: termsOf(view.terms.get(each.id) ?? plainTerms) })),
      schedule,
      area,
      medicareYear: year,
    });
  const place = digest && marketPlace(digest, asked, area.place);
  const market = digest && {
    board: boardOf(marketRates(digest, asked, place)),
    rates: `Market medians of release ${releaseId}${place === area.place ? '' : ` (all states with files, pooled: ${placeTitle(area.place)} has none)`}: ${digest.scope.replace(/\.$/, '')}`,
  };
  const ownBoard = own && {
    board: boardOf(
      own.contract
        ? contractRates(own.contract.lines, asked, schedule, area, year)
        : ownRates(own.tables, asked),
    ),
    rates: own.contract
      ? `Your file ${own.fileName}: each payer’s lines, their mean by units where all state them, else their median`
      : `Your file ${own.fileName}: the median of each payer’s lines`,
  };
  if (!ownBoard || !market) return { visits, market, own: ownBoard, impact: null };
  const mix = mixOf(input, ownBoard.board, asked);
  return {
    visits,
    market,
    own: ownBoard,
    impact: { figures: visitImpact(ownBoard.board, market.board, mix.visits), mixSource: mix.source },
  };
}

/** The place where the release has rates of any of the codes; null, all of them pooled, where it has none there. */
function marketPlace(digest: ReleaseDigest, codes: readonly string[], place: PlaceCode | null) {
  return codes.some((code) => digest.figures.has(digestKey(code, place))) ? place : null;
}

function mixOf({ view, own, area }: VisitBoardsInput, board: VisitBoard, codes: readonly string[]) {
  const typed = new Map(
    [...view.mix].flatMap(([id, text]) => {
      const visits = countIn(text, mostVisits);
      return visits === undefined ? [] : [[id, visits] as const];
    }),
  );
  if (typed.size > 0) return { visits: typed, source: 'as typed; payers without a number count as none' };
  const shared = own?.contract ? visitMix(own.contract.lines, codes, area, board.perYear) : null;
  return shared
    ? {
        visits: shared,
        source: `the ${countOf(board.perYear, 'visit')} of the year shared out by your file’s units of these codes`,
      }
    : { visits: null, source: '' };
}
