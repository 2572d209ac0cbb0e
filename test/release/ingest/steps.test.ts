import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Cell, type Database, openDatabase } from '../../../src/release/ingest/database.ts';
import { runStep, type StepName, stepNames, stepText } from '../../../src/release/ingest/runStep.ts';

/** A table by name: its columns, then its rows. */
type Tables = Readonly<Record<string, readonly [columns: string, ...rows: readonly (readonly Cell[])[]]>>;

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ memory: '200MB', temporary: null });
});
afterEach(() => database.close());

/** Runs one step on tables of a worked example. Whole numbers are as long as the database has them. */
async function step(name: StepName, tables: Tables): Promise<void> {
  for (const [table, [columns, ...rows]] of Object.entries(tables)) {
    const typed = columns.split(' ').map((column, at) => {
      const isNumber = typeof (rows[0]?.[at] ?? 0) === 'number';
      return `${column} ${isNumber ? 'BIGINT' : 'VARCHAR(4000)'}`;
    });
    await database.run(`CREATE TABLE ${table} (${typed.join(', ')})`);
    for (const row of rows) {
      const values = row.map((cell) => (typeof cell === 'number' ? String(cell) : `'${cell}'`));
      await database.run(`INSERT INTO ${table} VALUES (${values.join(', ')})`);
    }
  }
  await runStep(database, name);
}

const rows = (sql: string) => database.rows(sql);

describe('10-offers', () => {
  const terms = (number: number, code: string, payer: string) =>
    [number, code, 'CPT', '', payer, '', '', '', '', '', 0] as const;
  const termsColumns =
    'terms code code_type modifier payer_raw plan stated_line setting billing_class methodology flags';
  const example: Tables = {
    kept_file: ['file', [1], [2]],
    // Terms 7 and 9 are the same words, told twice; nobody pays "Cash".
    published_terms: [
      termsColumns,
      terms(7, '97110', 'Aetna'),
      terms(8, '97140', 'Aetna'),
      terms(9, '97110', 'Aetna'),
      terms(5, '97110', 'Cash'),
    ],
    published_rate: [
      'file terms cents group_set',
      [1, 7, 3000, 1],
      [1, 9, 3000, 1],
      [1, 9, 3000, 2],
      [1, 8, 4000, 1],
      [1, 5, 9900, 1],
      [2, 7, 3000, 3],
      [3, 7, 3000, 4],
    ],
    payer_reading: [
      'payer_raw plan stated_line payer payer_order parent line',
      ['Aetna', '', '', 'aetna', 0, '', 'Commercial'],
      ['Cash', '', '', '', 0, '', 'Unspecified'],
    ],
  };

  test('the same amount under the same words is one offer, with how often each set has it', async () => {
    await step('10-offers', example);
    expect(await rows('SELECT offer, file, terms, code, cents FROM offer ORDER BY offer')).toEqual([
      [1, 1, 7, '97110', 3000],
      [2, 1, 8, '97140', 4000],
      [3, 2, 7, '97110', 3000],
    ]);
    expect(await rows('SELECT offer, group_set, published FROM payable ORDER BY 1, 2')).toEqual([
      [1, 1, 2],
      [1, 2, 1],
      [2, 1, 1],
      [3, 3, 1],
    ]);
    // Set 4 is of file 3, which is not kept.
    expect(await rows('SELECT group_set FROM paid_set ORDER BY 1')).toEqual([[1], [2], [3]]);
  });

  test('a mark is the fifth power modulo a prime: of 2, 32; of 3, 243', async () => {
    await step('10-offers', example);
    expect(await rows('SELECT mark_a FROM offer ORDER BY offer')).toEqual([[1], [32], [243]]);
    // (1 + 1000003)^5 modulo 2147483629, worked out with whole numbers of any length.
    const second = Number(1_000_004n ** 5n % 2_147_483_629n);
    expect(await rows('SELECT mark_b FROM offer WHERE offer = 1')).toEqual([[second]]);
  });
});

