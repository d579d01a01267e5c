// Referral: windows, what success is, directions, what to ask about (§3.C, §5.6), and points (C8–C10).
import { z } from 'zod';
import { positiveDays, rule, share, yuan } from './rule-schema.js';

const direction = z.strictObject({
  from: z.string().min(1),
  to: z.string().min(1),
  /** Any of these in 意向产品 or 触发条件; empty = any need. */
  needs: z.array(z.string().min(1)),
  /** Any of these as well (C2 asks for both); without them the need is enough. */
  triggers: z.array(z.string().min(1)).optional(),
});

const band = z.strictObject({ minGain: yuan, points: z.number().min(0) });

export const ref = z
  .strictObject({
    successDays: rule(positiveDays, '转介成功：登记后多少天内', { unit: '天', source: 'P' }).default(90),
    successDef: rule(
      z.enum(['deal', 'opened', 'qualified', 'aumUp']),
      '转介成功的含义：deal 成交、opened 开户、qualified 达标、aumUp 接收后30天资产上升',
      { unit: '', source: 'P' },
    ).default('deal'),
    aumUpDays: rule(positiveDays, 'aumUp：接收后多少天看资产', { unit: '天', source: 'P' }).default(30),
    firstVisitHours: rule(positiveDays, '首访时限', { unit: '小时', source: 'S3' }).default(72),
    firstVisitFrom: rule(z.enum(['registered', 'received']), '首访时限从登记还是接收起算', {
      unit: '',
      source: 'P',
    }).default('registered'),
    repurchaseMonths: rule(z.int().min(1).max(60), '新客户复购的观察期', { unit: '个月', source: 'S3' }).default(3),
    newAccountDeposit: rule(yuan, '新开户存入多少应转介', { unit: '元', source: 'S0' }).default(50000),
    newAccountDepositDays: rule(z.int().min(0).max(60), '新开户存入：开户后几天内', {
      unit: '天',
      source: 'P',
    }).default(1),
    largeDeposit: rule(yuan, '柜面单笔大额入账多少应转介', { unit: '元', source: 'S0' }).default(500000),
    missedBefore: rule(z.int().min(0).max(60), '应转未转：事件前几天内的转介也算', { unit: '天', source: 'P' }).default(
      1,
    ),
    missedAfter: rule(z.int().min(0).max(60), '应转未转：事件后几天内的转介也算', { unit: '天', source: 'P' }).default(
      7,
    ),
    qualifyAum: rule(yuan, '达标：任一月末 AUM 不少于', { unit: '元', source: 'P' }).default(50000),
    minSample: rule(z.int().min(1).max(10000), '成熟样本少于此数不参加排名', { unit: '笔', source: 'P' }).default(10),
    confidence: rule(z.number().min(0.5).max(0.999), '成功率区间的置信水平', { unit: '', source: 'P' }).default(0.95),
    cancelDays: rule(z.int().min(0).max(365), '成交后几天内赎回或撤单则不算成功', { unit: '天', source: 'P' }).default(
      15,
    ),
    referrerAumBenchmark: rule(share, '被转介客户资产与引荐人之比（案例参考值，只用于对照）', {
      unit: '',
      source: 'S3',
    }).default(0.82),
    directions: rule(z.array(direction), '方向合规：转出岗位、接收岗位、需求，和需求以外还要有的触发条件', {
      unit: '',
      source: 'S0',
    }).default([
      { from: '柜员', to: '客户经理', needs: ['理财'], triggers: ['新开户'] },
      { from: '理财经理', to: '客户经理', needs: ['企业贷款', '对公结算'] },
      { from: '客户经理', to: '理财经理', needs: ['家族信托', '高端医疗'] },
    ]),
    review: z
      .strictObject({
        inOutDays: rule(positiveDays, '待核实：入账后几天内转出', { unit: '天', source: 'P' }).default(7),
        inOutShare: rule(share, '待核实：转出占入账的比例不少于', { unit: '', source: 'P' }).default(0.8),
        closedDays: rule(positiveDays, '待核实：成交后几天内销户', { unit: '天', source: 'P' }).default(90),
        burstDays: rule(z.int().min(1).max(15), '待核实：月末几天', { unit: '天', source: 'P' }).default(3),
        burstShare: rule(share, '待核实：月末登记占当月的比例不少于', { unit: '', source: 'P' }).default(0.5),
        burstMin: rule(z.int().min(2).max(1000), '待核实：月末登记不少于', { unit: '笔', source: 'P' }).default(5),
      })
      .prefault({}),
  })
  .prefault({});

export const points = z
  .strictObject({
    base: rule(z.number().min(0), '客户积分：每引荐一户的基础积分（占位值，请按本行办法填写）', {
      unit: '分',
      source: 'P',
    }).default(100),
    multiplier: rule(z.number().min(0), '客户积分：成功引荐新开户的倍数', { unit: '倍', source: 'S3' }).default(2),
    staffBands: rule(z.array(band).min(1), '员工积分：成交后第90天AUM提升达到 minGain 元得 points 分（占位值）', {
      unit: '',
      source: 'P',
    }).default([
      { minGain: 0, points: 10 },
      { minGain: 50000, points: 20 },
      { minGain: 200000, points: 50 },
      { minGain: 500000, points: 100 },
    ]),
    referrerShare: rule(share, '员工积分：转介人所占的份额，其余归接收人', { unit: '', source: 'P' }).default(0.5),
  })
  .prefault({});
