import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { RestingButton } from '../../src/ui/RestingButton.tsx';
import { ShowRest } from '../../src/ui/ShowRest.tsx';
import { besideItem, useFocusAfter } from '../../src/ui/useFocusAfter.ts';

const button = (name: string) => screen.getByRole('button', { name });

async function press(name: string) {
  const user = userEvent.setup();
  act(() => button(name).focus());
  await user.keyboard('{Enter}');
  return user;
}

/** Two rows of four, the last of them a total; the other two stand between, once `until` has come. */
function Rows({ until }: { until?: () => Promise<void> }) {
  const [isWhole, setIsWhole] = useState(false);
  const rows = isWhole ? ['a', 'b', 'c', 'total'] : ['a', 'total'];
  return (
    <div>
      <table>
        <tbody>
          {rows.map((id) => (
            <tr key={id} id={id}>
              <th scope="row">{id}</th>
              <td>
                <a href={`#${id}`}>of {id}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowRest
        hasRest={!isWhole}
        onShow={() => {
          if (until) void until().then(() => setIsWhole(true));
          else setIsWhole(true);
        }}
      >
        Show the rest
      </ShowRest>
      <button type="button">Further on</button>
    </div>
  );
}

function rowsToCome() {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { until: () => coming, come: () => come() };
}

test('the first row newly shown has the focus, and Tab goes on within it', async () => {
  render(<Rows />);
  const user = await press('Show the rest');
  const header = screen.getByRole('rowheader', { name: 'b' });
  expect(header).toHaveFocus();
  expect(header).toHaveAttribute('tabindex', '-1');
  await user.tab();
  expect(screen.getByRole('link', { name: 'of b' })).toHaveFocus();
  expect(header).not.toHaveAttribute('tabindex');
});

test('rows that come later have the focus once they are there', async () => {
  const { until, come } = rowsToCome();
  render(<Rows until={until} />);
  await press('Show the rest');
  expect(button('Show the rest')).toHaveFocus();
  await act(async () => come());
  expect(screen.getByRole('rowheader', { name: 'b' })).toHaveFocus();
});

test('who has meanwhile moved on is left there', async () => {
  const { until, come } = rowsToCome();
  render(<Rows until={until} />);
  const user = await press('Show the rest');
  await user.tab();
  await act(async () => come());
  expect(screen.getByRole('rowheader', { name: 'b' })).toBeVisible();
  expect(button('Further on')).toHaveFocus();
});

function Items() {
  const [items, setItems] = useState(['one', 'two', 'three']);
  const focusAfter = useFocusAfter();
  return (
    <>
      <ul>
        {items.map((item) => (
          <li key={item}>
            <button
              type="button"
              disabled={items.length === 1}
              onClick={({ currentTarget }) => {
                const beside = besideItem(currentTarget);
                focusAfter(currentTarget, () => [...beside, screen.getByText('Add')]);
                setItems(items.filter((each) => each !== item));
              }}
            >
              Remove {item}
            </button>
          </li>
        ))}
      </ul>
      <button type="button">Add</button>
    </>
  );
}

test('after an item is removed the next one’s button has the focus, else that before, else what was named', async () => {
  render(<Items />);
  await press('Remove two');
  expect(button('Remove three')).toHaveFocus();
  await press('Remove three');
  // The last one left cannot be removed.
  expect(button('Remove one')).toBeDisabled();
  expect(button('Add')).toHaveFocus();
});

test('the last of several hands the focus to the one before it', async () => {
  render(<Items />);
  await press('Remove three');
  expect(button('Remove two')).toHaveFocus();
  expect(within(screen.getByRole('list')).getAllByRole('button')).toHaveLength(2);
});

test('a resting button keeps the focus, says that it rests, and does nothing', async () => {
  const onClick = vi.fn();
  function Clear() {
    const [text, setText] = useState('typed');
    return (
      <RestingButton
        isResting={text === ''}
        onClick={() => {
          onClick();
          setText('');
        }}
      >
        Clear
      </RestingButton>
    );
  }
  render(<Clear />);
  expect(button('Clear')).toHaveAttribute('aria-disabled', 'false');
  const user = await press('Clear');
  expect(button('Clear')).toHaveFocus();
  expect(button('Clear')).toHaveAttribute('aria-disabled', 'true');
  await user.keyboard('{Enter} ');
  expect(onClick).toHaveBeenCalledTimes(1);
});
