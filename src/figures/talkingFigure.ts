import { present } from '../domain/cell.ts';
import type { TalkingPoint } from '../domain/talkingPoints.ts';
import { type WeakSpotFacts, weakSpots } from '../domain/weakSpots.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import { type TalkingFacts, talkingClaim, talkingEvidence, weakSpotText } from '../text/talkingText.ts';
import type { Figure } from './figure.ts';

export interface TalkingFigureFacts extends TalkingFacts, WeakSpotFacts {
  readonly method: string;
  readonly origin: string;
}

/** A point in words: what is said, on what it rests, and where it can be attacked. */
export interface SpokenPoint {
  readonly id: string;
  readonly side: TalkingPoint['side'];
  readonly claim: string;
  readonly evidence: string;
  readonly weak: readonly string[];
  readonly stake: TalkingPoint['stake'];
}

/** A point in words: what is claimed, what it rests on, where it can be attacked. */
export function spokenPoint(point: TalkingPoint, facts: TalkingFigureFacts): SpokenPoint {
  return {
    id: point.id,
    side: point.side,
    claim: talkingClaim(point, facts),
    evidence: talkingEvidence(point, facts),
    weak: weakSpots(point, facts).map(weakSpotText),
    stake: point.stake,
  };
}

/** Every point the rules found, most at stake first: the list, its export and the printed page read this. */
export function talkingFigure(points: readonly TalkingPoint[], facts: TalkingFigureFacts): Figure {
  const spoken = points.map((point) => spokenPoint(point, facts));
  const asks = points.filter(({ side }) => side === 'ask').length;
  const [first] = points.filter(({ side }) => side === 'ask');
  return {
    id: 'talking-points',
    title: 'Talking points',
    labelColumn: {
      id: 'claim',
      label: 'Point',
      kind: 'text',
      definition: 'Made by a fixed rule from the cells of your contract.',
    },
    columns: [
      { id: 'stake', label: 'At stake', kind: 'money', definition: stakeDefinition },
      {
        id: 'evidence',
        label: 'Evidence',
        kind: 'text',
        definition: 'The numbers behind it, with n, grade, source and date.',
      },
      { id: 'weak', label: 'Weak spots', kind: 'text', definition: 'Where the other side can attack it.' },
    ],
    rows: spoken.map(({ id, side, claim, evidence, weak, stake }) => ({
      id,
      label: claim,
      cells: {
        stake,
        evidence: present(evidence),
        weak: present(weak.length === 0 ? 'None by these rules.' : weak.join(' ')),
      },
      flags: side === 'expect' ? ['expect'] : [],
    })),
    notes: [
      'Dollars of different points overlap: a line below P25 is below the median too. Do not add them up.',
    ],
    method: `Points are found by fixed rules (lines below Medicare, below the market’s P25 or median, below your other payers; the lines that carry most of the gain; rates above your charge or the market’s P75; lines without a market) and ranked by dollars at stake. ${facts.method}`,
    sources: facts.origin,
    summary:
      asks === 0
        ? 'No line is below Medicare, the market or your other payers, so there is nothing to ask for by these rules.'
        : `${countOf(asks, 'point')} to make and ${points.length - asks} to expect.${first?.stake.kind === 'value' ? ` Most at stake: ${formatMoney(first.stake.value)}.` : ''}`,
  };
}

const stakeDefinition =
  'Σ units × the distance from your rate to the amount the point names, over the lines it rests on and the period of your file.';