describe('20-members', () => {
  const columns = {
    published_payee: 'payee identifier name place',
    group_payee: 'file group_no payee npi',
    directory: 'number npi identifier name place health_system',
  } as const;

  test('a place is the file’s, else the directory’s by NPI, else by identifier, else the one chosen', async () => {
    await step('20-members', {
      published_payee: [
        columns.published_payee,
        [1, 'NPI:1000000001', 'Hospital', 'TX'],
        [2, 'EIN:000000002', 'Tax id 2', ''],
        [3, 'EIN:000000003', 'Tax id 3', ''],
        [4, 'EIN:000000004', 'Tax id 4', ''],
        [5, 'EIN:000000002', 'Tax id 2', ''],
      ],
      group_payee: [
        columns.group_payee,
        [1, 10, 1, 0],
        [1, 20, 2, 1000000021],
        [1, 20, 2, 1000000022],
        [1, 20, 2, 1000000023],
        [1, 30, 3, 0],
        [1, 40, 4, 1000000041],
        [1, 50, 5, 1000000021],
      ],
      directory: [
        columns.directory,
        [1, 1000000021, 'NPI:1000000021', 'Ann', 'CA', 'Big Health'],
        [2, 1000000022, 'NPI:1000000022', 'Bob', 'NV', ''],
        // A later line for Ann does not count, and neither does one without a place.
        [3, 1000000021, 'NPI:1000000021', 'Ann', 'OR', ''],
        [0, 1000000022, 'NPI:1000000022', 'Bob', '', ''],
        [4, 0, 'EIN:000000003', 'Clinic Three', 'AK', ''],
      ],
      chosen: ['fallback_place', ['WY']],
    });
    const members = await rows(
      'SELECT member, place, identifier, name, health_system FROM member ORDER BY 1',
    );
    expect(members).toEqual([
      // By its own identifier.
      [1, 'AK', 'EIN:000000003', 'Clinic Three', ''],
      // Tax id 2 works in two states: a member in each, under the name of the one NPI it has there.
      [2, 'CA', 'EIN:000000002', 'Ann', 'Big Health'],
      [3, 'NV', 'EIN:000000002', 'Bob', ''],
      // The file's own place.
      [4, 'TX', 'NPI:1000000001', 'Hospital', ''],
      // Nothing places it. The third NPI of tax id 2 is placed by the others, not by the choice.
      [5, 'WY', 'EIN:000000004', 'Tax id 4', ''],
    ]);
    expect(await rows('SELECT file, group_no, member FROM group_member ORDER BY 2, 3')).toEqual([
      [1, 10, 4],
      [1, 20, 2],
      [1, 20, 3],
      [1, 30, 1],
      [1, 40, 5],
      [1, 50, 2],
    ]);
  });

  test('without a choice a payee nothing places is named, with the groups it is in', async () => {
    await step('20-members', {
      published_payee: [columns.published_payee, [1, 'EIN:000000001', 'Tax id 1', '']],
      group_payee: [columns.group_payee, [1, 10, 1, 0], [1, 11, 1, 0]],
      directory: [columns.directory, [1, 5, 'NPI:0000000005', 'Eve', 'CA', '']],
      chosen: ['fallback_place', ['']],
    });
    expect(await rows('SELECT COUNT(*) FROM member')).toEqual([[0]]);
    expect(await rows('SELECT * FROM placeless')).toEqual([['EIN:000000001', 'Tax id 1', 2]]);
  });
});

test('25-left-out: nobody is told for set 2, nobody placed in set 3, and the payer of one rate is none', async () => {
  await step('25-left-out', {
    kept_file: ['file', [1]],
    published_rate: ['file terms', [1, 1], [1, 1], [1, 2], [1, 3]],
    terms: ['as_read terms', [1, 1], [2, 1]],
    offer: ['offer file', [1, 1], [2, 1]],
    payable: ['offer group_set published', [1, 1, 1], [1, 2, 4], [2, 3, 2], [2, 1, 1]],
    group_set: ['group_set file group_no', [1, 1, 10], [2, 1, 20], [3, 1, 30], [1, 1, 30]],
    group_payee: ['file group_no payee', [1, 10, 1], [1, 30, 2]],
    group_member: ['file group_no member', [1, 10, 1]],
  });
  expect(await rows('SELECT file, reason, rates FROM left_out ORDER BY reason')).toEqual([
    [1, 'no-payer', 1],
    [1, 'no-place', 2],
    [1, 'no-provider', 4],
  ]);
});

