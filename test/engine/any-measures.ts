// Random lists of measures with every option, over few keys and days, so that boundaries are met often.
import fc from 'fast-check';
import type { Measure } from '../../src/engine/activity.js';
import { addDays, type Day } from '../../src/model/day.js';
import { txnClasses } from '../../src/model/transaction.js';
import { asOf } from './bookings.js';

export const someDay: fc.Arbitrary<Day> = fc
  .constantFrom(0, 1, 29, 30, 31, 90, 365)
  .map((daysAgo) => addDays(asOf, -daysAgo));

const key = fc.constantFrom('C1', 'C2', 'A1', 'A2', 'B1', 'Z1', 'nobody');
const days = fc.constantFrom(-365, -30, -1, 0, 1, 29, 30, 31, 60, 400);

const within: fc.Arbitrary<Measure['within']> = fc.oneof(
  fc.record({ after: fc.option(someDay), through: someDay }),
  fc.record({
    anchors: fc.array(fc.tuple(key, someDay), { maxLength: 6 }).map((entries) => new Map(entries)),
    fromDays: days,
    throughDays: days,
  }),
);

const measure: fc.Arbitrary<Omit<Measure, 'name'>> = fc.record(
  {
    of: fc.constantFrom('count', 'sum', 'first', 'last', 'moved', 'movedDays'),
    classes: fc.oneof(fc.constant(['ACTIVE' as const, 'THIRD_PARTY' as const]), fc.subarray([...txnClasses])),
    within,
    per: fc.constant('account'),
    direction: fc.constantFrom('D', 'C'),
    minFen: fc.constantFrom(0, 1, 100, 101, 250),
    channel: fc.constant('counter'),
    closings: fc.constant('out'),
  },
  { requiredKeys: ['of', 'classes', 'within'] },
);

export const anyMeasures: fc.Arbitrary<readonly Measure[]> = fc
  .array(measure, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((one, at) => ({ name: `m${at}`, ...one })));
