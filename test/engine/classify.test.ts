import { describe, expect, test } from 'vitest';
import { type Booking, classify, isAutomatic } from '../../src/engine/classify.js';
import { rulesSchema } from '../../src/model/rules.js';
import type { TxnClass } from '../../src/model/transaction.js';

const rules = rulesSchema.parse({});
const plain: Booking = {
  direction: 'D',
  reversal: 'normal',
  isZero: false,
  hasOtherParty: false,
  isAutomatic: false,
};

// DOMAIN.md §7.14, typed from there.
const samples: Readonly<Record<string, string>> = {
  SYSTEM:
    '结息 C · 活期利息 C · 扣利息税 D · 利息 C · 短信服务费 D · 账户管理费 D · 银行卡年费 D · 跨行转账手续费 D · 到期自动转存 C · 约定转存 D · 智能存款签约划转 D · 司法扣划 D · 司法冻结 D · 理财产品到期 C · 理财到期兑付本金 C · 基金分红 C · 基金红利再投 C · 定期到期自动转活 C · 存款利息 C · 存单到期 C · 余额查询 D',
  REVERSAL: '冲正 C · 抹账 D · 补账 C',
  MANDATE:
    '代扣电费 D · 代缴水费 D · ETC通行费 D · 基金定投 D · 归还贷款本息 D · 信用卡自动还款 D · 社保缴费 D · 还息 D · 话费 D · 批量代扣 D · 自动还款 D · 正常还款 D',
  THIRD_PARTY:
    '代发工资 C · 他行汇入 C · 退款 C · 保险理赔 C · 他行汇入 C · 网上快捷退款 C · 银联入账 C · 代发住房公积金 C · 消费退款 C',
  ACTIVE:
    '转账存入 C · ATM取款 D · 现金存入 C · 网银转账 D · 手机银行转出 D · 支付宝快捷支付 D · 财付通-微信支付 D · POS消费 D · 理财购买 D · 基金申购 D · 基金赎回 C · 理财赎回 C · 开户 C · 定期开户 C · 银证转账 D · 贷款发放 C · 购汇 D · 提前支取 C · 话费充值 D · 工资理财周周存 D · 还款 D · 提前还贷 D · 定期到期支取 C · 微信零钱提现 C · 网转 D · 跨行汇款 D · 蚂蚁基金赎回到银行 C · 银联消费 D · 无卡支付 D · 网上快捷支付 D · 网上快捷提现 C · 信用卡转账还款 D · 异地跨行消费 D · 一网通支付 D · 银联ATM取款 D · 财付通 D · 转存 C · 现取 D',
};

const table = Object.entries(samples).flatMap(([expected, line]) =>
  line.split(' · ').map((sample) => {
    const [summary, direction] = sample.split(' ');
    return { summary, direction: direction === 'C' ? ('C' as const) : ('D' as const), expected };
  }),
);

describe('the 83 samples of the specification', () => {
  test('are all there', () => expect(table).toHaveLength(83));

  test.each(table)('$summary $direction is $expected', ({ summary, direction, expected }) => {
    expect(classify({ ...plain, summary, direction }, rules)).toBe(expected);
  });
});

