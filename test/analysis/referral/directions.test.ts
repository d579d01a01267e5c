import { expect, test } from 'vitest';
import { episodesOf } from '../../../src/analysis/referral/episodes.js';
import type { Referral } from '../../../src/model/referral.js';
import { asOf, rulesWith } from '../branch.js';
import { input, row } from './register.js';

/** Beside a row of a register that states both 意向产品 and 触发条件. */
function direction(more: Partial<Referral>, ref: Readonly<Record<string, unknown>> = {}, others = [full]) {
  const rules = rulesWith({ ref });
  const referrals = [row('A', '2025-09-01', undefined, more), ...others];
  return episodesOf(input({ referrals }), rules, asOf)[0]?.direction;
}

const full = row('B', '2025-09-02', undefined, { intendedProduct: '基金', trigger: '其他' });

test.each([
  ['柜员', '客户经理', '新开户存5万+咨询理财', '合规'],
  ['低柜柜员', '客户经理', '新开户存5万+咨询理财', '合规'],
  ['高柜柜员', '客户经理', '新开户存5万+咨询理财', '合规'],
  ['柜员', '客户经理', '理财', '方向不符'],
  ['柜员', '客户经理', '新开户存5万', '方向不符'],
  ['柜员', '客户经理', '信用卡', '方向不符'],
  ['柜员', '客户经理', undefined, '方向不符'],
  ['柜员', '理财经理', '新开户存5万+咨询理财', '方向不符'],
  ['大堂经理', '客户经理', '新开户存5万+咨询理财', '方向不符'],
  ['理财经理', '客户经理', '企业贷款', '合规'],
  ['理财经理', '客户经理', '对公结算', '合规'],
  ['客户经理', '理财经理', '家族信托', '合规'],
  ['客户经理', '理财经理', '高端医疗', '合规'],
  ['客户经理', '理财经理', '企业贷款', '方向不符'],
  [undefined, '客户经理', '理财', '岗位缺失'],
  ['柜员', undefined, '理财', '岗位缺失'],
] as const)('%s → %s, %s: %s', (referrerRole, receiverRole, intendedProduct, expected) => {
  expect(direction({ referrerType: undefined, referrerRole, receiverRole, intendedProduct })).toBe(expected);
});

test.each([
  ['新开户存5万以上+咨询理财', undefined, '合规'],
  ['新开户存5万以上', '理财', '合规'],
  ['咨询理财', '理财', '方向不符'],
  ['新开户存5万以上', '基金', '方向不符'],
  ['大额入账', '理财', '方向不符'],
])('a teller with 触发条件 %s and 意向产品 %s: %s', (trigger, intendedProduct, expected) => {
  expect(direction({ trigger, intendedProduct })).toBe(expected);
});

test.each([
  ['意向产品 alone', { intendedProduct: '基金' }, { intendedProduct: '理财' }, '需求缺失'],
  ['意向产品 alone, which does not fit', { intendedProduct: '基金' }, { intendedProduct: '信用卡' }, '方向不符'],
  ['neither', {}, {}, '需求缺失'],
  ['neither, between posts that fit nowhere', {}, { receiverRole: '理财经理' }, '方向不符'],
  ['触发条件 alone', { trigger: '其他' }, { trigger: '咨询理财' }, '方向不符'],
  ['触发条件 alone, which fits', { trigger: '其他' }, { trigger: '新开户+咨询理财' }, '合规'],
])('a register that states %s', (_, stated, more, expected) => {
  expect(direction(more, {}, [row('B', '2025-09-02', undefined, stated)])).toBe(expected);
});

test('customers refer to whom they like', () => {
  expect(direction({ referrerType: '存量客户', referrerRole: undefined })).toBe('不适用');
});

test('a triple without needs allows every need, one without triggers every trigger', () => {
  const from = { from: '大堂经理', to: '客户经理' };
  const more = { referrerRole: '大堂经理', referrerType: undefined };
  expect(direction(more, { directions: [{ ...from, needs: [] }] })).toBe('合规');
  expect(direction({ ...more, intendedProduct: '理财' }, { directions: [{ ...from, needs: ['理财'] }] })).toBe('合规');
});
