import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ErrorState } from '../../src/ui/ErrorState.tsx';
import { InsightList } from '../../src/ui/InsightList.tsx';
import { Loading } from '../../src/ui/Loading.tsx';
import { Notice } from '../../src/ui/Notice.tsx';
import { PayerLabel } from '../../src/ui/PayerLabel.tsx';
import { StatTile } from '../../src/ui/StatTile.tsx';
import { StatTiles } from '../../src/ui/StatTiles.tsx';
import { TimedBadge } from '../../src/ui/TimedBadge.tsx';

test('a danger interrupts, other notices wait their turn', () => {
  render(
    <>
      <Notice tone="danger">The file is broken.</Notice>
      <Notice tone="warning" title="Careful.">
        Few votes.
      </Notice>
    </>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('The file is broken.');
  expect(screen.getByRole('status')).toHaveTextContent('Careful. Few votes.');
});

test('loading says what is coming and that it is busy', () => {
  render(<Loading label="Loading rates for 97110" chartHeight={320} lines={8} />);
  const status = screen.getByRole('status');
  expect(status).toHaveAttribute('aria-busy', 'true');
  expect(status).toHaveTextContent(/^Loading rates for 97110…$/);
});

test('an error says what happened and offers another try only where there is one', async () => {
  const onRetry = vi.fn();
  const { rerender } = render(
    <ErrorState title="The rates could not be loaded" message="Check the connection." onRetry={onRetry} />,
  );
  const alert = screen.getByRole('alert');
  expect(within(alert).getByRole('heading', { name: 'The rates could not be loaded' })).toBeInTheDocument();
  expect(alert).toHaveTextContent('Check the connection.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
  rerender(<ErrorState title="No such code" message="There is no code 12345." />);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('insights are a named list; without any there is nothing at all', () => {
  const { rerender } = render(
    <InsightList
      insights={[{ id: 'high', text: 'Cigna is highest.', rowIds: ['cigna'] }]}
      rowLink={(id) => ({ href: `#benchmark-TX-${id}`, name: 'Cigna' })}
    />,
  );
  const section = screen.getByRole('region', { name: 'Key insights' });
  expect(
    within(section)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Cigna is highest. Cigna']);
  expect(within(section).getByRole('link', { name: 'Cigna in the table' })).toHaveAttribute(
    'href',
    '#benchmark-TX-cigna',
  );
  rerender(<InsightList insights={[]} rowLink={() => ({ href: '', name: '' })} />);
  expect(screen.queryByRole('heading')).not.toBeInTheDocument();
});

test('headline tiles are terms and their definitions', () => {
  render(
    <StatTiles>
      <StatTile label="BUCA median" value="$90.23" note="n 129" />
      <StatTile label="Kaiser" value="Data not available in the input" absent />
    </StatTiles>,
  );
  expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['BUCA median', 'Kaiser']);
  expect(screen.getAllByRole('definition').map((definition) => definition.textContent)).toEqual([
    '$90.23',
    'n 129',
    'Data not available in the input',
  ]);
});

test.each([
  [{ timing: 'timed', unitMinutes: 15 }, '15 min'],
  [{ timing: 'timed', unitMinutes: null }, 'timed'],
  [{ timing: 'untimed', unitMinutes: null }, 'untimed'],
  [{ timing: 'not-stated', unitMinutes: null }, ''],
] as const)('the unit of %j reads "%s"', (code, text) => {
  const { container } = render(<TimedBadge code={code} />);
  expect(container).toHaveTextContent(text === '' ? /^$/ : text);
});

test('a payer’s colour comes with the payer’s name', () => {
  render(<PayerLabel colour="aetna">Aetna</PayerLabel>);
  expect(screen.getByText('Aetna')).toBeInTheDocument();
});
