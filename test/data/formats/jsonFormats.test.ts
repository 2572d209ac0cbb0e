import { describe, expect, test } from 'vitest';
import { formatStart } from '../../../src/data/formats/formatStart.ts';
import { formatOf } from '../../../src/data/formats/formats.ts';
import { hptJsonFormat } from '../../../src/data/formats/hptJsonFormat.ts';
import { ticFormats } from '../../../src/data/formats/tic/ticFormats.ts';
import { ticKind } from '../../../src/data/formats/tic/ticKind.ts';
import { utf16 } from '../../support/utf16.ts';

const start = (text: string) => formatStart(new TextEncoder().encode(text));
const wide = (text: string, isLittle: boolean) => formatStart(utf16(`\uFEFF${text}`, isLittle));

describe('a hospital’s JSON is known by a key that only it has', () => {
  test.each([
    '{"hospital_name":"Pecan"',
    '\uFEFF { "hospital_name" : "Pecan" }',
    '[{"hospital_name":"Pecan"}]',
    '\n[\n{"hospital_name":"Pecan"}]',
    '{"standard_charge_information":[',
    '{"version":"3.0.0","standard_charge_information" : [',
    '{"modifier_information":[{}]}',
  ])('%j', (text) => {
    expect(hptJsonFormat.isIn(start(text))).toBe(true);
    expect(formatOf(start(text))?.id).toBe('hpt-json');
  });

  test.each([
    '"hospital_name":"Pecan"',
    'x{"hospital_name":"Pecan"}',
    '[["hospital_name":"Pecan"',
    '{"hospital_name":1}',
    '{"hospital_name" "Pecan"}',
    '{"my_hospital_name":"Pecan"}',
    '{"standard_charge_information":{}}',
    '{"charge_information":[]}',
    '{"hospital_name":"Pecan","in_network":[]}',
    '{"hospital_name":"Pecan","reporting_entity_name" : "x"}',
  ])('and not by %j', (text) => {
    expect(hptJsonFormat.isIn(start(text))).toBe(false);
  });

  test('which may stand beside the words of a payer’s file', () => {
    expect(hptJsonFormat.isIn(start('{"hospital_name":"in_network"}'))).toBe(true);
  });
});

describe('a payer’s file is known by the surest key at its top', () => {
  const kinds = [
    ['{"reporting_structure":[],"in_network":[],"out_of_network":[]}', 'tic-table-of-contents'],
    ['{"in_network":[],"out_of_network":[]}', 'tic-allowed-amounts'],
    ['{"provider_groups":[],"in_network":[]}', 'tic-in-network'],
    ['{"provider_groups":[],"provider_references":[', 'tic-in-network'],
    ['{"provider_groups":[],"reporting_entity_name":"x","version":"', 'tic-in-network'],
    ['\uFEFF {"provider_groups":{}}', 'tic-provider-reference'],
  ] as const;

  test.each(kinds)('%j', (text, kind) => {
    for (const each of [start(text), wide(text, true), wide(text, false)]) {
      expect(ticKind(each)).toBe(kind);
      // The same when it is asked again.
      expect(ticKind(each)).toBe(kind);
      expect(ticFormats.filter((format) => format.isIn(each)).map(({ id }) => id)).toEqual([kind]);
      expect(formatOf(each)?.id).toBe(kind);
    }
  });

  test.each([
    '',
    '[{"in_network":[]}]',
    'x{"in_network":[]}',
    '{"x":{"in_network":[]}}',
    '{"x":["in_network"]}',
    '{"x":"in_network"}',
    '{"network":[]}',
  ])('and not in %j', (text) => {
    const it = start(text);
    expect(ticKind(it)).toBeNull();
    expect(ticKind(it)).toBeNull();
    expect(ticFormats.some((format) => format.isIn(it))).toBe(false);
  });
});
