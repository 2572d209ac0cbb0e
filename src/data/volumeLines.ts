import type { PayerReader } from '../domain/payerReader.ts';
import type { VolumeLine } from '../domain/volumeJoin.ts';
import { pricingModifiers } from './contractValues.ts';
import { NestedMap } from './nestedMap.ts';
import { newestFullYear } from './newestFullYear.ts';
import type { OwnRow, RowReading } from './ownRow.ts';

/** Lines of one year, payer, code, modifier, site and place, added up. */
interface Growing {
  readonly first: OwnRow;
  readonly line: number;
  readonly modifier: string;
  lines: number;
  units: number;
}

/** What a file's lines add up to. */
export interface YearsVolumes {
  /** The newest year with at least half the units of the busiest. */
  readonly year: number;
  readonly lines: readonly VolumeLine[];
  /** `inFile` = units of `lines` + `leftOut` + `otherYears`, over every line whose units can be read. */
  readonly units: { readonly inFile: number; readonly leftOut: number; readonly otherYears: number };
}

/** Adds up the lines of a file of volumes. */
export class VolumeLines {
  readonly #names: PayerReader;
  readonly #growing = new NestedMap<Growing>();
  #inFile = 0;
  #leftOut = 0;
  /** Lines that were used. */
  read = 0;

  constructor(names: PayerReader) {
    this.#names = names;
  }

  /** One line with data. One that is left out still counts among the file's units, where they can be read. */
  add(line: number, { row, units }: RowReading): void {
    this.#inFile += units ?? 0;
    if (!row) {
      this.#leftOut += units ?? 0;
      return;
    }
    this.read += 1;
    const modifier = pricingModifiers([row.code.modifier, row.modifier].join('|'));
    const { payer, plan, planLine, place, site } = row;
    const found = this.#growing.at(
      [row.dated.year, payer, plan, planLine, row.code.code, modifier, site, place],
      () => ({ first: row, line, modifier, lines: 0, units: 0 }),
    );
    found.lines += 1;
    found.units += row.units ?? 0;
  }

  /** A year's volumes. What reversals took down to nothing is left out. */
  ofYear(): YearsVolumes {
    const all = this.#growing.values;
    const year = newestFullYear(all.map(({ first, units }) => [first.dated.year, units]));
    const ofYear = all.filter(({ first }) => first.dated.year === year);
    const kept = ofYear.filter(({ units }) => units > 0);
    return {
      year,
      lines: kept.map((each) => volumeLine(each, this.#names)),
      units: {
        inFile: this.#inFile,
        leftOut: this.#leftOut + unitsOf(ofYear) - unitsOf(kept),
        otherYears: unitsOf(all) - unitsOf(ofYear),
      },
    };
  }
}

function unitsOf(some: readonly Growing[]): number {
  return some.reduce((total, { units }) => total + units, 0);
}

function volumeLine({ first, line, lines, modifier, units }: Growing, names: PayerReader): VolumeLine {
  const { payer, planLine } = first;
  const plan = first.plan === payer ? '' : first.plan;
  const reading = names.read(payer, plan, planLine === '' ? undefined : planLine);
  return {
    line,
    lines,
    code: first.code.code,
    modifier,
    payer: plan === '' ? payer : `${payer}, ${plan}`,
    market: reading.payer,
    planLine: reading.line,
    place: first.place,
    site: first.site,
    units,
  };
}
