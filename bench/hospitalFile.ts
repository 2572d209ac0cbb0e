import Papa from 'papaparse';
import { HospitalCsv } from '../src/data/formats/hospitalCsv.ts';

const payers = 120;
const asked = ['97110', '97112', '97140', '97530'];

/** What one way of reading found, and what it took. */
export interface HospitalReading {
  readonly rates: number;
  readonly cents: number;
  /** Of processor time: a shared machine's clock tells more of its other guests. */
  readonly seconds: number;
  /** Bytes the process held at most. */
  readonly peak: number;
}

/** A wide file of CMS's template 3.0 with 120 payers of nine columns each, in pieces of 1 MB, over and over to its size. */
function* pieces(bytes: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const columns = Array.from({ length: payers }, (_, payer) => {
    const name = `Payer ${payer}|Plan, PPO ${payer % 7}`;
    return ['negotiated_dollar', 'negotiated_percentage', 'negotiated_algorithm', 'methodology']
      .map((field) => `"standard_charge|${name}|${field}"`)
      .concat(['median_amount', '10th_percentile', '90th_percentile', 'count'].map((f) => `"${f}|${name}"`))
      .concat(`"additional_payer_notes|${name}"`);
  }).flat();
  yield encoder.encode(
    `hospital_name,last_updated_on,version,license_number|CA,hospital_address\nMade up,2026-04-01,3.0.0,1,"1 A St, B, CA 90001"\n` +
      `description,code|1,code|1|type,code|2,code|2|type,setting,standard_charge|gross,${columns.join(',')}\n`,
  );
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 48271) >>> 0) % 0x7fffffff;
    return state / 0x7fffffff;
  };
  const rows: string[] = [];
  for (let row = 0; row < 2000; row++) {
    const code = row % 20 === 0 ? asked[(row / 20) % 4] : String(10_000 + row);
    const cells = Array.from({ length: payers }, () => {
      const kind = next();
      if (kind < 0.4) return ',,,,,,,,';
      if (kind < 0.5) return `,${(next() * 90 + 10).toFixed(2)},,percent of total billed charges,1,2,3,11,`;
      return `${(next() * 400 + 10).toFixed(2)},,,fee schedule,,,,,`;
    });
    rows.push(
      `"Service ""${row}"", with words",${1000 + row},CDM,${code},CPT,outpatient,500.00,${cells.join(',')}\n`,
    );
  }
  const block = encoder.encode(rows.join(''));
  for (let sent = 0; sent < bytes; sent += block.length)
    for (let at = 0; at < block.length; at += 1 << 20) yield block.subarray(at, at + (1 << 20));
}

/** Our reader, asked for four codes (a row in twenty) or for every code. */
export function ours(bytes: number, all: boolean): Promise<HospitalReading> {
  const wanted = new Set(asked);
  return measured(bytes, (found) => {
    const reader = new HospitalCsv(
      'hpt-csv-wide',
      { head: () => undefined, group: () => undefined, rate: ({ cents }) => found(cents) },
      { file: 'made-up.csv', wants: (code) => all || wanted.has(code) },
    );
    return { write: (piece) => reader.write(piece), end: () => reader.end() };
  });
}

/** PapaParse in its streaming mode, and the same rates picked from its rows by hand. */
export function papaparse(bytes: number, all: boolean): Promise<HospitalReading> {
  const wanted = new Set(asked);
  return measured(bytes, (found) => {
    const stream = Papa.parse(Papa.NODE_STREAM_INPUT, {});
    let dollars: readonly number[] | undefined;
    stream.on('data', (row: readonly string[]) => {
      if (dollars === undefined) {
        if (row[0] !== 'description') return;
        dollars = row.flatMap((name, index) => (name.endsWith('|negotiated_dollar') ? [index] : []));
        return;
      }
      if (row.length < 5 || !(all || wanted.has(row[3] ?? ''))) return;
      for (const index of dollars) {
        const cell = row[index] ?? '';
        if (cell !== '') found(Math.round(Number(cell) * 100));
      }
    });
    return {
      write: (piece) =>
        stream.write(Buffer.from(piece))
          ? undefined
          : new Promise<void>((resolve) => stream.once('drain', resolve)),
      end: () =>
        new Promise<void>((resolve) => {
          stream.once('end', resolve);
          stream.end();
        }),
    };
  });
}

/** What looking at every byte costs. */
export function sum(bytes: number): Promise<HospitalReading> {
  return measured(bytes, () => {
    let total = 0;
    return {
      write(piece) {
        let ofPiece = 0;
        for (let at = 0; at < piece.length; at++) ofPiece += piece[at] as number;
        total += ofPiece;
      },
      end: () => total,
    };
  });
}

interface Reading {
  readonly write: (piece: Uint8Array) => unknown;
  readonly end: () => unknown;
}

async function measured(
  bytes: number,
  open: (found: (cents: number) => void) => Reading,
): Promise<HospitalReading> {
  let rates = 0;
  let cents = 0;
  let peak = 0;
  const reading = open((amount) => {
    rates += 1;
    cents += amount;
  });
  const start = process.cpuUsage();
  let sinceLook = 0;
  for (const piece of pieces(bytes)) {
    await reading.write(piece);
    sinceLook += 1;
    if (sinceLook % 16 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  await reading.end();
  const { user, system } = process.cpuUsage(start);
  return { rates, cents, seconds: (user + system) / 1e6, peak };
}
