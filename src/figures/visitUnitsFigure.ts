import { type Cell, present } from '../domain/cell.ts';
import { billedServices, type TypicalVisit } from '../domain/typicalVisit.ts';
import { countOf } from '../text/numbers.ts';
import { billedText, visitMethods } from '../text/visitText.ts';
import { column, type Figure } from './figure.ts';

/** Every visit's units by both rules, side by side: where they differ, payers differ. */
export function visitUnitsFigure(visits: readonly TypicalVisit[], isSample: boolean): Figure {
  const counted = visits.map((visit) => {
    const pooled = billedServices(visit, 'eight-minute');
    const each = billedServices(visit, 'midpoint');
    return { visit, pooled, each, units: unitsIn(pooled), eachUnits: unitsIn(each) };
  });
  const different = counted.filter(({ units, eachUnits }) => units !== eachUnits);
  return {
    id: 'visit-units',
    title: 'Minutes into units, by both rules',
    labelColumn: column('visit', 'Visit', 'text', 'A kind of visit, as described above.'),
    columns: [
      column('minutes', 'Timed minutes', 'count', 'Minutes of all services sold by the quarter of an hour.'),
      column('pooled', '8-minute rule', 'count', visitMethods.units),
      column('each', 'Midpoint rule', 'count', visitMethods.units),
      column('pooled-billed', 'Billed by the 8-minute rule', 'text', visitMethods.units),
      column('each-billed', 'Billed by the midpoint rule', 'text', visitMethods.units),
    ],
    rows: counted.map(({ visit, pooled, each, units, eachUnits }) => ({
      id: visit.id,
      label: visit.name,
      cells: {
        minutes: present(minutesOf(visit)),
        pooled: present(units),
        each: present(eachUnits),
        'pooled-billed': present(billedText(pooled)),
        'each-billed': present(billedText(each)),
      } satisfies Record<string, Cell<number | string>>,
      flags: units === eachUnits ? [] : ['the rules differ'],
    })),
    notes: isSample ? ['The visits are an example, made up to try the page with.'] : [],
    method: visitMethods.method,
    sources: 'The visits as described; the rules’ sources stand below',
    summary:
      different.length === 0
        ? `Both rules give the same units for ${visits.length === 1 ? 'this visit' : `all ${countOf(visits.length, 'kind')} of visit`}.`
        : different
            .map(
              ({ visit, units, eachUnits }) =>
                `${visit.name}: ${countOf(units, 'unit')} by the 8-minute rule, ${eachUnits} by the midpoint rule.`,
            )
            .join(' '),
  };
}

function unitsIn(services: readonly { readonly units: number }[]): number {
  return services.reduce((sum, { units }) => sum + units, 0);
}

function minutesOf({ services }: TypicalVisit): number {
  return services.reduce((sum, service) => sum + ('minutes' in service ? service.minutes : 0), 0);
}
