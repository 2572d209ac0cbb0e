import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useCodeWork } from '../../src/pages/useCodeWork.tsx';
import type { Work } from '../../src/share/workQuery.ts';
import { held } from '../support/held.ts';

type Input = Parameters<typeof useCodeWork>[0];

const script = held<undefined>();
vi.mock('../../src/pages/explainCodeAsk.ts', async () => {
  await script.promise;
  return { explainCodeAsk: () => ({ title: 'of the view that was left' }) };
});
vi.mock('../../src/pages/RecomputePanel.tsx', () => ({
  RecomputePanel: ({ model }: { model: { title: string } }) => <p role="dialog">{model.title}</p>,
}));

function Page({ work }: { work: Work | null }) {
  // The working is a stand-in: what the figures are made from is not looked at.
  const rates = {} as NonNullable<Input['rates']>;
  const nothing = () => undefined;
  const { panel } = useCodeWork({
    rates,
    onNeed: nothing,
    work,
    onWork: nothing,
    ratesFile: () => '',
    origin: '',
    address: '',
  });
  return <>{panel}</>;
}

test('a working whose script is still under way does not open over the view that Back led to', async () => {
  const { rerender } = render(<Page work={{ row: 'aetna', measure: 'median', ofNation: false }} />);
  act(() => {
    dispatchEvent(new PopStateEvent('popstate'));
  });
  rerender(<Page work={null} />);
  await act(async () => {
    script.resolve(undefined);
    await script.promise;
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
