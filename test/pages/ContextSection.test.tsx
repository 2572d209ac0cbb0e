import { readdirSync, readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { readCodes } from '../../src/data/readCodes.ts';
import { readContext } from '../../src/data/readContext.ts';
import { ContextSection } from '../../src/pages/ContextSection.tsx';
import { shippedSchedule } from '../support/releaseData.ts';

const codes = readCodes(readFileSync('public/data/codes.csv', 'utf8'), 'codes.csv').rows;

function show(number: string, hasContext = true) {
  const code = codes.find((each) => each.code === number);
  if (!code) throw new Error(`codes.csv has no ${number}`);
  const path = `context/${number}.json`;
  const context = hasContext
    ? (readContext(readFileSync(`public/data/${path}`, 'utf8'), path).context ?? null)
    : null;
  return render(
    <ContextSection
      context={context}
      code={code}
      codes={codes}
      schedule={shippedSchedule()}
      hrefForCode={(other) => `/code/${other}/`}
    />,
  );
}

function part(name: string): HTMLElement {
  return screen.getByRole('region', { name });
}

function rowOf(table: string, row: RegExp): HTMLElement {
  return within(screen.getByRole('table', { name: table })).getByRole('row', { name: row });
}

describe('97755, a vendor’s code page', () => {
  test('an index links to every part', () => {
    show('97755');
    const index = screen.getByRole('navigation', { name: 'What you will find here' });
    const links = within(index).getAllByRole('link');
    expect(links).toHaveLength(17);
    for (const link of links) {
      const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
      expect(target).toHaveTextContent(link.textContent);
    }
  });

  test('names the service type, the place and the example with their authority', () => {
    show('97755');
    expect(part('Type of service')).toHaveTextContent(/tests and measurements\.Article A vendor’s code page/);
    expect(part('Where it is given')).toHaveTextContent('Office (POS 11)');
    expect(part('An example from the clinic')).toHaveTextContent(/48 with muscular dystrophy.*cane/);
  });

  test('asks for one-on-one contact, a written report and timed units', () => {
    show('97755');
    for (const badge of ['One on one', 'Written report', 'Timed units']) {
      expect(part('What the code asks for')).toHaveTextContent(badge);
    }
  });

  test('lists its modifiers, and 85% for assistants', () => {
    show('97755');
    for (const modifier of ['59', '76', '77']) {
      expect(rowOf('Modifiers of 97755', new RegExp(`^${modifier} `))).toHaveTextContent(
        'A vendor’s code page on 97755, date not stated',
      );
    }
    expect(rowOf('Modifiers of 97755', /^CQ /)).toHaveTextContent('85%');
    expect(rowOf('Modifiers of 97755', /^CO /)).toHaveTextContent('85%');
  });

  test.each([
    ['225100000X', 'Physical Therapist'],
    ['225X00000X', 'Occupational Therapist'],
    ['225400000X', 'Rehabilitation Practitioner'],
  ])('lists the taxonomy %s', (taxonomy, who) => {
    show('97755');
    expect(rowOf('Provider taxonomies for 97755', new RegExp(taxonomy))).toHaveTextContent(who);
  });

  test('lists five diagnoses and warns that G71.0 was subdivided', () => {
    show('97755');
    const table = screen.getByRole('table', { name: 'Diagnoses for 97755' });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(5);
    const names = within(table).getAllByRole('rowheader');
    expect(names.map((name) => name.textContent)).toEqual([
      'Z44.8',
      'Z46.89',
      'R26.2',
      'M62.81',
      'G71.0subdivided',
    ]);
    expect(within(table).getByRole('row', { name: /^G71\.0/ })).toHaveTextContent(
      /fiscal year 2019.*G71\.01/,
    );
  });

  test('links to 97535', () => {
    show('97755');
    const links = within(part('Related codes')).getAllByRole('link', { name: '97535' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/code/97535/', '/code/97535/']);
  });
});

describe('97750, where sources disagree', () => {
  test('8 minutes stand beside 15, each with its authority', () => {
    show('97750');
    const card = screen.getByRole('article', { name: 'How many minutes make the first unit of 97750?' });
    const positions = within(card)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(positions[0]).toMatch(
      /^8 minutes.*Coding authority CPT Professional 2024, p\. xx \(as others quote it; the original was not read\)$/,
    );
    expect(positions.at(-1)).toMatch(
      /^At least 15 minutes\.Article An overview article on 97750, date not stated/,
    );
  });

  test('$50.00 stands beside what the fee schedule gives', () => {
    show('97750');
    const card = screen.getByRole('article', { name: 'What does Medicare pay for one unit of 97750?' });
    const [article, schedule] = within(card).getAllByRole('listitem');
    expect(article).toHaveTextContent('$50.00');
    expect(schedule).toHaveTextContent('$33.32 (2025) to $35.73 (2020)');
    expect(schedule).toHaveTextContent('Payer policy CMS, physician fee schedule tables');
  });

  test('coding authority is quoted before articles', () => {
    show('97750');
    const kinds = within(part('When to bill it'))
      .getAllByTitle(/./)
      .map((kind) => kind.textContent);
    expect(kinds).toEqual(['Coding authority', 'Coding authority', 'Article']);
  });

  test('the list of sources says where each was read and who counts as an authority', async () => {
    show('97750');
    await userEvent.click(screen.getByText('Sources and who counts as an authority'));
    expect(
      screen.getByText(
        'CPT Assistant, p. 7, August 2013, as quoted in a coding column on balance assessment; the original was not read',
      ),
    ).toBeVisible();
    expect(screen.getByText(/CPT Professional and CPT Assistant: the only ones/)).toBeVisible();
  });

  test('what a source says but the input lacks is said to be missing', () => {
    show('97750');
    expect(part('What the record must hold')).toHaveTextContent(
      'Four elements that have to be on record: Data not available in the input',
    );
    expect(part('Diagnoses')).toHaveTextContent('Data not available in the input');
    const index = screen.getByRole('navigation', { name: 'What you will find here' });
    expect(within(index).getByRole('link', { name: 'Diagnoses' }).parentElement).toHaveTextContent(
      'Diagnoses not available',
    );
  });
});

describe('97760', () => {
  test('97762 is marked deleted with the code of today, and the conflict computed from the schedule', () => {
    show('97760');
    const row = rowOf('Codes related to 97760', /97762/);
    expect(row).toHaveTextContent('deleted');
    expect(row).toHaveTextContent('Today: 97763.');
    const card = screen.getByRole('article', { name: 'Which code is a later visit about the orthosis?' });
    expect(card).toHaveTextContent('97762 is priced in no year from 2020 to 2026.');
    expect(card).toHaveTextContent('97763 is priced in every year from 2020 to 2026.');
  });

  test('six conditions and five who bill it', () => {
    show('97760');
    expect(within(part('What it is given for')).getAllByRole('listitem')).toHaveLength(1 + 6);
    expect(part('What it is given for')).toHaveTextContent(
      /Sports injuries\.Article An article on 97760, date not stated \(from public excerpts; the original was not read\)$/,
    );
    expect(within(part('Who bills it')).getAllByRole('listitem')).toHaveLength(1 + 5);
    for (const modifier of ['GP', 'GO', 'KX', '59']) {
      expect(rowOf('Modifiers of 97760', new RegExp(`^${modifier} `))).toHaveTextContent(
        'An article on 97760',
      );
    }
  });
});

test('97750: the three time elements are labelled as known from excerpts, beside the quoted rule', () => {
  show('97750');
  expect(part('How time is counted')).toHaveTextContent(
    /Interpreting them, with the patient present\.Coding authority CPT Assistant, p\. 7, August 2013 \(from public excerpts; the original was not read\)/,
  );
});

test('97760: what the article is known to have and our input lacks is named, one by one', () => {
  show('97760');
  const gap = 'Data not available in the input';
  expect(part('What the record must hold')).toHaveTextContent(`Five items for the record: ${gap}`);
  expect(part('When to bill it')).toHaveTextContent(`Seven steps of billing: ${gap}`);
  expect(part('When to bill it')).toHaveTextContent(`Four tips: ${gap}`);
  for (const payer of ['Medicare', 'Medicaid', 'private payers']) {
    expect(part('Payers’ policies')).toHaveTextContent(`A line on ${payer}: ${gap}`);
  }
});

test.each([
  ['97001', ['97161', '97162', '97163']],
  ['97002', ['97164']],
  ['97003', ['97165', '97166', '97167']],
  ['97004', ['97168']],
  ['97762', ['97763']],
])('the deleted %s sends the reader to its replacements', (code, replacements) => {
  show(code);
  const card = screen.getByRole('article', { name: `Can ${code} still be billed?` });
  expect(card).toHaveTextContent('Printed as a code in use.');
  expect(card).toHaveTextContent(`${code} is priced in no year from 2020 to 2026.`);
  for (const replacement of replacements) {
    const row = rowOf(`Codes related to ${code}`, new RegExp(replacement));
    expect(within(row).getByRole('link')).toHaveAttribute('href', `/code/${replacement}/`);
  }
});

test('97112 has no time in the list: said beside our own note', () => {
  show('97112');
  expect(screen.getByRole('article', { name: 'Is 97112 a timed code?' })).toHaveTextContent(
    'A code list of the 97000 series',
  );
});

test('the list’s old links and the column’s missing credentials are named as not available', () => {
  const { unmount } = show('97530');
  expect(part('Payers’ policies')).toHaveTextContent(/old addresses\): Data not available in the input/);
  unmount();
  show('97750');
  expect(part('What it is and why it matters')).toHaveTextContent(
    'Credentials of the column’s author: Data not available in the input',
  );
});

test('97542 and its neighbours carry the cross-reference of the list', () => {
  show('97537');
  expect(rowOf('Codes related to 97537', /97542/)).toHaveTextContent('A code list of the 97000 series');
});

test('every shipped context renders, with nothing but known authorities', () => {
  for (const file of readdirSync('public/data/context')) {
    const { unmount } = show(file.replace('.json', ''));
    expect(screen.getByRole('heading', { level: 2 })).toBeVisible();
    unmount();
  }
});

test('a code without context says so', () => {
  show('97010', false);
  expect(part('What 97010 is and how it is billed')).toHaveTextContent('Data not available in the input');
});