describe('30-alike-groups', () => {
  const groups: Tables = {
    // Groups 10 and 11 stand in sets 1 and 2, group 12 in 1 and 3; group 13 has nobody; group 10 of file 2 is another.
    group_set: [
      'group_set file group_no',
      [1, 1, 10],
      [1, 1, 11],
      [1, 1, 12],
      [2, 1, 10],
      [2, 1, 11],
      [3, 1, 12],
      [3, 1, 13],
      [4, 2, 10],
    ],
    group_member: ['file group_no member', [1, 10, 1], [1, 11, 2], [1, 12, 3], [2, 10, 1]],
  };
  const kinds = async () => ({
    sets: await rows('SELECT kind, group_set FROM kind_set ORDER BY 1, 2'),
    members: await rows('SELECT kind, member FROM kind_member ORDER BY 1, 2'),
  });

  test('groups of the same sets are one kind', async () => {
    await step('30-alike-groups', {
      ...groups,
      paid_set: ['group_set mark_a mark_b', [1, 1, 5], [2, 32, 6], [3, 243, 7], [4, 1024, 8]],
    });
    expect(await kinds()).toEqual({
      sets: [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 3],
        [3, 4],
      ],
      members: [
        [1, 1],
        [1, 2],
        [2, 3],
        [3, 1],
      ],
    });
  });

  test('where marks cannot tell two sets apart, their groups stay apart, each a kind of its own', async () => {
    await step('30-alike-groups', {
      ...groups,
      paid_set: ['group_set mark_a mark_b', [1, 1, 5], [2, 9, 9], [3, 9, 9], [4, 1024, 8]],
    });
    expect(await kinds()).toEqual({
      sets: [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
        [3, 1],
        [3, 3],
        [4, 4],
      ],
      members: [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 1],
      ],
    });
  });
});

