import { valueOf } from '../domain/cell.ts';
import type { DeskPlace, LinePosition, Target } from '../domain/contractPosition.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { areaLocalities } from '../domain/medicareArea.ts';
import { contractMethods } from '../text/contractText.ts';
import { countOf } from '../text/numbers.ts';
import { lineLabel } from './contractFigures.ts';
import { amountInputs } from './medicareWorking.ts';
import { placeAmountWorking } from './placeAmountWorking.ts';
import type { Operand, Working } from './working.ts';

/** What the workings of a contract's figures stand on. A user's file has no address. */
export interface ContractWorkingFacts {
  readonly schedule: FeeSchedule;
  readonly desk: DeskPlace;
  readonly target: Target;
  readonly origin: string;
}

/** What every such working says alike. */
export function contractWorkingShell({ origin }: Pick<ContractWorkingFacts, 'origin'>) {
  return { kind: 'arithmetic', steps: [], table: null, facts: [], leftOut: [], origin, address: '' } as const;
}

/** A rate as an operand, with its own working where it is not printed in the file as it stands. */
export function ownOperand(position: LinePosition, facts: ContractWorkingFacts): Operand {
  const { line, own } = position;
  const working = ownWorking(position, facts);
  return {
    id: 'own',
    label: 'Your rate',
    number: { cents: valueOf(own) ?? 0 },
    unit: 'USD',
    source: `Your file, line ${line.line}`,
    ...(working ? { from: () => working } : {}),
  };
}

/** Undefined where the rate is printed in the file as it stands. */
export function ownWorking(position: LinePosition, facts: ContractWorkingFacts): Working | undefined {
  const { line, own, medicare } = position;
  if (own.kind === 'absent') return undefined;
  const shared = {
    ...contractWorkingShell(facts),
    title: `Your rate for ${lineLabel(position)}`,
    value: own.value,
    column: 'money',
    definition: contractMethods.own,
  } as const;
  const source = `Your file, line ${line.line}`;
  if (line.terms.kind === 'medicare-share') {
    if (medicare.kind === 'absent') return undefined;
    return {
      ...shared,
      symbols: 'share × Medicare',
      words: 'Multiply Medicare’s amount by the share your file states.',
      excelFunction: 'share × Medicare',
      template: '{share}*{medicare}',
      operands: [
        {
          id: 'share',
          label: 'Share of Medicare',
          number: { plain: String(line.terms.share) },
          unit: '',
          source,
        },
        medicareOperand(position, facts),
      ],
    };
  }
  const { claims } = line.terms;
  if (claims && !Number.isInteger(own.value)) {
    return {
      ...shared,
      symbols: 'allowed ÷ units',
      words: 'Divide what was allowed on the claim lines by their units.',
      excelFunction: 'allowed ÷ units',
      template: '{allowed}/{units}',
      operands: [
        {
          id: 'allowed',
          label: `Allowed on ${countOf(line.lines, 'claim line')}`,
          number: { cents: claims.allowed },
          unit: 'USD',
          source: `Your file, from line ${line.line} on`,
        },
        { id: 'units', label: 'Units', number: { plain: String(claims.units) }, unit: 'units', source },
      ],
    };
  }
  return undefined;
}

/** Medicare's amount a line is held against. */
export function medicareOf({ line, medicare, medicareYear }: LinePosition, facts: ContractWorkingFacts) {
  const { schedule, desk, origin } = facts;
  const inputs = amountInputs(schedule, line.code, medicareYear);
  if (!inputs || medicare.kind === 'absent') return undefined;
  return placeAmountWorking({
    ...inputs,
    place: desk.place,
    localities: areaLocalities(schedule, medicareYear, desk),
    key: line.site === 'facility' ? 'facility' : 'nonFacility',
    measure: 'mean',
    origin,
    address: '',
  });
}

/** Medicare's amount as an operand, with its own working. The line's Medicare cell must be present. */
export function medicareOperand(position: LinePosition, facts: ContractWorkingFacts): Operand {
  return {
    id: 'medicare',
    label: 'Medicare',
    number: { cents: valueOf(position.medicare) ?? 0 },
    unit: 'USD',
    source: `CMS physician fee schedule ${position.medicareYear}`,
    from: () => medicareOf(position, facts) as Working,
  };
}
