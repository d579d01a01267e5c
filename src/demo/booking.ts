// The kinds of bookings that an invented customer makes, and those that only happen to him.
import type { Direction } from '../model/transaction.js';

/** Who stands on the other side. `self`: an own account, so both legs carry the same 流水号. */
export type Party = 'nobody' | 'person' | 'shop' | 'employer' | 'self';

export interface BookingKind {
  readonly summary: string;
  readonly memo?: string;
  readonly direction: Direction;
  /** 触发方式; undefined where cores leave it empty. */
  readonly trigger?: 'active' | 'passive' | undefined;
  readonly channel: string;
  readonly party: Party;
  /** Moves money between the demand account and what is held beside it. */
  readonly holding?: 'wealth' | 'fund';
  /** What the customer must have for it; for `self` also where the other leg lands. */
  readonly needs?: Need;
}

/** A second demand account, the habit of time deposits, wealth products. */
export type Need = 'second' | 'time' | 'wealth';

const active = { trigger: 'active' } as const;
const passive = { trigger: 'passive' } as const;

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
