import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { addressAhead } from '../../src/app/addressAhead.ts';
import type { EmbeddedPage } from '../../src/app/embeddedPage.ts';
import { lazyRoutes } from '../../src/app/routes.ts';
import { packCodePage } from '../../src/data/carriedCodePage.ts';
import { codePageData } from '../../src/data/codePageData.ts';
import type { ReleaseLoader } from '../../src/data/loadRelease.ts';
import { codePageModel } from '../../src/figures/codePage.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { cellsOfRow } from '../support/rows.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

const base = '/some/sub/path/';
/** One release for all tests but those that break it: its files are read once. */
const shipped = shippedLoader();

async function openAt(address: string, loader: ReleaseLoader = shipped) {
  history.replaceState(null, '', `${base}${address}`);
  show(loader);
  return screen.findByRole('heading', { level: 1 });
}

function show(loader: ReleaseLoader, embedded: EmbeddedPage | null = null) {
  const start = { base, depth: './' };
  render(
    <App start={start} loader={() => Promise.resolve(loader)} routes={lazyRoutes} embedded={embedded} />,
  );
}

/** The shipped release with rates that come only when they are let, except those of the first page. */
function slowRates(first: { code: string; place: string | null }) {
  let letCome = () => {};
  const come = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  const loader: ReleaseLoader = {
    ...shipped,
    rates: async (code, place) => {
      if (code !== first.code || (place !== null && place !== first.place)) await come;
      return shipped.rates(code, place);
    },
  };
  return { loader, letCome };
}

/** 97110 in Texas as its own file shows it, whose rates never come. */
async function openWithoutRates() {
  const data = await codePageData(shipped, '97110', 'TX');
  if (!data) throw new Error('the release has no 97110');
  const loader = shippedLoader((path) =>
    path.startsWith('rates/') ? new Response('', { status: 503 }) : undefined,
  );
  history.replaceState(null, '', `${base}code/97110/TX/`);
  show(loader, { release: data.release, code: packCodePage(codePageModel(data, 'TX')) });
  await screen.findByRole('table', { name: 'Texas benchmark for 97110' });
}

/** A click on a link of the site that no page has ready. */
function follow(address: string) {
  const link = document.createElement('a');
  link.href = `${base}${address}`;
  document.body.append(link);
  act(() => link.click());
  link.remove();
}

beforeEach(() => {
  localStorage.clear();
  // jsdom has no layout to scroll.
  vi.stubGlobal('scrollTo', vi.fn());
});

test('each address has its page and its title', async () => {
  expect(await openAt('')).toHaveTextContent('What payers really pay for a billing code');
  expect(document.title).toBe('Rate Atlas: what payers pay for a billing code');
});

test.each([
  ['methodology/', 'Methodology'],
  ['data/', 'Data'],
  ['own/', 'Your rates'],
])('%s is titled %s and marked in the navigation', async (address, title) => {
  expect(await openAt(address)).toHaveTextContent(title);
  expect(document.title).toBe(`${title} | Rate Atlas`);
  expect(screen.getByRole('link', { name: title, current: 'page' })).toHaveAttribute(
    'href',
    `${base}${address}`,
  );
});

test('a code’s page follows the state pager, keeps the site’s base and names the place in the title', async () => {
  expect(await openAt('code/97110/TX/')).toHaveTextContent('97110 Therapeutic exercise');
  await waitFor(() => expect(document.title).toBe('97110 Therapeutic exercise, Texas | Rate Atlas'));
  await userEvent.click(screen.getByRole('link', { name: 'Next state: Utah' }));
  await screen.findByRole('table', { name: 'Utah benchmark for 97110' });
  await waitFor(() => expect(location.pathname).toBe(`${base}code/97110/UT/`));
  await waitFor(() => expect(document.title).toBe('97110 Therapeutic exercise, Utah | Rate Atlas'));
});

test('a plain click on a link changes the page without loading it anew; the browser’s way back works', async () => {
  await openAt('');
  await userEvent.click(await screen.findByRole('link', { name: '97755' }));
  await screen.findByRole('table', { name: 'National benchmark for 97755' });
  await waitFor(() => expect(location.pathname).toBe(`${base}code/97755/`));
  expect(document.activeElement).toBe(screen.getByRole('main'));
  act(() => history.back());
  await screen.findByRole('table', { name: 'All billing codes' });
  expect(location.pathname).toBe(base);
  // What was opened is remembered in this browser.
  expect(localStorage.getItem('rate-atlas.recent')).toBe('97755');
});

