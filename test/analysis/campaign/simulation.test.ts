// Many campaigns without any effect: how often the interval knows it.
import { expect, test } from 'vitest';
import { newcombeInterval } from '../../../src/analysis/campaign/newcombe.js';
import { campaignOf, sleeper } from './dormant-branch.js';

const campaigns = 1_000;
const customers = Array.from({ length: 240 }, (_, at) =>
  sleeper(`C${String(at).padStart(3, '0')}`, at % 3 === 0 ? 9_000_000 : 50_000, at % 2 === 0 ? 200 : 400),
);
/** Wake up by themselves, whatever arm they are in: every fifth. */
const wakes = new Set(customers.filter((_, at) => (at * 7) % 5 === 0).map(({ customerId }) => customerId));

test.each([0.3, 0.5])(
  'with a control share of %d the interval covers 0 in 930 to 970 of 1,000 draws',
  (controlShare) => {
    let covered = 0;
    for (let seed = 1; seed <= campaigns; seed++) {
      const { members, sizes } = campaignOf(customers, { seed, controlShare });
      const woken = members.filter(({ customerId }) => wakes.has(customerId));
      const treated = woken.filter(({ arm }) => arm === '活动').length;
      const interval = newcombeInterval(
        { successes: treated, n: sizes.treated },
        { successes: woken.length - treated, n: sizes.control },
        0.95,
      );
      if (interval !== null && interval.low <= 0 && interval.high >= 0) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(campaigns * 0.93);
    expect(covered).toBeLessThanOrEqual(campaigns * 0.97);
  },
);
