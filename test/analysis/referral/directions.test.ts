import { expect, test } from 'vitest';
import { directionOf } from '../../../src/analysis/referral/directions.js';
import { episodesOf } from '../../../src/analysis/referral/episodes.js';
import type { Referral } from '../../../src/model/referral.js';
import { asOf, rulesWith } from '../branch.js';
import { input, row } from './register.js';

function direction(more: Partial<Referral>, ref: Readonly<Record<string, unknown>> = {}) {
  const rules = rulesWith({ ref });
  const [episode] = episodesOf(input({ referrals: [row('A', '2025-09-01', undefined, more)] }), rules, asOf);
  return episode === undefined ? undefined : directionOf(episode, rules);
}

test.each([
  ['柜员', '客户经理', '新开户存5万+咨询理财', '合规'],
  ['低柜柜员', '客户经理', '理财', '合规'],
  ['高柜柜员', '客户经理', '理财', '合规'],
  ['柜员', '客户经理', '信用卡', '方向不符'],
  ['柜员', '客户经理', undefined, '方向不符'],
  ['柜员', '理财经理', '理财', '方向不符'],
  ['大堂经理', '客户经理', '理财', '方向不符'],
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

test('the need may stand in the trigger', () => {
  expect(direction({ trigger: '客户咨询理财' })).toBe('合规');
});

test('customers refer to whom they like', () => {
  expect(direction({ referrerType: '存量客户', referrerRole: undefined })).toBe('不适用');
});

test('a triple without needs allows every need', () => {
  const directions = [{ from: '大堂经理', to: '客户经理', needs: [] }];
  expect(direction({ referrerRole: '大堂经理', referrerType: undefined }, { directions })).toBe('合规');
});
