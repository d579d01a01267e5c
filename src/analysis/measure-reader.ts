// Reads the engine's answers by the names of the measures.
import type { Activity, Measure } from '../engine/activity.js';
import { type Day, dayFromSerial } from '../model/day.js';

/**
 * Reads one measure out of the activity of a customer, or of an account where the measure is kept per account; a key without any
 * row (undefined) counts and sums 0 and has no first or last day.
 */
export interface MeasureReader {
  /** Reads a count, or a sum in 分. */
  total(name: string): (activity: Activity | undefined) => number;
  /** Reads what moved a balance, in 分 or 分·日; null where that is not known exactly. */
  moved(name: string): (activity: Activity | undefined) => number | null;
  /** Reads the day serial (`daySerial`) of a first or last booking; null without one. */
  serial(name: string): (activity: Activity | undefined) => number | null;
  /** Reads the day of a first or last booking; null without one. */
  day(name: string): (activity: Activity | undefined) => Day | null;
}

/**
 * A reader of the list that the engine was given. Look the names up once, before the walk over customers.
 * Throws when a measure was not asked for, or is of the other kind: that is a bug of the caller.
 */
export function measureReader(measures: readonly Measure[]): MeasureReader {
  const places = new Map(measures.map(({ name }, place) => [name, place]));
  const placeOf = (name: string, kinds: readonly Measure['of'][]): number => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`measure ${name} was not asked for`);
    const { of } = measures[place]!;
    if (!kinds.includes(of)) throw new Error(`measure ${name} is a ${of}`);
    return place;
  };
  const serial: MeasureReader['serial'] = (name) => {
    const place = placeOf(name, ['first', 'last']);
    return (activity) => activity?.[place] ?? null;
  };
  return {
    total: (name) => {
      const place = placeOf(name, ['count', 'sum']);
      return (activity) => activity?.[place] ?? 0;
    },
    moved: (name) => {
      const place = placeOf(name, ['moved', 'movedDays']);
      return (activity) => (activity === undefined ? 0 : (activity[place] ?? null));
    },
    serial,
    day: (name) => {
      const read = serial(name);
      return (activity) => {
        const found = read(activity);
        return found === null ? null : dayFromSerial(found);
      };
    },
  };
}