test('a link in a drawing, as the states of the map are, changes the page without loading it anew', async () => {
  await openAt('');
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const link = document.createElementNS('http://www.w3.org/2000/svg', 'a');
  link.setAttribute('href', `${base}code/97110/AK/`);
  drawing.append(link);
  document.body.append(drawing);
  const click = new MouseEvent('click', { bubbles: true, cancelable: true });
  act(() => void link.dispatchEvent(click));
  drawing.remove();
  expect(click.defaultPrevented).toBe(true);
  await screen.findByRole('table', { name: 'Alaska benchmark for 97110' });
  await waitFor(() => expect(location.pathname).toBe(`${base}code/97110/AK/`));
});

test('the way to another page is written before that page is drawn, so that "back" finds where this one was left', async () => {
  await openAt('code/97110/TX/');
  await screen.findByRole('table', { name: 'Texas benchmark for 97110' });
  follow('methodology/');
  expect(location.pathname).toBe(`${base}methodology/`);
  await waitFor(() => expect(document.title).toBe('Methodology | Rate Atlas'));
});

test('a link to the page that is open leads to its top and makes no step to go back', async () => {
  await openAt('methodology/');
  const steps = history.length;
  const toTop = vi.fn();
  vi.stubGlobal('scrollTo', toTop);
  follow('methodology/');
  expect(toTop).toHaveBeenCalledExactlyOnceWith({ top: 0 });
  expect(history.length).toBe(steps);
});

test('the browser’s way back puts the working of the view that is left away', async () => {
  giveDialogMethods();
  await openAt('code/97110/TX/');
  await screen.findByRole('table', { name: 'Texas benchmark for 97110' });
  await userEvent.click(
    screen.getByRole('button', { name: '$89.17', description: /Recompute this: BUCA median/ }),
  );
  await screen.findByRole('dialog', { name: /Median of BUCA for 97110/ });
  await waitFor(() => expect(location.search).toBe('?work=buca.median'));
  act(() => history.back());
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(location.search).toBe('');
});

test('a code chosen in the fee schedule’s own list keeps the list in hand', async () => {
  await openAt('medicare/?code=97110');
  const list = await screen.findByRole('combobox', { name: 'Code' });
  list.focus();
  const toTop = vi.fn();
  vi.stubGlobal('scrollTo', toTop);
  await userEvent.selectOptions(list, '97112');
  await waitFor(() => expect(location.search).toBe('?code=97112'));
  expect(list).toHaveFocus();
  expect(toTop).not.toHaveBeenCalled();
});

test('a click that asks for another tab, and a link out of the site, are left to the browser', async () => {
  await openAt('methodology/');
  const link = screen.getByRole('link', { name: 'Data' });
  const modified = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
  // jsdom would report that it cannot open tabs.
  document.addEventListener('click', (event) => event.preventDefault(), { once: true });
  link.dispatchEvent(modified);
  expect(location.pathname).toBe(`${base}methodology/`);
});

test('the scope in the address is the scope of the figures', async () => {
  await openAt('code/97110/?basis=rates&site=moon');
  await screen.findByRole('table', { name: 'National benchmark for 97110' });
  expect(screen.getByText('Part of this link could not be read.').parentElement).toHaveTextContent(
    'site=moon',
  );
  expect(cellsOfRow('National benchmark for 97110', /^BUCA/)).toContain('297');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'One vote per' }), 'Provider');
  expect(cellsOfRow('National benchmark for 97110', /^BUCA/)).toContain('$90.23');
  await waitFor(() => expect(location.search).toBe(''));
});

test('where the browser takes no address for now, a link to where the bar still is leads there', async () => {
  await openAt('code/97110/TX/');
  vi.spyOn(history, 'pushState').mockImplementation(() => {
    throw new DOMException('too many', 'SecurityError');
  });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'UT');
  await screen.findByRole('table', { name: 'Utah benchmark for 97110' });
  expect(location.pathname).toBe(`${base}code/97110/TX/`);
  follow('code/97110/TX/');
  await screen.findByRole('table', { name: 'Texas benchmark for 97110' });
  await waitFor(() => expect(addressAhead()).toBeNull());
});

