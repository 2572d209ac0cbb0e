import { render, screen, within } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RangeChart } from '../../src/charts/RangeChart.tsx';
import { StaticRangeChart } from '../../src/charts/StaticRangeChart.tsx';
import type { RangeModel } from '../../src/figures/rangeModel.ts';
import { humana, model } from './rangeModels.ts';

const widths = [326, 640, 1030];

function both(width: number, changes: Partial<RangeModel> = {}) {
  const drawn = { ...model, ...changes };
  const live = render(<RangeChart model={drawn} width={width} />).container;
  const still = render(<StaticRangeChart model={drawn} width={width} />).container;
  const surface = (container: HTMLElement, role: string) => {
    const found = container.querySelector(`svg[role="${role}"]`);
    if (!found) throw new Error(`no ${role}`);
    return found;
  };
  return { live, still, liveSvg: surface(live, 'application'), stillSvg: surface(still, 'img') };
}

/** Every number a mark is placed by, in drawing order. */
function places(svg: Element, kind: string): readonly string[] {
  const names = ['x', 'x1', 'x2', 'cx', 'y', 'y1', 'y2', 'cy', 'width', 'height', 'd', 'r', 'fill', 'stroke'];
  return [...svg.querySelectorAll(`[data-mark="${kind}"]`)].map((mark) =>
    names.map((name) => mark.getAttribute(name)).join(' '),
  );
}

/** Recharts adds its ticks up in another order: the last of sixteen digits may differ. */
function rounded(text: string): string {
  return /^[\d.]+$/.test(text) ? (Math.round(Number(text) * 10) / 10).toFixed(1) : text;
}

const kinds = ['bar', 'median', 'mean', 'vote', 'beyond', 'medicare', 'medicare-label', 'absence'];

describe.each(widths)('at %i px', (width) => {
  it('puts each mark where the live chart puts it', () => {
    const { liveSvg, stillSvg } = both(width);
    for (const kind of kinds) {
      expect(places(stillSvg, kind), kind).toEqual(places(liveSvg, kind));
      expect(places(stillSvg, kind).length, kind).toBeGreaterThan(0);
    }
  });

  it('has the live chart’s size, its key and its words under the chart', () => {
    const { live, still, liveSvg, stillSvg } = both(width);
    for (const name of ['width', 'height', 'viewBox']) {
      expect(stillSvg.getAttribute(name)).toBe(liveSvg.getAttribute(name));
    }
    const around = (container: HTMLElement) =>
      [...container.querySelectorAll('ul, [class*="beyond"]')].map((part) => part.outerHTML);
    expect(around(still)).toEqual(around(live));
    expect(around(still)).toHaveLength(2);
  });

  it('has the live chart’s grid lines and tick labels', () => {
    const { liveSvg, stillSvg } = both(width);
    const lines = (svg: Element, lineName: string) =>
      [...svg.querySelectorAll(lineName)].map((each) =>
        ['x1', 'x2', 'y1', 'y2', 'stroke']
          .map((name) => each.getAttribute(name) ?? each.parentElement?.getAttribute(name) ?? '')
          .map(rounded)
          .join(' '),
      );
    expect(lines(stillSvg, '[data-mark="grid"]')).toEqual(
      lines(liveSvg, '.recharts-cartesian-grid-vertical line'),
    );
    const labels = (found: NodeListOf<Element>) =>
      [...found]
        .filter((each) => each.textContent !== '')
        .map((each) =>
          [rounded(each.getAttribute('x') ?? ''), each.getAttribute('y'), each.textContent].join(' '),
        );
    expect(labels(stillSvg.querySelectorAll('[data-mark="tick"]'))).toEqual(
      labels(liveSvg.querySelectorAll('.recharts-cartesian-axis-tick-value')),
    );
  });
});

describe('what a reader without sight or script gets', () => {
  it('is a picture with the figure’s title and summary', () => {
    render(<StaticRangeChart model={model} width={640} />);
    const chart = screen.getByRole('img', { name: 'National benchmark for 97110' });
    expect(chart).toHaveAccessibleDescription('Median rates lie between $77.50 and $120.00.');
    expect(within(chart).getByText('$94.00')).toBeInTheDocument();
  });

  it('renders on a server to the same drawing', () => {
    const { container } = render(<StaticRangeChart model={model} width={640} />);
    const page = document.createElement('div');
    page.innerHTML = renderToStaticMarkup(<StaticRangeChart model={model} width={640} />);
    const withoutIds = (html: string) => html.replaceAll(/(id|aria-\w+)="[^"]*"/g, '');
    expect(withoutIds(page.innerHTML)).toBe(withoutIds(container.innerHTML));
  });

  it('draws words in every row when no payer has rates', () => {
    const rows = ['aetna', 'bcbs'].map((id) => ({ ...humana, id, label: id }));
    const { stillSvg, liveSvg } = both(640, { marks: rows, medicare: null });
    expect(places(stillSvg, 'absence')).toEqual(places(liveSvg, 'absence'));
    expect(places(stillSvg, 'absence')).toHaveLength(2);
    expect(places(stillSvg, 'medicare')).toEqual([]);
  });
});
