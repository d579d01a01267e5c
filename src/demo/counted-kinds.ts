// The bookings that count for R, F and M, and the choice among them.
import type { Direction } from '../model/transaction.js';
import type { BookingKind, Need, Party } from './booking.js';
import type { Random } from './random.js';

interface CountedKind extends BookingKind {
  /** The amounts that the kind is good for. */
  readonly yuan: readonly [number, number];
  /** 分; amounts are multiples of it. */
  readonly step: number;
  readonly weight: number;
}

const most = 1e9;

/** To the 分 and by the customer's own hand, unless `more` says otherwise. */
function kind(
  summary: string,
  direction: Direction,
  channel: string,
  party: Party,
  more: Pick<CountedKind, 'yuan' | 'weight'> & Partial<CountedKind>,
): CountedKind {
  return { summary, direction, channel, party, trigger: 'active', step: 1, ...more };
}

/** At least one kind of each direction takes any amount to the 分: the remainder of a plan goes there. 惠民券核销 no rule knows. */
const counted: readonly CountedKind[] = [
  kind('POS消费', 'D', 'POS', 'shop', { yuan: [10, 20_000], weight: 4 }),
  kind('支付宝快捷支付', 'D', '第三方支付', 'shop', { yuan: [1, 5_000], weight: 6 }),
  kind('财付通-微信支付', 'D', '第三方支付', 'shop', { yuan: [1, 3_000], weight: 6 }),
  kind('ATM取款', 'D', 'ATM', 'nobody', { yuan: [100, 20_000], step: 10_000, weight: 2 }),
  kind('惠民券核销', 'D', '手机银行', 'shop', { yuan: [5, 300], step: 100, weight: 1, trigger: undefined }),
  kind('手机银行转出', 'D', '手机银行', 'person', { yuan: [0, most], weight: 2 }),
  kind('跨行汇款', 'D', '网银', 'person', { yuan: [5_000, most], weight: 2 }),
  kind('理财购买', 'D', '手机银行', 'nobody', {
    yuan: [10_000, 2_000_000],
    step: 1_000_000,
    weight: 3,
    holding: 'wealth',
  }),
  kind('基金申购', 'D', '手机银行', 'nobody', { yuan: [1_000, 300_000], step: 10_000, weight: 1, holding: 'fund' }),
  kind('定期开户', 'D', '柜面', 'self', { yuan: [10_000, 500_000], step: 1_000_000, weight: 1, needs: 'time' }),
  kind('转账', 'D', '手机银行', 'self', { yuan: [100, 500_000], weight: 3, needs: 'second' }),
  kind('现金存入', 'C', '柜面', 'nobody', { yuan: [100, 500_000], step: 10_000, weight: 3 }),
  kind('他行汇入', 'C', '网银', 'person', { yuan: [0, most], weight: 4, trigger: 'passive' }),
  kind('退款', 'C', '第三方支付', 'shop', { yuan: [1, 3_000], weight: 2, trigger: 'passive' }),
  kind('理财赎回', 'C', '手机银行', 'nobody', {
    yuan: [10_000, 2_000_000],
    step: 1_000_000,
    weight: 2,
    holding: 'wealth',
    needs: 'wealth',
  }),
];

const byDirection: Readonly<Record<Direction, readonly CountedKind[]>> = {
  D: counted.filter((kind) => kind.direction === 'D'),
  C: counted.filter((kind) => kind.direction === 'C'),
};

/** Throws RangeError for a summary that is not in the list. */
export function kindNamed(summary: string): BookingKind {
  const found = counted.find((kind) => kind.summary === summary && kind.party !== 'self');
  if (!found) throw new RangeError('no such kind of booking');
  return found;
}

/** What a booking of about this amount (分) may be for a customer who has these things. */
export function kindFor(
  amountFen: number,
  direction: Direction,
  has: readonly Need[],
  toTheFen: boolean,
  random: Random,
): CountedKind {
  const fits = (kind: CountedKind): boolean =>
    amountFen >= kind.yuan[0] * 100 &&
    amountFen <= kind.yuan[1] * 100 &&
    (!toTheFen || kind.step === 1) &&
    (kind.needs === undefined || has.includes(kind.needs));
  let tickets = 0;
  for (const kind of byDirection[direction]) if (fits(kind)) tickets += kind.weight;
  let ticket = random.int(1, tickets);
  for (const kind of byDirection[direction]) {
    if (!fits(kind)) continue;
    ticket -= kind.weight;
    if (ticket <= 0) return kind;
  }
  throw new RangeError('no kind of booking takes this amount');
}
