import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hptCsvTallFormat } from '../../../src/data/formats/hptCsvTallFormat.ts';
import { hptCsvWideFormat } from '../../../src/data/formats/hptCsvWideFormat.ts';
import { hptJsonFormat } from '../../../src/data/formats/hptJsonFormat.ts';
import {
  csvManner,
  type HospitalFile,
  hospitalFile,
  hospitalJson,
  tallCsv,
  wideCsv,
} from '../../support/hospitalFile.ts';
import { isAccountedFor, type ReadFile, readFormat } from '../../support/readFormat.ts';

const wants = (code: string) => code !== '99213';
const utf8 = new TextEncoder();

/** All that must not depend on the form: the rates without their place and order, the hospital, what was left out. */
function substance({ rates, heads, providers, account }: ReadFile) {
  return {
    rates: rates.map((rate) => JSON.stringify({ ...rate, at: 0 })).toSorted(),
    head: heads.at(-1),
    providers: [...providers],
    present: account.present,
    read: account.read,
    leftOut: account.leftOut,
    // How many problems are listed depends on how often a file says the same.
    notes: account.notes.filter((note) => !note.includes('further problem')),
  };
}

/** Amounts of a file, counted once for each code asked for, and items without any. */
function presentIn({ items }: HospitalFile): number {
  let present = 0;
  for (const { codes, amounts } of items) {
    const services = codes.filter(([, type]) => type === 'CPT' || type === 'HCPCS');
    const kind = services.length > 0 ? services : codes.filter(([, type]) => type === 'APC');
    const asked = new Set(kind.map(([code]) => code.slice(0, 5).toUpperCase()).filter(wants));
    present += Math.max(1, asked.size) * Math.max(1, amounts.size);
  }
  return present;
}

describe('hospital files of the same charges', () => {
  it('give the same rates tall, wide and as JSON, in any manner, cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        hospitalFile,
        csvManner,
        fc.array(fc.nat({ max: 4000 })),
        async (file, manner, cuts) => {
          const tall = await readFormat(utf8.encode(tallCsv(file, manner)), {
            cuts,
            wants,
            format: hptCsvTallFormat,
          });
          const wide = await readFormat(utf8.encode(wideCsv(file, manner)), {
            cuts,
            wants,
            format: hptCsvWideFormat,
          });
          const json = await readFormat(utf8.encode(hospitalJson(file)), {
            cuts,
            wants,
            format: hptJsonFormat,
          });
          const turned = await readFormat(utf8.encode(hospitalJson(file, true)), { cuts, wants });
          expect(substance(wide)).toEqual(substance(tall));
          expect(substance(json)).toEqual(substance(tall));
          expect(substance(turned)).toEqual(substance(tall));
          expect(tall.account.present).toBe(presentIn(file));
          for (const read of [tall, wide, json, turned]) expect(isAccountedFor(read.account)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are recognised as what they are', async () => {
    await fc.assert(
      fc.asyncProperty(hospitalFile, csvManner, async (file, manner) => {
        const forms = [
          [tallCsv(file, manner), 'hpt-csv-tall'],
          [wideCsv(file, manner), 'hpt-csv-wide'],
          [hospitalJson(file), 'hpt-json'],
          [hospitalJson(file, true), 'hpt-json'],
        ] as const;
        for (const [text, format] of forms)
          expect((await readFormat(utf8.encode(text))).account.format).toBe(format);
      }),
      { numRuns: 50 },
    );
  });

  it('are the same in UTF-16 and, where it has the letters, Windows-1252', async () => {
    const western: Readonly<Record<string, number>> = { '’': 0x92, '“': 0x93, '”': 0x94 };
    await fc.assert(
      fc.asyncProperty(hospitalFile, async (file) => {
        const text = tallCsv(file);
        const units = Uint16Array.from(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
        const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(units.buffer)]);
        const latin = Uint8Array.from(
          Array.from({ length: text.length }, (_, at) => western[text.charAt(at)] ?? text.charCodeAt(at)),
        );
        const expected = { ...substance(await readFormat(utf8.encode(text))), notes: [] };
        expect({ ...substance(await readFormat(utf16)), notes: [] }).toEqual(expected);
        expect({ ...substance(await readFormat(latin)), notes: [] }).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

const fixtures = ['hpt', 'hpt-real'].flatMap((folder) =>
  readdirSync(`test/fixtures/formats/${folder}`)
    .filter((file) => !file.includes('schema'))
    .map((file) => `test/fixtures/formats/${folder}/${file}`),
);

function formatFor(file: string) {
  if (file.endsWith('.json')) return hptJsonFormat;
  return /wide/i.test(file) ? hptCsvWideFormat : hptCsvTallFormat;
}

describe('a damaged hospital file', () => {
  it.each(fixtures)('%s, however it is cut into pieces, is read the same', async (file) => {
    const bytes = readFileSync(file);
    const whole = await readFormat(bytes);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: bytes.length })), async (cuts) => {
        expect(await readFormat(bytes, { cuts })).toEqual(whole);
      }),
      { numRuns: 10 },
    );
    const everywhere = Array.from({ length: bytes.length }, (_, index) => index);
    expect(await readFormat(bytes, { cuts: everywhere })).toEqual(whole);
  });

  it.each(fixtures)(
    '%s, broken off at any byte, gives the rates up to there and accounts for them',
    async (file) => {
      const bytes = readFileSync(file);
      const format = formatFor(file);
      const whole = (await readFormat(bytes)).rates.map((rate) => JSON.stringify(rate));
      const step = bytes.length > 20_000 ? 211 : bytes.length > 8_000 ? 7 : 1;
      const wrong: number[] = [];
      for (let length = 0; length < bytes.length; length += step) {
        const { rates, account } = await readFormat(bytes.subarray(0, length), { format });
        const isPart = rates.every((rate, index) => JSON.stringify(rate) === whole[index]);
        if (!isPart || !isAccountedFor(account)) wrong.push(length);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('never throws and is accounted for, whatever is done to its bytes', async () => {
    const files = fixtures.map((file) => ({ format: formatFor(file), bytes: readFileSync(file) }));
    const change = fc.record({
      at: fc.nat({ max: 60_000 }),
      removed: fc.nat({ max: 40 }),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc
          .constantFrom('"', '\n', ',', '|', '{', '}', '[', ']', '\0', 'e9', '"\n"', '\r')
          .map((text) => utf8.encode(text)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async (file, changes) => {
          let bytes: Uint8Array = file.bytes;
          for (const { at, removed, put } of changes) {
            const from = at % bytes.length;
            const changed = new Uint8Array([
              ...bytes.subarray(0, from),
              ...put,
              ...bytes.subarray(from + removed),
            ]);
            if (changed.length > 0) bytes = changed;
          }
          const { account, rates } = await readFormat(bytes, { format: file.format });
          expect(isAccountedFor(account)).toBe(true);
          expect(rates.length).toBe(account.read);
          for (const { cents, code } of rates) {
            expect(Number.isInteger(cents) && cents > 1).toBe(true);
            expect(code).toMatch(/^[0-9A-Z]{4,5}$/);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