test('a question mark within a query is part of it, on arrival and on the way', async () => {
  await openAt('code/97110/?site=a?b');
  await screen.findByRole('table', { name: 'National benchmark for 97110' });
  expect(screen.getByText('Part of this link could not be read.').parentElement).toHaveTextContent(
    'site=a?b',
  );
  follow('code/97110/?basis=c?d');
  expect(screen.getByText('Part of this link could not be read.').parentElement).toHaveTextContent(
    'basis=c?d',
  );
  await waitFor(() => expect(location.search).toBe('?basis=c?d'));
});

test('a page that was left keeps its title in the history', async () => {
  await openAt('medicare/');
  await waitFor(() => expect(document.title).toBe('Medicare fee schedule | Rate Atlas'));
  const left: string[] = [];
  const push = history.pushState.bind(history);
  vi.spyOn(history, 'pushState').mockImplementation((...given) => {
    left.push(document.title);
    push(...given);
  });
  follow('medicare/?code=97110');
  await waitFor(() => expect(document.title).toBe('97110, Medicare fee schedule | Rate Atlas'));
  expect(left).toEqual(['Medicare fee schedule | Rate Atlas']);
  vi.restoreAllMocks();
});

test('an address without a page says so, and shows the way to pages there are', async () => {
  expect(await openAt('no/such/page')).toHaveTextContent('Page not found');
  expect(screen.getByText('no/such/page')).toBeInTheDocument();
  expect(document.title).toBe('Page not found | Rate Atlas');
  expect(screen.getByRole('link', { name: 'Find a code' })).toHaveAttribute('href', base);
});

test('an unknown code is told apart from an unknown page', async () => {
  await openAt('code/99999/');
  expect(screen.getByText(/This release has no code 99999/)).toBeInTheDocument();
});

test('without a connection a page that is not kept says what there is, under its own title', async () => {
  const loader = shippedLoader((path) => {
    if (path.startsWith('rates/')) throw new TypeError('Failed to fetch');
    return undefined;
  });
  history.replaceState(null, '', `${base}code/97110/CA/`);
  document.title = 'Rate Atlas: what payers pay for a billing code';
  show(loader);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('This page is not kept for use without a connection.');
  expect(alert).toHaveTextContent('Failed to fetch');
  expect(document.title).toBe('97110, California | Rate Atlas');
});

test('data that does not arrive is said, and a second try brings the page', async () => {
  let isDown = true;
  const loader = shippedLoader((path) =>
    isDown && path === 'rates/97110/national.csv' ? new Response('', { status: 503 }) : undefined,
  );
  history.replaceState(null, '', `${base}code/97110/`);
  show(loader);
  const alert = await screen.findByRole('alert');
  // Nothing else on the page is its heading.
  expect(
    within(alert).getByRole('heading', { level: 1, name: 'This page’s data did not arrive' }),
  ).toBeInTheDocument();
  expect(alert).toHaveTextContent('rates/97110/national.csv');
  expect(alert).toHaveTextContent('status 503');
  expect(alert).not.toHaveTextContent('without a connection');
  isDown = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  // The button is gone: the focus is where the page comes.
  expect(screen.getByRole('main')).toHaveFocus();
  await screen.findByRole('table', { name: 'National benchmark for 97110' });
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.getByRole('main')).toHaveFocus();
});

test('the theme is kept in this browser and put on the page', async () => {
  await openAt('methodology/');
  await userEvent.click(await screen.findByRole('radio', { name: /dark/i }));
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  expect(localStorage.getItem('rate-atlas.theme')).toBe('dark');
  await userEvent.click(screen.getByRole('radio', { name: /system/i }));
  expect(document.documentElement).not.toHaveAttribute('data-theme');
});

test('a theme chosen in another tab is the theme of this one, switch and page', async () => {
  await openAt('methodology/');
  const dark = await screen.findByRole('radio', { name: /dark/i });
  // As the browser tells it: what is stored has changed already.
  const choose = (newValue: string | null) =>
    act(() => {
      if (newValue === null) localStorage.removeItem('rate-atlas.theme');
      else localStorage.setItem('rate-atlas.theme', newValue);
      dispatchEvent(new StorageEvent('storage', { key: 'rate-atlas.theme', newValue }));
    });
  choose('dark');
  expect(dark).toBeChecked();
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  // A choice of this tab's own is overtaken by a later one elsewhere.
  await userEvent.click(screen.getByRole('radio', { name: /light/i }));
  choose(null);
  expect(screen.getByRole('radio', { name: /system/i })).toBeChecked();
  expect(document.documentElement).not.toHaveAttribute('data-theme');
});

