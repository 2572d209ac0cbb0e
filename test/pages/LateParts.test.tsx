import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { LateParts } from '../../src/pages/LateParts.tsx';

beforeEach(() => {
  // Nobody comes near.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

function Page() {
  const [isHere, setHere] = useState(false);
  return (
    <main>
      <section aria-label="What is before them">97110</section>
      {isHere ? <p>The votes</p> : <LateParts onNeed={() => {}} />}
      <button type="button" onClick={() => setHere(true)}>
        Let them come
      </button>
    </main>
  );
}

const asks = () => screen.getByRole('button', { name: 'Load them now' });

test('parts asked for by a button leave the focus to what stands before them, also when they have come', async () => {
  const user = userEvent.setup();
  render(<Page />);
  await user.click(asks());
  expect(screen.getByText(/^Loading the votes/)).toBeInTheDocument();
  const before = screen.getByRole('region', { name: 'What is before them' });
  expect(before).toHaveFocus();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Let them come' })).toHaveFocus();
});

test('asked for without the focus in the button, they take none', async () => {
  render(<Page />);
  asks().click();
  await screen.findByText(/^Loading the votes/);
  expect(document.body).toHaveFocus();
});

test('parts that did not come say so where they would stand, and are asked for again', async () => {
  const user = userEvent.setup();
  const onRetry = vi.fn();
  const reason = 'rates/97110/TX.csv: the server has no such file (status 404).';
  const missing = { reason, onRetry };
  const { rerender } = render(<LateParts onNeed={() => {}} missing={missing} />);
  // Not asked for yet: nobody need know.
  expect(screen.queryByRole('alert')).toBeNull();
  await user.click(asks());
  expect(screen.getByRole('alert')).toHaveTextContent(reason);
  expect(screen.queryByText(/^Loading/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
  rerender(<LateParts onNeed={() => {}} missing={null} />);
  expect(screen.getByText(/^Loading the votes/)).toBeInTheDocument();
});
