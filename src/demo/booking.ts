// The kinds of bookings that an invented customer makes, and those that only happen to him.
import type { Direction } from '../model/transaction.js';
import type { Random } from './random.js';

/** Who stands on the other side. `self`: an own account, so both legs carry the same 流水号. */
export type Party = 'nobody' | 'person' | 'shop' | 'employer' | 'self';

export interface BookingKind {
  readonly summary: string;
  readonly memo?: string;
  readonly direction: Direction;
  /** 触发方式; undefined where cores leave it empty. */
  readonly trigger?: 'active' | 'passive';
  readonly channel: string;
  readonly party: Party;
  /** Moves money between the demand account and what is held beside it. */
  readonly holding?: 'wealth' | 'fund';
  /** What the customer must have for it; for `self` also where the other leg lands. */
  readonly needs?: Need;
}

/** A second demand account, the habit of time deposits, wealth products. */
export type Need = 'second' | 'time' | 'wealth';

/** A kind that counts for R, F and M, with the amounts (元) that it is good for and its rounding. */
interface CountedKind extends BookingKind {
  readonly yuan: readonly [number, number];
  /** 分; amounts are multiples of it. */
  readonly step: number;
  readonly weight: number;
}

const active = { trigger: 'active' } as const;
const passive = { trigger: 'passive' } as const;
const anyAmount = [0, 1e9] as const;

/** At least one kind of each direction takes any amount to the 分: the remainder of a plan goes there. */
const counted: readonly CountedKind[] = [
  {
    summary: 'POS消费',
    direction: 'D',
    ...active,
    channel: 'POS',
    party: 'shop',
    yuan: [10, 20_000],
    step: 1,
    weight: 4,
  },
  {
    summary: '支付宝快捷支付',
    direction: 'D',
    ...active,
    channel: '第三方支付',
    party: 'shop',
    yuan: [1, 5_000],
    step: 1,
    weight: 6,
  },
  {
    summary: '财付通-微信支付',
    direction: 'D',
    ...active,
    channel: '第三方支付',
    party: 'shop',
    yuan: [1, 3_000],
    step: 1,
    weight: 6,
  },
  {
    summary: 'ATM取款',
    direction: 'D',
    ...active,
    channel: 'ATM',
    party: 'nobody',
    yuan: [100, 20_000],
    step: 10_000,
    weight: 2,
  },
  { summary: '惠民券核销', direction: 'D', channel: '手机银行', party: 'shop', yuan: [5, 300], step: 100, weight: 1 },
  {
    summary: '手机银行转出',
    direction: 'D',
    ...active,
    channel: '手机银行',
    party: 'person',
    yuan: anyAmount,
    step: 1,
    weight: 2,
  },
  {
    summary: '跨行汇款',
    direction: 'D',
    ...active,
    channel: '网银',
    party: 'person',
    yuan: [5_000, 1e9],
    step: 1,
    weight: 2,
  },
  {
    summary: '理财购买',
    direction: 'D',
    ...active,
    channel: '手机银行',
    party: 'nobody',
    holding: 'wealth',
    yuan: [10_000, 2_000_000],
    step: 1_000_000,
    weight: 3,
  },
  {
    summary: '基金申购',
    direction: 'D',
    ...active,
    channel: '手机银行',
    party: 'nobody',
    holding: 'fund',
    yuan: [1_000, 300_000],
    step: 10_000,
    weight: 1,
  },
  {
    summary: '定期开户',
    direction: 'D',
    ...active,
    channel: '柜面',
    party: 'self',
    needs: 'time',
    yuan: [10_000, 500_000],
    step: 1_000_000,
    weight: 1,
  },
  {
    summary: '转账',
    direction: 'D',
    ...active,
    channel: '手机银行',
    party: 'self',
    needs: 'second',
    yuan: [100, 500_000],
    step: 1,
    weight: 3,
  },
  {
    summary: '现金存入',
    direction: 'C',
    ...active,
    channel: '柜面',
    party: 'nobody',
    yuan: [100, 500_000],
    step: 10_000,
    weight: 3,
  },
  {
    summary: '他行汇入',
    direction: 'C',
    ...passive,
    channel: '网银',
    party: 'person',
    yuan: anyAmount,
    step: 1,
    weight: 4,
  },
  {
    summary: '退款',
    direction: 'C',
    ...passive,
    channel: '第三方支付',
    party: 'shop',
    yuan: [1, 3_000],
    step: 1,
    weight: 2,
  },
  {
    summary: '理财赎回',
    direction: 'C',
    ...active,
    channel: '手机银行',
    party: 'nobody',
    holding: 'wealth',
    needs: 'wealth',
    yuan: [10_000, 2_000_000],
    step: 1_000_000,
    weight: 2,
  },
];

export const salary: BookingKind = {
  summary: '代发工资',
  direction: 'C',
  ...passive,
  channel: '批处理',
  party: 'employer',
};

/** What a customer's files carry without his doing: none of these may move R, F or M. */
export const noise = {
  interest: { summary: '结息', direction: 'C', ...passive, channel: '批处理', party: 'nobody' },
  smsFee: { summary: '短信服务费', direction: 'D', ...passive, channel: '批处理', party: 'nobody' },
  power: { summary: '代扣电费', direction: 'D', ...passive, channel: '批处理', party: 'shop' },
  water: { summary: '代缴水费', direction: 'D', ...passive, channel: '批处理', party: 'shop' },
  fundPlan: { summary: '基金定投', direction: 'D', ...passive, channel: '批处理', party: 'nobody', holding: 'fund' },
  wireFee: { summary: '跨行转账手续费', direction: 'D', ...passive, channel: '网银', party: 'nobody' },
  matured: {
    summary: '理财产品到期',
    direction: 'C',
    ...passive,
    channel: '批处理',
    party: 'nobody',
    holding: 'wealth',
  },
  undone: { summary: '手机银行转出', direction: 'D', ...active, channel: '手机银行', party: 'person' },
  undoing: {
    summary: '冲正',
    memo: '收款户名不符退回',
    direction: 'C',
    ...passive,
    channel: '批处理',
    party: 'nobody',
  },
  closing: { summary: '销户', direction: 'D', ...active, channel: '柜面', party: 'nobody' },
  foreignIn: { summary: '境外汇入', direction: 'C', ...passive, channel: '柜面', party: 'person' },
  foreignOut: { summary: '结汇', direction: 'D', ...active, channel: '手机银行', party: 'nobody' },
} as const satisfies Readonly<Record<string, BookingKind>>;

const byDirection: Readonly<Record<Direction, readonly CountedKind[]>> = {
  D: counted.filter((kind) => kind.direction === 'D'),
  C: counted.filter((kind) => kind.direction === 'C'),
};

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
