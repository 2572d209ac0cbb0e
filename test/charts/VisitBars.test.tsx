import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, test } from 'vitest';
import { labelText, smallText } from '../../src/charts/rangeLayout.ts';
import { textWidth } from '../../src/charts/textWidth.ts';
import { VisitBars } from '../../src/charts/VisitBars.tsx';
import { visitBarsGeometry, visitBarsHeight } from '../../src/charts/visitBarsGeometry.ts';
import { absent, present } from '../../src/domain/cell.ts';
import { type VisitPayer, visitBoard } from '../../src/domain/visitBoard.ts';
import { visitBars } from '../../src/figures/visitBars.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const terms = { rule: 'eight-minute', reduction: 'none', assistantShare: 1, cap: null } as const;
const payer = (id: string, name: string, rate: number | null): VisitPayer => ({
  id,
  name,
  terms,
  rates: new Map([
    [
      '97110',
      { rate: rate === null ? absent('too-few', 'fewer than 5 providers (3)') : present(rate), n: 3 },
    ],
  ]),
});
const boardOf = (payers: readonly VisitPayer[]) =>
  visitBoard({
    visits: [
      {
        id: 'v',
        name: 'Exercise',
        services: [{ code: '97110', minutes: 30 }],
        assistant: false,
        perYear: 10,
      },
    ],
    payers,
    schedule: shippedSchedule(),
    area: { place: 'AK', locality: null },
    medicareYear: 2025,
  });
const board = boardOf([
  payer('aetna', 'Aetna', 2500),
  payer('kaiser', 'Kaiser', null),
  payer('cigna', 'Cigna', 5000),
]);
const marketBoard = boardOf([payer('aetna', 'Aetna', 3000)]);
const model = visitBars(board, 'Alaska', 'v');

describe('two units of 97110 in Alaska 2025: Medicare 37.06 + 29.54 = 66.60', () => {
  it('most first, what is missing last with its reason, Medicare by its amount', () => {
    expect(model?.bars.map(({ name, label }) => [name, label])).toEqual([
      ['Cigna', '$100.00'],
      ['Aetna', '$50.00'],
      ['Kaiser', '97110: fewer than 5 providers (3)'],
    ]);
    expect(model?.medicare).toEqual({ amount: 6660, label: 'Medicare $66.60' });
    expect(model?.bars[0]?.detail).toBe('Cigna: $100.00, 150.2% of Medicare.');
    expect(model?.summary).toBe(
      'Exercise: Cigna pays most, $100.00; Aetna least, $50.00. 1 of 2 payers pays more than Medicare’s $66.60.',
    );
    expect(model?.title).toBe('Exercise: payment by payer, Alaska');
  });
  it('beside the user’s own stands the market’s payment of the same payer: two units at 30.00', () => {
    const both = visitBars(board, 'Alaska', 'v', marketBoard);
    expect(both?.bars.map(({ name, market: theirs }) => [name, theirs])).toEqual([
      ['Cigna', null],
      ['Aetna', 6000],
      ['Kaiser', null],
    ]);
    expect(both?.bars[1]?.detail).toBe('Aetna: $50.00, 75.1% of Medicare; the market $60.00.');
  });
  it('the average visit where no kind is asked for; nothing where nobody has an amount', () => {
    expect(visitBars(board, 'Alaska', null)?.title).toBe('Average visit: payment by payer, Alaska');
    const [medicare] = board.rows;
    const none = { ...board, rows: [{ ...medicare, average: absent('not-in-input') }] as const };
    expect(visitBars(none, 'Alaska', null)).toBeNull();
  });
});

describe('to the pixel', () => {
  if (!model) throw new Error('no model');
  it.each([1000, 390, 320])('%i pixels wide: bars in proportion, words inside, the same height', (width) => {
    const { rows, plot, medicare, height } = visitBarsGeometry(model, width);
    expect(height).toBe(visitBarsHeight(3));
    expect((rows[0]?.width ?? 0) / (rows[1]?.width ?? 1)).toBeCloseTo(2, 6);
    expect(medicare?.x).toBeCloseTo(plot.left + (6660 / 10000) * (plot.right - plot.left), 6);
    for (const { labelX, labelAnchor, nameX } of rows) {
      expect(labelX).toBeLessThanOrEqual(width);
      expect(labelAnchor === 'end' || labelX < width).toBe(true);
      expect(nameX).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('why there is no amount', () => {
  const names = ['UnitedHealthcare', 'Medicare Advantage', 'Cigna', 'Other'];
  const missing = boardOf(names.map((name) => payer(name, name, null)));
  const markets = [4000, 6660, 9000];
  const theirs = boardOf(names.slice(0, 3).map((name, index) => payer(name, name, markets[index] ?? 0)));
  const drawn = visitBars(missing, 'Alaska', 'v', theirs);
  if (!drawn) throw new Error('no model');

  it.each([1200, 560, 390, 320])('%i pixels wide: over neither the name nor the market’s mark', (width) => {
    for (const { bar, label, labelX, labelY, labelAnchor, nameX, nameY, marketX } of visitBarsGeometry(
      drawn,
      width,
    ).rows) {
      if (labelAnchor === 'end') {
        // On the name's line, above the mark.
        expect(labelX - textWidth(label, smallText)).toBeGreaterThan(nameX + textWidth(bar.name, labelText));
        continue;
      }
      // Beside the name it begins after it; else the name has a line of its own.
      if (width >= 560) expect(labelX).toBeGreaterThan(nameX);
      else expect(labelY - nameY).toBeGreaterThanOrEqual(15);
      const end = labelX + textWidth(label, smallText);
      expect(end).toBeLessThanOrEqual(width + 1);
      if (marketX !== null) expect(end < marketX - 6 || labelX > marketX + 6).toBe(true);
    }
  });

  it('is cut only where it must be', () => {
    const [first] = drawn.bars;
    const wide = visitBarsGeometry(drawn, 1200).rows.map(({ label }) => label);
    expect(new Set(wide)).toEqual(new Set([first?.label]));
    expect(visitBarsGeometry(drawn, 320).rows.some(({ label }) => label.endsWith('…'))).toBe(true);
  });
});

test('arrow keys step through the payers and say each; Escape puts it away', () => {
  if (!model) throw new Error('no model');
  render(<VisitBars model={model} width={720} />);
  const chart = screen.getByRole('application', { name: 'Exercise: payment by payer, Alaska' });
  expect(chart).toHaveAccessibleDescription(/Arrow keys step through the payers\.$/);
  expect(screen.getByText(/Arrow keys/)).not.toBeVisible();
  fireEvent.keyDown(chart, { key: 'ArrowDown' });
  expect(screen.getByRole('status')).toHaveTextContent('Cigna: $100.00, 150.2% of Medicare.');
  fireEvent.keyDown(chart, { key: 'End' });
  expect(screen.getByRole('status')).toHaveTextContent('Kaiser: 97110: fewer than 5 providers (3).');
  fireEvent.keyDown(chart, { key: 'Home' });
  fireEvent.keyDown(chart, { key: 'ArrowUp' });
  expect(screen.getByRole('status')).toHaveTextContent('Cigna');
  fireEvent.keyDown(chart, { key: 'Escape' });
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});
