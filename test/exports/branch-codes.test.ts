import { describe, expect, test } from 'vitest';
import {
  readChannel,
  readComplaintLevel,
  readContactMethod,
  readFundBusiness,
  readFundStatus,
  readLoanStatus,
  readManageType,
  readPresence,
  readProductRisk,
  readReferralStatus,
  readRole,
} from '../../src/exports/branch-codes.js';

/** DOMAIN.md §6.2. */
const readers: readonly (readonly [string, (text: string) => unknown, Readonly<Record<string, string>>])[] = [
  [
    '岗位',
    readRole,
    {
      网点负责人: '网点负责人 网点主任 支行行长 行长',
      客户经理: '客户经理 个人客户经理 零售客户经理',
      理财经理: '理财经理 财富顾问 产品销售经理',
      高柜柜员: '高柜柜员 柜员(高柜) 柜员（高柜） 综合柜员',
      低柜柜员: '低柜柜员',
      柜员: '柜员',
      运营主管: '运营主管 会计主管 委派会计',
    },
  ],
  ['投诉级别', readComplaintLevel, { 普通: '普通 一般', 紧急: '紧急', 重大: '重大' }],
  [
    '基金业务类型',
    readFundBusiness,
    {
      认购: '120 认购 120认购 120-认购',
      申购: '122 申购 122申购',
      赎回: '124 赎回',
      定投: '139 定投',
      红利: '143 红利',
      认购确认: '130 认购确认',
    },
  ],
  [
    '产品风险',
    readProductRisk,
    {
      R1: '1 R1 PR1 低风险 R1(低风险)',
      R2: '2 R2 PR2 中低 R2-中低风险',
      R3: '3 R3 中 r3',
      R4: '4 R4 中高',
      R5: '5 R5 高 高风险',
    },
  ],
  ['渠道', readChannel, { 柜面: '01 柜面 网点 01柜面', 手机银行: '06 手机银行 掌银', 网银: '05 网银', 其他: '00' }],
  ['贷款状态', readLoanStatus, { 正常: '正常', 逾期: '逾期', 结清: '结清 已结清' }],
  [
    '转介状态',
    readReferralStatus,
    { 已登记: '已登记', 已成交: '已成交 已落地', 未成交: '未成交 未落地', 失效: '失效 作废' },
  ],
  ['联系方式', readContactMethod, { 面访: '1 面访', 电话: '2 电话', 短信: '3 短信', 企微: '4 企微 企业微信' }],
  ['管理类型', readManageType, { 理财: '1 理财', 信贷: '2 信贷' }],
  ['基金状态', readFundStatus, { 成功: '8 成功 8成功', 失败: '9 失败' }],
];

describe.each(readers)('%s', (_, read, texts) => {
  const listed = Object.entries(texts).flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning]));

  test.each(listed)('%s is %s', (text, meaning) => {
    expect(read(text as string)).toBe(meaning);
  });
});

describe('texts that nobody has listed', () => {
  test.each([
    ['stay as they are where the list is open', readRole, '个金主任', '个金主任'],
    ['stay as they are where the list is open', readFundBusiness, '136', '136'],
    ['are unreadable where they decide a time limit', readComplaintLevel, '三级', undefined],
    ['are unreadable where they decide who is counted', readPresence, '待定', undefined],
  ] as const)('%s', (_, read, text, value) => {
    expect(read(text)).toBe(value);
  });
});

test.each([
  ['在岗', true],
  ['离岗', false],
  ['退休', false],
])('%s', (text, isPresent) => {
  expect(readPresence(text)).toBe(isPresent);
});
