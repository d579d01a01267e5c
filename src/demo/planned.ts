// The bookings that make a customer's R, F and M.
import { type Need, noise, salary } from './booking.js';
import { kindFor } from './counted-kinds.js';
import { add, type Drafts } from './drafts.js';
import type { Plan } from './habit.js';
import { monthly, windowIndex } from './history.js';
import type { Random } from './random.js';

/** Shares of `total` that add up to it; the largest comes last. */
function split(total: number, parts: number, random: Random): readonly number[] {
  const weights = Array.from({ length: parts }, () => 0.02 + random.fraction() ** 3).sort((a, b) => a - b);
  const sum = weights.reduce((a, b) => a + b, 0);
  const amounts = weights.map((weight) => Math.max(100, Math.floor((total * weight) / sum)));
  const rest = amounts.slice(0, -1).reduce((a, b) => a + b, 0);
  return [...amounts.slice(0, -1), total - rest];
}

interface Habits {
  readonly has: readonly Need[];
  /** Opened with nothing inside the history: money only comes in, so that no balance falls below 0. */
  readonly onlyCredits: boolean;
  readonly hasSalary: boolean;
}

/** Pay days of the plan: none unless wages fit into half of its amount. */
function addSalary(drafts: Drafts, plan: Plan): Plan {
  const { random } = drafts;
  const payDays = monthly(random.int(5, 25));
  const counted = payDays.filter((day) => day >= windowIndex && day < plan.last);
  const fen = Math.min(random.int(4_000, 18_000) * 100, Math.floor(plan.amountFen / 2 / Math.max(1, counted.length)));
  if (plan.count < counted.length + 2 || fen < 200_000) return plan;
  for (const day of payDays) if (day < plan.last) add(drafts, { day, second: 9 * 3600, kind: salary, amountFen: fen });
  return { ...plan, count: plan.count - counted.length, amountFen: plan.amountFen - fen * counted.length };
}

/** The bookings that make the customer's R, F and M: exactly `plan.count` of them, to the 分. */
export function addPlanned(drafts: Drafts, whole: Plan, habits: Habits): void {
  const { random } = drafts;
  const plan = habits.hasSalary ? addSalary(drafts, whole) : whole;
  const dates = Array.from({ length: plan.count }, () => random.int(plan.from, plan.last));
  dates[0] = plan.last;
  if (habits.onlyCredits && plan.count > 1) dates[1] = plan.from;
  let missing = 0;
  let net = 0;
  const amounts = split(plan.amountFen, plan.count, random);
  for (const [position, share] of amounts.entries()) {
    const isRest = position === amounts.length - 1;
    const wantsCredit = habits.onlyCredits || random.chance(net < 0 ? 0.65 : 0.25);
    const kind = kindFor(share, wantsCredit ? 'C' : 'D', habits.has, isRest, random);
    const amountFen = isRest ? share + missing : Math.max(kind.step, share - (share % kind.step));
    missing += share - amountFen;
    net += kind.direction === 'C' ? amountFen : -amountFen;
    const ref = add(drafts, { day: dates[position]!, kind, amountFen });
    if (kind.summary === '跨行汇款' && random.chance(0.3)) {
      const { second } = drafts.entries[drafts.entries.length - 1]!;
      add(drafts, {
        day: dates[position]!,
        second,
        ref,
        kind: noise.wireFee,
        amountFen: random.pick([500, 1_000, 1_500]),
      });
    }
  }
}

/** Bookings of February and March 2024: before the window of F and M, so they only show that the window is kept. */
export function addBeforeWindow(drafts: Drafts): void {
  const { random } = drafts;
  for (let n = random.int(0, 3); n > 0; n--) {
    const share = random.int(1_000, 500_000);
    const kind = kindFor(share, random.pick(['D', 'C']), [], true, random);
    add(drafts, { day: random.int(0, windowIndex - 1), kind, amountFen: share });
  }
}
