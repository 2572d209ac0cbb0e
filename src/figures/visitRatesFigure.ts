import { absent, type Cell, present } from '../domain/cell.ts';
import type { VisitBoard } from '../domain/visitBoard.ts';
import { medicareMethods } from '../text/medicareText.ts';
import { methods } from '../text/methods.ts';
import type { Figure } from './figure.ts';

/**
 * The rates for one unit that the visits are made of, with how many votes or lines stand behind each.
 *
 * @param isOwn whether they are the user's: one line of a contract is a rate, one vote of a market is none.
 */
export function visitRatesFigure(
  board: VisitBoard,
  where: string,
  rates: string,
  origin: string,
  isOwn = false,
): Figure {
  const codes = visitCodes(board);
  return {
    id: 'visit-rates',
    title: `Rates behind the visits, ${where}`,
    labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: methods.payer },
    // Counts last, so that Medicare, which has none, says so once in one run of cells.
    columns: [
      ...codes.map((code) => ({
        id: `rate-${code}`,
        label: code,
        kind: 'money' as const,
        definition: 'Rate for one unit, in full.',
      })),
      ...codes.map((code) => ({
        id: `n-${code}`,
        label: `n, ${code}`,
        kind: 'count' as const,
        definition: 'Votes or lines behind the rate.',
      })),
    ],
    rows: board.rows.map(({ id, name, payer }) => ({
      id,
      label: name,
      cells: Object.fromEntries(
        codes.flatMap((code): [string, Cell][] => {
          const rate = board.rateOf(payer, code);
          const n = payer?.rates.get(code)?.n;
          return [
            [`rate-${code}`, rate.kind === 'value' ? present(rate.value.full) : rate],
            [
              `n-${code}`,
              n === undefined ? absent('not-comparable', countlessOf(payer === null)) : present(n),
            ],
          ];
        }),
      ),
      flags: [],
    })),
    notes: [
      `${rates}.`,
      ...(isOwn
        ? []
        : ['A median of fewer than 5 votes is not shown, and a visit that needs it has no payment.']),
    ],
    method: `${medicareMethods.nonFacility} ${isOwn ? `${rates}.` : methods.median}`,
    sources: `${rates}. Medicare: ${origin}.`,
    summary: 'What one unit pays in full, before any reduction.',
  };
}

function countlessOf(isMedicare: boolean): string {
  return isMedicare ? 'a fee schedule has no votes' : 'no rate';
}

/** The codes of the visits, each once, in the order first given. */
function visitCodes({ visits }: Pick<VisitBoard, 'visits'>): readonly string[] {
  return [...new Set(visits.flatMap(({ services }) => services.map(({ code }) => code)))];
}
