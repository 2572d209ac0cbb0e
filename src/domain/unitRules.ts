/** Minutes of one timed service in one visit. */
export interface TimedService {
  readonly code: string;
  /** Whole minutes of face-to-face time. */
  readonly minutes: number;
}

export interface ServiceUnits extends TimedService {
  readonly units: number;
}

export interface VisitUnits {
  readonly total: number;
  /** One entry per code, in the order the codes were first given; minutes of a code given twice are added. */
  readonly services: readonly ServiceUnits[];
}

/** Therapy's timed codes are sold by the quarter of an hour; the 8-minute rule knows no other unit. */
export const quarterHour = 15;
const leastMinutes = 8;

/**
 * Units of one code by CPT's midpoint rule: a unit counts once more than half of it has passed. A quarter of an hour
 * counts from 8 minutes, an hour from 31. Definition: CPT 2024, p. xx, as read in a coding column; exceptions only by
 * an instruction for the code itself.
 *
 * @throws RangeError when minutes are not whole and at least 0, or the unit is not a whole number of minutes.
 */
export function midpointUnits(minutes: number, unitMinutes: number): number {
  check(minutes);
  if (!Number.isInteger(unitMinutes) || unitMinutes < 1) {
    throw new RangeError(`a unit is a whole number of minutes, not ${unitMinutes}`);
  }
  const rest = minutes % unitMinutes;
  return Math.floor(minutes / unitMinutes) + (2 * rest > unitMinutes ? 1 : 0);
}

/** A visit by the midpoint rule, also called the rule of eights: each code by itself, no minutes shared. */
export function midpointRule(services: readonly TimedService[]): VisitUnits {
  const counted = byCode(services).map((service) => ({
    ...service,
    units: midpointUnits(service.minutes, quarterHour),
  }));
  return { total: totalUnits(counted), services: counted };
}

/**
 * A visit by Medicare's 8-minute rule: the minutes of all timed codes together give the units (8–22 = 1, 23–37 = 2,
 * 38–52 = 3, 53–67 = 4 and so on). Full quarters stay with their code; each unit left goes to the code with the most
 * minutes left, the first given when equal. Definition: CMS, Medicare Claims Processing Manual, chapter 5, 20.2.
 */
export function eightMinuteRule(services: readonly TimedService[]): VisitUnits {
  const merged = byCode(services);
  const minutes = merged.reduce((sum, service) => sum + service.minutes, 0);
  const total = Math.floor((minutes + quarterHour - leastMinutes) / quarterHour);
  const full = merged.map((service) => ({ ...service, units: Math.floor(service.minutes / quarterHour) }));
  const spare = total - totalUnits(full);
  const byRest = full
    .map((service, index) => ({ index, rest: service.minutes % quarterHour }))
    .sort((a, b) => b.rest - a.rest);
  const favoured = new Set(byRest.slice(0, spare).map(({ index }) => index));
  return {
    total,
    services: full.map((service, index) => ({
      ...service,
      units: service.units + (favoured.has(index) ? 1 : 0),
    })),
  };
}

function byCode(services: readonly TimedService[]): readonly TimedService[] {
  const minutes = new Map<string, number>();
  for (const service of services) {
    check(service.minutes);
    minutes.set(service.code, (minutes.get(service.code) ?? 0) + service.minutes);
  }
  return [...minutes].map(([code, sum]) => ({ code, minutes: sum }));
}

function totalUnits(services: readonly ServiceUnits[]): number {
  return services.reduce((sum, { units }) => sum + units, 0);
}

function check(minutes: number): void {
  if (!Number.isInteger(minutes) || minutes < 0) {
    throw new RangeError(`minutes are whole and at least 0, not ${minutes}`);
  }
}