describe('40-alike-members', () => {
  const members: Tables = {
    member: [
      'member place health_system mark_a mark_b',
      [1, 'TX', '', 1, 1],
      [2, 'TX', '', 2, 2],
      [3, 'TX', 'Big Health', 3, 3],
      [4, 'CA', '', 4, 4],
      [5, 'TX', '', 5, 5],
    ],
    // 1, 2, 3 and 4 are of kind 1; 5 of kind 2.
    kind_member: ['kind member', [1, 1], [1, 2], [1, 3], [1, 4], [2, 5]],
  };
  const bodies = () => rows('SELECT body, place, health_system, members FROM body ORDER BY 1');

  test('members of one place and system in the same kinds are one body', async () => {
    await step('40-alike-members', { ...members, kind: ['kind mark_a mark_b', [1, 1, 5], [2, 32, 6]] });
    expect(await bodies()).toEqual([
      [1, 'TX', '', 2],
      [3, 'TX', 'Big Health', 1],
      [4, 'CA', '', 1],
      [5, 'TX', '', 1],
    ]);
    expect(await rows('SELECT body, member FROM body_member ORDER BY 2')).toEqual([
      [1, 1],
      [1, 2],
      [3, 3],
      [4, 4],
      [5, 5],
    ]);
    expect(await rows('SELECT body, kind FROM body_kind ORDER BY 1')).toEqual([
      [1, 1],
      [3, 1],
      [4, 1],
      [5, 2],
    ]);
  });

  test('where marks cannot tell, each member is a body', async () => {
    await step('40-alike-members', { ...members, kind: ['kind mark_a mark_b', [1, 1, 5], [2, 1, 5]] });
    expect((await bodies()).map(([body]) => body)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('50-classes', () => {
  const example = (marks: readonly (readonly [number, number])[]): Tables => ({
    body: [
      'body place health_system members mark_a mark_b',
      [1, 'TX', '', 100, 1, 1],
      [2, 'TX', '', 20, 2, 2],
      [3, 'TX', '', 3, 3, 3],
      [4, 'CA', '', 7, 4, 4],
    ],
    body_kind: ['body kind', [1, 1], [2, 2], [3, 3], [4, 1]],
    // Bodies 1 and 2 are paid the same by other sets; body 3 gets less for 97140 and has its 97110 published twice.
    kind_set: ['kind group_set', [1, 1], [2, 2], [3, 3]],
    payable: ['offer group_set published', [1, 1, 1], [1, 2, 1], [1, 3, 2], [2, 1, 1], [2, 2, 1], [3, 3, 1]],
    offer: [
      'offer code mark_a mark_b',
      ...['97110', '97140', '97140'].map((code, at) => [at + 1, code, ...(marks[at] ?? [0, 0])]),
    ],
    code_batch: ['code', ['97110'], ['97140']],
  });
  const classesOf = async (tables: Tables) => {
    await step('45-paid-sets', tables);
    await runStep(database, '50-classes');
  };
  const classes = () => rows('SELECT code, class, body FROM class_body ORDER BY 1, 3');
  const right = [
    ['97110', 1, 1],
    ['97110', 1, 2],
    ['97110', 3, 3],
    ['97110', 4, 4],
    ['97140', 1, 1],
    ['97140', 1, 2],
    ['97140', 3, 3],
    ['97140', 4, 4],
  ];

  test('bodies of a place that are paid exactly alike for a code are one class', async () => {
    await classesOf(
      example([
        [1, 1],
        [32, 2],
        [243, 3],
      ]),
    );
    expect(await classes()).toEqual(right);
    // Of 97110 set 1 holds two bodies, sets 2 and 3 one each; of 97140 the same by two offers.
    expect(await rows('SELECT code, paid FROM code_size ORDER BY code')).toEqual([
      ['97110', 4],
      ['97140', 4],
    ]);
    expect(await rows('SELECT code, class, offer, published FROM class_offer ORDER BY 1, 2, 3')).toEqual([
      ['97110', 1, 1, 1],
      ['97110', 3, 1, 2],
      ['97110', 4, 1, 1],
      ['97140', 1, 2, 1],
      ['97140', 3, 3, 1],
      ['97140', 4, 2, 1],
    ]);
  });

  test('one code after the other gives what all at once give', async () => {
    const tables = example([
      [1, 1],
      [32, 2],
      [243, 3],
    ]);
    await step('45-paid-sets', { ...tables, code_batch: ['code', ['97140']] });
    await runStep(database, '50-classes');
    await database.run("DELETE FROM code_batch; INSERT INTO code_batch VALUES ('97110')");
    await runStep(database, '50-classes');
    expect(await classes()).toEqual(right);
  });

  test('where marks cannot tell two offers apart, who gets them stays apart', async () => {
    await classesOf(
      example([
        [1, 1],
        [9, 9],
        [9, 9],
      ]),
    );
    expect((await classes()).filter(([code]) => code === '97140')).toEqual([
      ['97140', 1, 1],
      ['97140', 2, 2],
      ['97140', 3, 3],
      ['97140', 4, 4],
    ]);
  });
});

describe('60-providers', () => {
  const example = (mark: number): Tables => ({
    member: [
      'member place health_system identifier name',
      [1, 'CA', '', 'EIN:000000001', 'Clinic'],
      [2, 'CA', '', 'EIN:000000002', 'Clinic'],
      [3, 'TX', '', 'NPI:1000000003', 'Tax id 3'],
      [4, 'TX', '', 'EIN:000000004', 'Tax id 4'],
      [5, 'TX', '', 'EIN:000000005', 'Tax id 5'],
    ],
    body_member: ['body member', [1, 1], [2, 2], [3, 3], [3, 4], [5, 5]],
    body: [
      'body place health_system mark_a mark_b',
      [1, 'CA', '', 1, 1],
      [2, 'CA', '', 2, 2],
      [3, 'TX', '', 3, 3],
      [5, 'TX', '', mark, mark],
    ],
    class_body: [
      'code class body',
      ['97110', 1, 1],
      ['97110', 2, 2],
      ['97110', 3, 3],
      ['97110', 3, 5],
      ['97140', 3, 3],
      ['97140', 3, 5],
      ['97530', 3, 3],
      ['97530', 5, 5],
    ],
  });
  const providers = () => rows('SELECT number, name, place, identifier, providers FROM provider ORDER BY 1');

  test('the same providers are one line for every code, and no name stands twice in a place', async () => {
    await step('60-providers', example(5));
    expect(await providers()).toEqual([
      [1, 'Clinic', 'CA', 'EIN:000000001', 1],
      [2, 'Clinic (EIN 000000002)', 'CA', 'EIN:000000002', 1],
      [3, '2 providers paid alike, first EIN 000000004', 'TX', '', 2],
      [4, '3 providers paid alike, first EIN 000000004', 'TX', '', 3],
      [5, 'Tax id 5', 'TX', 'EIN:000000005', 1],
    ]);
    expect(
      await rows('SELECT code, class, number, place, providers FROM class_provider ORDER BY 1, 2'),
    ).toEqual([
      ['97110', 1, 1, 'CA', 1],
      ['97110', 2, 2, 'CA', 1],
      ['97110', 3, 4, 'TX', 3],
      ['97140', 3, 4, 'TX', 3],
      ['97530', 3, 3, 'TX', 2],
      ['97530', 5, 5, 'TX', 1],
    ]);
  });

  test('where marks cannot tell who is meant, each class has a line of its own', async () => {
    // Body 5 has the marks of body 3: for 97530 two classes of one body look alike.
    await step('60-providers', example(3));
    expect((await providers()).map(([, name]) => name)).toEqual([
      'Clinic',
      'Clinic (EIN 000000002)',
      '2 providers paid alike, first EIN 000000004',
      '3 providers paid alike, first EIN 000000004',
      'Tax id 5',
    ]);
  });
});

test('70-plans to 77-file-places: words and numbers come back together; a file in two places has none', async () => {
  await step('70-plans', {
    code_batch: ['code', ['97110']],
    class_offer: ['code class offer published', ['97110', 1, 1, 2], ['97110', 2, 1, 1], ['97110', 2, 2, 1]],
    class_provider: [
      'code class number place providers',
      ['97110', 1, 1, 'CA', 40],
      ['97110', 2, 2, 'TX', 1],
    ],
    offer: ['offer file terms cents', [1, 6, 3, 5000], [2, 7, 4, 6000]],
    published_terms: [
      'terms code code_type modifier payer_raw plan stated_line setting billing_class methodology flags',
      [3, '97110', 'CPT', 'GP', 'Cigna', 'PPO', '', 'outpatient', 'facility', 'fee schedule', 0],
      [4, '97110', 'CPT', '', 'Aetna', '', '', '', '', '', 8],
    ],
    payer_reading: [
      'payer_raw plan stated_line payer payer_order parent line',
      ['Cigna', 'PPO', '', 'cigna', 2, '', 'Commercial'],
      ['Aetna', '', '', 'aetna', 0, 'CVS', 'Commercial'],
    ],
  });
  await runStep(database, '75-lines');
  await runStep(database, '77-file-places');
  expect(await rows('SELECT number, payer_raw, plan, payer, parent, line FROM plan ORDER BY 1')).toEqual([
    [1, 'Aetna', '', 'aetna', 'CVS', 'Commercial'],
    [2, 'Cigna', 'PPO', 'cigna', '', 'Commercial'],
  ]);
  expect(await rows('SELECT terms, plan FROM terms_plan ORDER BY 1')).toEqual([
    [3, 2],
    [4, 1],
  ]);
  const columns = 'place, provider, terms, cents, file, source_rows, providers';
  expect(await rows(`SELECT ${columns} FROM rate_line ORDER BY place, cents`)).toEqual([
    ['CA', 1, 3, 5000, 6, 2, 40],
    ['TX', 2, 3, 5000, 6, 1, 1],
    ['TX', 2, 4, 6000, 7, 1, 1],
  ]);
  expect(await rows('SELECT file, place FROM file_place ORDER BY 1')).toEqual([
    [6, ''],
    [7, 'TX'],
  ]);
});

test('80-counts: a line of a class of 40 is 40 rates', async () => {
  await step('80-counts', {
    rate_line: ['place terms file providers', ['CA', 3, 6, 40], ['CA', 4, 7, 2], ['TX', 4, 6, 1]],
    published_terms: ['terms flags', [3, 0], [4, 8]],
    terms_plan: ['terms plan', [3, 1], [4, 2]],
    plan: ['number payer line', [1, 'aetna', 'Commercial'], [2, 'aetna', 'Commercial']],
    source: ['file number year', [6, 1, 2025], [7, 2, 2025]],
  });
  expect(await rows('SELECT place, payer, line, year, rates FROM coverage ORDER BY 1')).toEqual([
    ['CA', 'aetna', 'Commercial', 2025, 42],
    ['TX', 'aetna', 'Commercial', 2025, 1],
  ]);
  expect(await rows('SELECT file, flags, rates FROM source_count ORDER BY 1, 2')).toEqual([
    [6, 0, 40],
    [6, 8, 1],
    [7, 8, 2],
  ]);
});

/** What DuckDB would take and others might not; a comment may speak of it. */
const shortcuts =
  /\b(QUALIFY|LIST|ARRAY_AGG|STRUCT_PACK|UNNEST|ARG_MAX|ARG_MIN|ANY_VALUE|STRING_AGG|EXCLUDE|COLUMNS|PIVOT|SUMMARIZE|ASOF|SEMI|ANTI|USING|REPLACE INTO|COPY|READ_CSV|ILIKE|GROUP BY ALL|ORDER BY ALL|HASH|MD5)\b|::|\[|\{/i;

test.each(stepNames)('%s is portable SQL, and says what it reads, makes and is for', async (name) => {
  const text = await stepText(name);
  const statements = text.replaceAll(/--.*$/gm, '');
  expect(statements).not.toMatch(shortcuts);
  if (name === '00-handed-over') return;
  expect(text).toMatch(/^-- Reads: {2}\w[^]*^-- (Makes|Gives): {2}[^]*^-- What for: /m);
});
