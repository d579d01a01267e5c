// Who sleeps (B1, B6–B8), and what counts as waking up (B3–B5).
import { z } from 'zod';
import { dormantPresets } from './dormant-presets.js';
import { positiveDays, rule, share, yuan } from './rule-schema.js';

export const dormant = z
  .strictObject({
    preset: rule(
      z.enum(dormantPresets),
      '睡眠标准：seed180（180天）、seed6m（6个月）、bank6m（6个月且余额≤100元）、crm365（365天且AUM<100元）、bank3y（3年且余额≤10元）、nfra5y（5年且余额>0）',
      { unit: '', source: 'S0' },
    ).default('seed180'),
    smallBalance6m: rule(yuan, 'bank6m：余额不超过', { unit: '元', source: 'P' }).default(100),
    smallAum365: rule(yuan, 'crm365：AUM 低于', { unit: '元', source: 'P' }).default(100),
    smallBalance3y: rule(yuan, 'bank3y：余额不超过', { unit: '元', source: 'P' }).default(10),
    countdownDays: rule(z.array(positiveDays).min(1).max(6), '即将休眠的提前天数', { unit: '天', source: 'P' }).default(
      [30, 60, 90],
    ),
    exemptWords: rule(
      z.record(z.string().min(1), z.array(z.string().min(1))),
      '豁免标记：标记 → 账户类型或签约里的字样',
      { unit: '', source: 'P' },
    ).default({
      社保卡: ['社保', '社会保障'],
      公积金卡: ['公积金'],
    }),
  })
  .prefault({});

export const wake = z
  .strictObject({
    windowDays: rule(positiveDays, '唤醒观察期', { unit: '天', source: 'P' }).default(90),
    minGain: rule(yuan, '有效唤醒：期末AUM比名单日至少增加', { unit: '元', source: 'P' }).default(1000),
    minAum: rule(yuan, '有效唤醒：期末AUM不少于', { unit: '元', source: 'P' }).default(1000),
    repurchaseDays: rule(positiveDays, '休眠客户首次接触后购买产品的观察期', { unit: '天', source: 'P' }).default(90),
    controlShare: rule(share, '唤醒活动：对照组占比', { unit: '', source: 'P' }).default(0.3),
    confidence: rule(z.number().min(0.5).max(0.999), '唤醒活动：区间的置信水平', { unit: '', source: 'P' }).default(
      0.95,
    ),
  })
  .prefault({});
