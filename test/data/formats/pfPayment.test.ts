import { describe, expect, test } from 'vitest';
import type { PaymentLine } from '../../../src/data/formats/cmsTables.ts';
import { cmsText, readCms } from '../../support/cmsFiles.ts';

const file = cmsText('PFAK25A.sample.TXT');
/** As the copyright ends every payment file: quoted, one field. */
const trailer =
  '"TRL- CPT CODES AND DESCRIPTIONS ONLY ARE COPYRIGHT 2025 AMERICAN MEDICAL ASSOCIATION. "\r\n"TRL- ALL RIGHTS RESERVED. APPLICABLE FARS/DFARS APPLY."\r\n';
/** An office visit of 2025 in Alaska, and a radiograph with its cap by the outpatient schedule. */
const visit =
  '"2025","02102","01","99213","  ","0000120.52","0000091.01"," ","0","A","0","0000051.88","0000051.88","9","0000000.00","0000000.00"\r\n';
const image =
  '"2025","02102","01","71046","TC","0000030.00","0000030.00"," ","1","A","0","0000000.00","0000000.00","1","0000101.25","0000101.25"\r\n';

describe('payment files', () => {
  test('the therapy-reduced fields are read only where the indicator is 5', async () => {
    const { lines } = await readCms<PaymentLine>(file + visit);
    expect(lines.at(-1)).toMatchObject({
      code: '99213',
      nonFacility: 12052,
      facility: 9101,
      therapyReduced: null,
      therapyReducedInstitutional: null,
    });
    expect(lines.find(({ code }) => code === '97110')).toMatchObject({ therapyReduced: 2954 });
  });

  test('modifiers are part of the key; the outpatient cap is read only where it applies', async () => {
    const { lines } = await readCms<PaymentLine>(file + image);
    expect(lines.at(-1)).toMatchObject({ modifier: 'TC', oppsNonFacility: 10125, oppsFacility: 10125 });
    expect(lines[0]).toMatchObject({ modifier: '', oppsNonFacility: null, oppsFacility: null });
  });

  test('the copyright lines at the end are no lines of the table', async () => {
    const { account } = await readCms(file + trailer);
    expect(account).toMatchObject({ present: 49, read: 49, leftOut: {}, problems: [] });
  });

  test('saved again in a spreadsheet: no quotes, no zeros in front or behind', async () => {
    const saved = file
      .replaceAll('"', '')
      .split('\r\n')
      .map((line) =>
        line
          .split(',')
          .map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? String(Number(cell)) : cell.trim()))
          .join(','),
      )
      .join('\r\n');
    expect(saved).toMatch(/^2025,2102,1,97012,,18\.62,18\.62,,7,A,5,15\.47,/);
    expect((await readCms(saved)).lines).toEqual((await readCms(file)).lines);
  });

  test('a line with a field too few, an amount that is none, a quote that stays open', async () => {
    const bad = file
      .replace('"97016","  ",', '"97016",')
      .replace('"0000007.30"', '"0000007,30"')
      .replace('"97022"', '"97022');
    const { account } = await readCms(bad, { as: 'pf-payment' });
    expect(account.present).toBe(49);
    expect(account).toMatchObject({ read: 46, leftOut: { unreadable: 3 } });
    expect(account.problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  test('from 2026 it is said that the factor is not', async () => {
    const { account } = await readCms(file.replaceAll('"2025"', '"2026"'));
    expect(account.notes).toEqual([
      'From 2026 there are two conversion factors; a payment file does not say with which of them its amounts were made.',
    ]);
  });
});
