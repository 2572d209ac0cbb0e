import { fireEvent, render, screen } from '@testing-library/react';
import { type ComponentType, Suspense } from 'react';
import { expect, test } from 'vitest';
import { latePart } from '../../src/ui/latePart.ts';

interface PanelProps {
  readonly name: string;
}

function Panel({ name }: PanelProps) {
  return <p>The panel of {name}</p>;
}

/** A script that does not come the first so many times, and how often it was asked for. */
function failing(times: number) {
  const asked = { count: 0 };
  const load = (): Promise<ComponentType<PanelProps>> => {
    asked.count += 1;
    return asked.count > times ? Promise.resolve(Panel) : Promise.reject(new Error('Failed to fetch'));
  };
  return { asked, load };
}

function page(Part: ComponentType<PanelProps>, isShown = true) {
  return (
    <main id="main" tabIndex={-1}>
      <p>The rest of the page</p>
      <Suspense fallback={<p>Loading</p>}>{isShown ? <Part name="97110" /> : null}</Suspense>
    </main>
  );
}

const notice = 'This part of the page did not arrive';

test('a part whose script comes is shown', async () => {
  const { load, asked } = failing(0);
  render(page(latePart(load)));
  expect(await screen.findByText('The panel of 97110')).toBeVisible();
  expect(asked.count).toBe(1);
});

test('one whose script does not come says so in its place, and the rest of the page stays', async () => {
  const { load } = failing(9);
  render(page(latePart(load)));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(notice);
  expect(alert).toHaveTextContent('reload it then');
  expect(screen.getByText('The rest of the page')).toBeVisible();
});

test('trying again brings it, with the focus on the page; until then it says that it did not come this time either', async () => {
  const { load, asked } = failing(2);
  render(page(latePart(load)));
  const button = await screen.findByRole('button', { name: 'Try again' });
  button.focus();
  fireEvent.click(button);
  expect(await screen.findByText(/It did not come this time either\./)).toBeVisible();
  expect(button).toHaveFocus();
  fireEvent.click(button);
  expect(await screen.findByText('The panel of 97110')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('main')).toHaveFocus();
  expect(asked.count).toBe(3);
});

test('one that came later is there at once when it is shown again', async () => {
  const Part = latePart(failing(1).load);
  const { rerender } = render(page(Part));
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await screen.findByText('The panel of 97110');
  rerender(page(Part, false));
  rerender(page(Part));
  expect(screen.getByText('The panel of 97110')).toBeVisible();
});
