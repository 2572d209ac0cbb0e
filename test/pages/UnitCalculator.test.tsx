import { readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { readCodes } from '../../src/data/readCodes.ts';
import { UnitCalculator } from '../../src/pages/UnitCalculator.tsx';

const codes = readCodes(readFileSync('public/data/codes.csv', 'utf8'), 'codes.csv').rows;

function minutesOf(service: number): HTMLElement {
  const group = screen.getByRole('group', { name: `Service ${service}` });
  return within(group).getByRole('textbox', { name: 'Minutes' });
}

async function type(service: number, minutes: string): Promise<void> {
  const user = userEvent.setup();
  await user.clear(minutesOf(service));
  if (minutes !== '') await user.type(minutesOf(service), minutes);
}

/** Cells of a row of the answer, its name left out. */
function row(name: string): readonly string[] {
  const table = screen.getByRole('table', { name: 'Units by rule' });
  const found = within(table).getByRole('row', { name: new RegExp(`^${name}`) });
  return within(found)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

describe('a visit', () => {
  test('opens with the article’s 30 minutes of the page’s code: 2 units under either rule', () => {
    render(<UnitCalculator codes={codes} code="97750" />);
    expect(screen.getByRole('combobox', { name: 'Code' })).toHaveValue('97750');
    expect(screen.getByRole('status')).toHaveTextContent('30 timed minutes: 2 units under either rule.');
    expect(row('97750')).toEqual(['30', '2', '2']);
  });

  test.each([
    ['7', '0'],
    ['8', '1'],
    ['22', '1'],
    ['23', '2'],
  ])('%s minutes are %s by both', async (minutes, units) => {
    render(<UnitCalculator codes={codes} code="97750" />);
    await type(1, minutes);
    expect(row('Visit')).toEqual([minutes, units, units]);
  });

  test('10 + 10 of two codes are 1 unit by Medicare and 2 by CPT, and it says why', async () => {
    render(<UnitCalculator codes={codes} code="97110" />);
    await userEvent.click(screen.getByRole('button', { name: 'Add a service' }));
    await type(1, '10');
    await type(2, '10');
    expect(row('Visit')).toEqual(['20', '1', '2']);
    expect(screen.getByRole('status')).toHaveTextContent('CPT lets each service round up by itself');
    await userEvent.click(screen.getByRole('button', { name: 'Remove service 2' }));
    expect(row('Visit')).toEqual(['10', '1', '1']);
    expect(screen.getByRole('button', { name: 'Remove service 1' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Add a service' })).toHaveFocus();
  });

  test('33 of exercise and 7 of manual therapy are shared out 2 and 1', async () => {
    render(<UnitCalculator codes={codes} code="97110" />);
    await userEvent.click(screen.getByRole('button', { name: 'Add a service' }));
    const second = screen.getByRole('group', { name: 'Service 2' });
    await userEvent.selectOptions(within(second).getByRole('combobox', { name: 'Code' }), '97140');
    await type(1, '33');
    await type(2, '7');
    expect(row('97110')).toEqual(['33', '2', '2']);
    expect(row('97140')).toEqual(['7', '1', '0']);
    expect(row('Visit')).toEqual(['40', '3', '2']);
  });

  test.each(['ten', '7.5', '-3', '601'])('“%s” is not counted and is told', async (text) => {
    render(<UnitCalculator codes={codes} code="97110" />);
    await type(1, text);
    expect(minutesOf(1)).toBeInvalid();
    expect(minutesOf(1)).toHaveAccessibleDescription(/whole numbers from 0 to 600/);
    expect(row('Visit')).toEqual(['0', '0', '0']);
  });
});

test('only active codes sold by the quarter of an hour can be picked', () => {
  render(<UnitCalculator codes={codes} code="97161" />);
  const offered = screen.getAllByRole('option').map((option) => option.textContent?.slice(0, 5));
  expect(offered).toContain('97763');
  expect(offered).not.toContain('97762');
  expect(offered).not.toContain('97161');
});

test('without a timed code there is no calculator', () => {
  const { container } = render(<UnitCalculator codes={[]} code="97161" />);
  expect(container).toBeEmptyDOMElement();
});

test('the worked lines are computed: 31 minutes make an hour, 5 + 5 + 5 is 1 against 0', async () => {
  render(<UnitCalculator codes={codes} code="97110" />);
  await userEvent.click(screen.getByText('Method and worked lines'));
  expect(screen.getByText(/sold by the hour has its first unit at 31 minutes.* at 8\./)).toBeVisible();
  const table = screen.getByRole('table', { name: 'Worked lines' });
  expect(within(table).getByRole('row', { name: '5 + 5 + 5 1 unit 0 units' })).toBeVisible();
  expect(within(table).getByRole('row', { name: '20 + 18 3 units 2 units' })).toBeVisible();
});
