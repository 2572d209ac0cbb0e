import { expect, test } from 'vitest';
import type { PayerAlias } from '../../src/domain/payerAlias.ts';
import { aliasFiles } from '../../src/release/aliasFiles.ts';

const aetna: PayerAlias = {
  kind: 'brand',
  words: 'aetna*',
  match: 'anywhere',
  means: 'Aetna',
  line: '',
  note: 'A, B',
};

function plansOf(count: number, payerRaw: string, payer: string) {
  return Array.from({ length: count }, (_, at) => ({ payerRaw, plan: `PPO ${at}`, payer }));
}

test('the table goes out as it came in', () => {
  const [file] = aliasFiles([aetna], plansOf(3, 'AETNA', 'aetna'));
  expect(file).toMatchObject({ path: 'payer-aliases.csv', rows: 1 });
  expect(file?.text).toBe('kind,words,match,means,line,note\nbrand,aetna*,anywhere,Aetna,,"A, B"\n');
});

test('a table that sorts the release’s plans otherwise stops the build', () => {
  const plans = [...plansOf(300, 'AETNA', 'aetna'), ...plansOf(10, 'CIGNA', 'cigna')];
  expect(aliasFiles([aetna], plans)).toHaveLength(1); // 10 of 310: 3.2%, but only 10
  expect(() => aliasFiles([aetna], [...plans, ...plansOf(1, 'UMR', 'uhg')])).toThrow(
    'By this table 11 of 311 payers and plans of rates.csv count under another payer',
  );
});
