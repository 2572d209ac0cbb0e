import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { UnreadNotice } from '../../src/ui/UnreadNotice.tsx';

const reason = 'this page has no such setting';

test('names parts with the reason of each', () => {
  render(<UnreadNotice parts={[{ part: 'k=v', reason }]} />);
  expect(screen.getByText(`k=v: ${reason}.`)).toBeInTheDocument();
});

test('gives whoever made the link no room for an essay', () => {
  const parts = Array.from({ length: 300 }, (_, at) => ({
    part: `k${at}=${'call me '.repeat(400)}`,
    reason,
  }));
  const { container } = render(<UnreadNotice parts={parts} />);
  expect(container.textContent?.length).toBeLessThan(500);
  expect(container).toHaveTextContent('296 more parts could not be read either.');
});

test('is not there where all could be read', () => {
  const { container } = render(<UnreadNotice parts={[]} />);
  expect(container).toBeEmptyDOMElement();
});
