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