const contexts: readonly (readonly [string, Partial<Booking>, TxnClass])[] = [
  ['转账 C from somebody else', { summary: '转账', direction: 'C', hasOtherParty: true }, 'THIRD_PARTY'],
  ['转账 C from the customer', { summary: '转账', direction: 'C' }, 'ACTIVE'],
  ['转账 D to somebody else', { summary: '转账', hasOtherParty: true }, 'ACTIVE'],
  ['结息 flagged 主动', { summary: '结息', direction: 'C', trigger: 'active' }, 'SYSTEM'],
  ['快捷支付 flagged 被动', { summary: '快捷支付', trigger: 'passive' }, 'MANDATE'],
  ['a passive credit without words', { direction: 'C', trigger: 'passive' }, 'THIRD_PARTY'],
  ['a passive 代发工资', { summary: '代发工资', direction: 'C', trigger: 'passive' }, 'THIRD_PARTY'],
  ['a passive 话费充值', { summary: '话费充值', trigger: 'passive' }, 'MANDATE'],
  ['代扣 flagged 主动', { summary: '代扣', trigger: 'active' }, 'ACTIVE'],
  ['type code 02', { txnType: '02' }, 'ACTIVE'],
  ['type code 08', { txnType: '08' }, 'SYSTEM'],
  ['type code 08 flagged 主动', { txnType: '08', trigger: 'active' }, 'SYSTEM'],
  ['type code 01 C', { txnType: '01', direction: 'C' }, 'THIRD_PARTY'],
  ['type code 01 D', { txnType: '01' }, 'ACTIVE'],
  ['type code 05', { txnType: '05', direction: 'C' }, 'THIRD_PARTY'],
  ['type code 06', { txnType: '06' }, 'MANDATE'],
  ['type code 12', { txnType: '12还息' }, 'MANDATE'],
  ['type code 13', { txnType: '13' }, 'ACTIVE'],
  ['type code 14', { txnType: '14-投资理财' }, 'ACTIVE'],
  ['type code 09, which says nothing', { txnType: '09' }, 'UNKNOWN'],
  ['0812, which is no code 08', { txnType: '0812' }, 'UNKNOWN'],
  ['xyz', { summary: 'xyz' }, 'UNKNOWN'],
  ['xyz C from somebody else', { summary: 'xyz', direction: 'C', hasOtherParty: true }, 'THIRD_PARTY'],
  ['xyz booked by a batch', { summary: 'xyz', isAutomatic: true }, 'SYSTEM'],
  ['消费退款 C', { summary: '消费退款', direction: 'C' }, 'THIRD_PARTY'],
  ['工资 D', { summary: '工资' }, 'UNKNOWN'],
  ['保本理财购买', { summary: '保本理财购买' }, 'ACTIVE'],
  ['手续费', { summary: '手续费' }, 'SYSTEM'],
  ['短信服务', { summary: '短信服务' }, 'SYSTEM'],
  ['理财终止', { summary: '理财终止', direction: 'C' }, 'SYSTEM'],
  ['理财强赎回 and 强制赎回', { summary: '理财强赎回', direction: 'C' }, 'SYSTEM'],
  ['理财强制调减', { summary: '理财强制调减', direction: 'C' }, 'SYSTEM'],
  ['补发工资', { summary: '补发工资', direction: 'C' }, 'THIRD_PARTY'],
  ['信用卡年费减免', { summary: '信用卡年费减免', direction: 'C' }, 'SYSTEM'],
  ['收息', { summary: '收息' }, 'MANDATE'],
  ['a flagged reversal', { summary: '消费', reversal: 'reversal' }, 'REVERSAL'],
  ['a flagged original', { summary: '消费', reversal: 'reversed' }, 'REVERSAL'],
  ['余额查询 of 0', { summary: '余额查询', isZero: true }, 'NONFIN'],
  ['结息 of 0', { summary: '结息', isZero: true }, 'NONFIN'],
  ['full-width and spaced words', { summary: ' Ｐ Ｏ Ｓ 消 费 ' }, 'ACTIVE'],
  ['interest named in the type only', { txnType: '存款利息', direction: 'C' }, 'SYSTEM'],
  ['a summary of exactly 利息 beside a type', { txnType: '转账', summary: '利息', direction: 'C' }, 'SYSTEM'],
  ['附言 of SYSTEM words, nothing else', { memo: '账户结息', direction: 'C' }, 'SYSTEM'],
  ['附言 of SYSTEM words beside a meaningless code', { txnType: '1001', memo: '结息', direction: 'C' }, 'SYSTEM'],
  ['附言 of SYSTEM words beside a summary', { summary: '转账', memo: '手续费' }, 'ACTIVE'],
  ['附言 of SYSTEM words beside an unknown summary', { summary: 'xyz', memo: '结息' }, 'UNKNOWN'],
  ['附言 that names a reversal beside an unknown summary', { summary: 'xyz', memo: '抹账' }, 'UNKNOWN'],
  ['附言 of SYSTEM words beside a known code', { txnType: '02', memo: '手续费' }, 'ACTIVE'],
  ['附言 that names a purchase beside an unknown summary', { summary: 'xyz', memo: '微信支付' }, 'ACTIVE'],
  ['附言 beside a known summary', { summary: '转账', memo: '代扣' }, 'ACTIVE'],
  ['no words at all', {}, 'UNKNOWN'],
];

test.each(contexts)('%s', (_name, booking, expected) => {
  expect(classify({ ...plain, ...booking }, rules)).toBe(expected);
});

test('rules of the branch come before ours and beat every flag but the reversal', () => {
  const own = rulesSchema.parse({ txn: { rules: [{ id: 'B1', class: 'MANDATE', pattern: '^网费$|消费' }] } });
  expect(classify({ ...plain, summary: '消费', trigger: 'active' }, own)).toBe('MANDATE');
  expect(classify({ ...plain, summary: '网费', txnType: '转账' }, own)).toBe('MANDATE');
  expect(classify({ ...plain, summary: '消费', reversal: 'reversal' }, own)).toBe('REVERSAL');
  expect(classify({ ...plain, summary: '支付' }, own)).toBe('ACTIVE');
});

test.each([
  ['批量柜员', undefined, true],
  ['自动', undefined, true],
  ['SYS系统', undefined, true],
  [undefined, '批处理', true],
  ['01234', '柜面', false],
  [undefined, undefined, false],
])('teller %s with channel %s is automatic: %s', (teller, channel, expected) => {
  expect(isAutomatic(teller, channel)).toBe(expected);
});
