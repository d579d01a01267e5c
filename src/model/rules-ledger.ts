// What the ledgers need beyond the analyses: who is 贵宾, groups, teams, suitability, 年日均 (F7, F14, D7, J1, §4).
import { z } from 'zod';
import { positiveDays, rule, share, yuan } from './rule-schema.js';

export const vip = z
  .strictObject({
    minAum: rule(yuan, '贵宾客户：年日均 AUM 不少于', { unit: '元', source: 'P' }).default(200000),
  })
  .prefault({});

export const aum = z
  .strictObject({
    average: rule(
      z.enum(['ytd', 'rolling365', 'quarter', 'month']),
      '年日均的区间：自然年初至今、滚动365天、本季、本月',
      {
        unit: '',
        source: 'P',
      },
    ).default('ytd'),
  })
  .prefault({});

export const group = z
  .strictObject({
    ageSplit: rule(z.int().min(1).max(120), '客户群组：满多少岁归中老年组', { unit: '岁', source: 'P' }).default(45),
    investShare: rule(share, '客户群组：投资类资产占比不少于即为投资型', { unit: '', source: 'P' }).default(0.5),
  })
  .prefault({});

export const remind = z
  .strictObject({
    birthdayDays: rule(positiveDays, '生日提醒提前天数', { unit: '天', source: 'S0' }).default(3),
    maturityDays: rule(positiveDays, '产品到期提醒提前天数', { unit: '天', source: 'S0' }).default(7),
    riskTestDays: rule(positiveDays, '风险测评到期提醒提前天数', { unit: '天', source: 'P' }).default(30),
  })
  .prefault({});

/** Of the printed ledgers. */
export const papers = ['A4', 'A3'] as const;
export type Paper = (typeof papers)[number];

export const ledger = z
  .strictObject({
    teams: rule(z.record(z.string().min(1), z.array(z.string().min(1))), '团队 → 岗位，用于小计', {
      unit: '',
      source: 'S1',
    }).default({
      网点负责人: ['网点负责人', '行长'],
      专职营销团队: ['大堂经理', '客户经理', '营销主管', '理财经理'],
      柜面营销团队: ['高柜柜员', '低柜柜员', '柜员'],
    }),
    paper: rule(z.enum(papers), '台账的打印纸张', { unit: '', source: 'P' }).default('A4'),
    confirmDays: rule(positiveDays, '基金申请超过此天数未确认即提示', { unit: '天', source: 'P' }).default(7),
    retentionDays: rule(positiveDays, '到期承接的观察期', { unit: '天', source: 'P' }).default(30),
    dormantShare: rule(share, '睡眠占比达到此数即标色（案例参考值）', { unit: '', source: 'S0' }).default(0.22),
    riskLevels: rule(
      z.record(z.string().min(1), z.string().regex(/^[CR][1-5]$/)),
      '本行风险等级的写法 → C1…C5 或 R1…R5',
      {
        unit: '',
        source: 'P',
      },
    ).default({ 保守型: 'C1', 谨慎型: 'C2', 稳健型: 'C3', 进取型: 'C4', 激进型: 'C5' }),
  })
  .prefault({});
