// What bookings say of themselves, with the class that DOMAIN.md §5.3 and §7.14 give each of them.

export type ExpectedClass = 'ACTIVE' | 'THIRD_PARTY' | 'MANDATE' | 'SYSTEM' | 'REVERSAL' | 'NONFIN' | 'UNKNOWN';

export interface Wording {
  readonly summary?: string;
  readonly txnType?: string;
  readonly memo?: string;
  readonly trigger?: 'active' | 'passive';
  readonly channel?: string;
  readonly teller?: string;
  /** Who stands on the other side: nobody named, a stranger, or another account of the same customer. */
  readonly party?: 'stranger' | 'self';
  readonly direction: 'D' | 'C';
  readonly is: ExpectedClass;
}

/** The customer's own doing, or money that others send. */
export const qualifying: readonly Wording[] = [
  { summary: '转账存入', direction: 'C', is: 'ACTIVE' },
  { summary: 'ATM取款', direction: 'D', is: 'ACTIVE' },
  { summary: '现金存入', direction: 'C', is: 'ACTIVE' },
  { summary: '网银转账', direction: 'D', party: 'stranger', is: 'ACTIVE' },
  { summary: '手机银行转出', direction: 'D', party: 'stranger', is: 'ACTIVE' },
  { summary: '支付宝快捷支付', direction: 'D', is: 'ACTIVE' },
  { summary: 'POS消费', direction: 'D', is: 'ACTIVE' },
  { summary: '理财购买', direction: 'D', is: 'ACTIVE' },
  { summary: '基金赎回', direction: 'C', is: 'ACTIVE' },
  { summary: '提前支取', direction: 'C', is: 'ACTIVE' },
  { summary: '话费充值', direction: 'D', is: 'ACTIVE' },
  { summary: '工资理财周周存', direction: 'D', is: 'ACTIVE' },
  { txnType: '02', direction: 'D', is: 'ACTIVE' },
  { summary: '转账', direction: 'C', party: 'stranger', is: 'THIRD_PARTY' },
  { summary: '转账', direction: 'C', party: 'self', is: 'ACTIVE' },
  { summary: '代发工资', direction: 'C', is: 'THIRD_PARTY' },
  { summary: '他行汇入', direction: 'C', party: 'stranger', is: 'THIRD_PARTY' },
  { summary: '消费退款', direction: 'C', is: 'THIRD_PARTY' },
  { summary: '快捷支付', trigger: 'active', direction: 'D', is: 'ACTIVE' },
  { memo: '现金存入', direction: 'C', is: 'ACTIVE' },
  { summary: 'ZXQ内部编码', direction: 'D', is: 'UNKNOWN' },
  { summary: '柒号业务', direction: 'C', is: 'UNKNOWN' },
];

/** Nothing that the customer did. */
export const idle: readonly Wording[] = [
  { summary: '结息', direction: 'C', is: 'SYSTEM' },
  { summary: '结息', trigger: 'active', direction: 'C', is: 'SYSTEM' },
  { summary: '扣利息税', direction: 'D', is: 'SYSTEM' },
  { summary: '短信服务费', direction: 'D', is: 'SYSTEM' },
  { summary: '账户管理费', direction: 'D', is: 'SYSTEM' },
  { summary: '到期自动转存', direction: 'C', is: 'SYSTEM' },
  { summary: '理财产品到期', direction: 'C', is: 'SYSTEM' },
  { summary: '基金分红', direction: 'C', is: 'SYSTEM' },
  { summary: '司法扣划', direction: 'D', is: 'SYSTEM' },
  { memo: '个人活期结息', direction: 'C', is: 'SYSTEM' },
  { txnType: '08', direction: 'C', is: 'SYSTEM' },
  { summary: '代扣电费', direction: 'D', is: 'MANDATE' },
  { summary: '基金定投', direction: 'D', is: 'MANDATE' },
  { summary: '信用卡自动还款', direction: 'D', is: 'MANDATE' },
  { summary: '归还贷款本息', direction: 'D', is: 'MANDATE' },
  { summary: '快捷支付', trigger: 'passive', direction: 'D', is: 'MANDATE' },
  { summary: 'Q批次', channel: '批处理', direction: 'D', is: 'SYSTEM' },
  { summary: 'Q批次', teller: '批量柜员', direction: 'D', is: 'SYSTEM' },
];