test('a choice made while another place loads is made on top of it', async () => {
  const { loader, letCome } = slowRates({ code: '97110', place: 'TX' });
  await openAt('code/97110/TX/', loader);
  await screen.findByRole('table', { name: 'Texas benchmark for 97110' });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'CA');
  expect(screen.getByRole('combobox', { name: 'State' })).toHaveValue('CA');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'One vote per' }), 'rates');
  await waitFor(() => expect(location.pathname + location.search).toBe(`${base}code/97110/CA/?basis=rates`));
  // The figures are still those of Texas, under its name.
  expect(screen.getByRole('table', { name: 'Texas benchmark for 97110' })).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Texas');
  expect(document.querySelector('[aria-busy="true"]')).not.toBeNull();
  act(letCome);
  await screen.findByRole('table', { name: 'California benchmark for 97110' });
  await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull());
  expect(location.pathname + location.search).toBe(`${base}code/97110/CA/?basis=rates`);
});

test('leafing on while places load goes as many places along', async () => {
  const { loader, letCome } = slowRates({ code: '97110', place: 'TX' });
  await openAt('code/97110/TX/', loader);
  await screen.findByRole('table', { name: 'Texas benchmark for 97110' });
  for (const name of ['Utah', 'Virginia', 'Virgin Islands']) {
    await userEvent.click(screen.getByRole('link', { name: `Next state: ${name}` }));
  }
  await waitFor(() => expect(location.pathname).toBe(`${base}code/97110/VI/`));
  act(letCome);
  await screen.findByRole('table', { name: 'Virgin Islands benchmark for 97110' });
  expect(location.pathname).toBe(`${base}code/97110/VI/`);
});

test('codes added to a brief while the rates of others load are all in it', async () => {
  const { loader, letCome } = slowRates({ code: '97110', place: 'TX' });
  await openAt('brief/?codes=97110&place=TX', loader);
  for (const code of ['97112', '97140']) {
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Add a code' }), code);
  }
  await waitFor(() => expect(location.search).toBe('?codes=97110,97112,97140&place=TX'));
  // Until they come the sheet is the one before, under its own name.
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/^Brief: 97110 .*, Texas$/);
  expect(document.querySelector('[aria-busy="true"]')).toHaveTextContent('97110 Therapeutic exercise');
  act(letCome);
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Brief: 97110, 97112, 97140, Texas'),
  );
  expect(document.querySelector('[aria-busy="true"]')).toBeNull();
  expect(location.search).toBe('?codes=97110,97112,97140&place=TX');
});

test('without the rates asked for, words and exports are of the figures that are shown', async () => {
  await openWithoutRates();
  const saved: Blob[] = [];
  // jsdom has neither.
  URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'One vote per' }), 'rates');
  await screen.findByText('The rates behind this page did not arrive.');
  await waitFor(() => expect(location.search).toBe('?basis=rates'));
  expect(screen.getByRole('combobox', { name: 'One vote per' })).toHaveValue('rates');
  const scope = screen.getByRole('region', { name: 'What counts' });
  expect(scope).toHaveTextContent('one vote per provider and payer');
  expect(cellsOfRow('Texas benchmark for 97110', /^BUCA/)[0]).toBe('52');

  const figure = screen.getByRole('region', { name: 'Texas benchmark for 97110' });
  const summary = within(figure).getByText('Export', { selector: 'summary' });
  const menu = summary.closest('details') as HTMLElement;
  await userEvent.click(summary);
  await userEvent.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  await within(menu).findByText(/^Saved/);
  const csv = await saved[0]?.text();
  expect(csv).toContain('one vote per provider and payer');
  expect(csv).toContain(`Page,http://localhost:3000${base}code/97110/TX/\r\n`);
  expect(csv).toMatch(/\r\nBUCA[^\r]*,52,/);
});

test('rates asked for again leave the focus to the head of the page, the button being gone', async () => {
  await openWithoutRates();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'One vote per' }), 'rates');
  // The second stands where the rest of the page would be.
  const [atTheHead] = await screen.findAllByRole('button', { name: 'Try again' });
  await userEvent.click(atTheHead as HTMLElement);
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  // They do not come this time either, and the notice takes no focus.
  await screen.findByText('The rates behind this page did not arrive.');
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});
