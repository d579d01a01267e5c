// 口径与数据质量 of the referral report: what each figure means, which directions are right, and which points are placeholders.
import type { ReferralReport } from '../analysis/referral/report.js';
import type { RuleRow } from '../model/rule-list.js';
import type { Rules } from '../model/rules.js';
import { type Definitions, definitionsSheet, type Fact } from './definitions.js';
import { formatPercent } from './figure-text.js';
import { missedText } from './referral-missed.js';
import { periodText } from './referral-period.js';
import { type Column, tableOf } from './rows.js';
import { formatRuleValue } from './rule-table.js';
import type { Sheet, Table } from './sheet.js';

const successMeanings: Readonly<Record<Rules['ref']['successDef'], string>> = {
  deal: '成交',
  opened: '开户',
  qualified: '达标（任一月末 AUM 达到门槛）',
  aumUp: '接收后资产上升',
};

function successFacts({ ref }: Rules): readonly Fact[] {
  const days = ref.successDays;
  return [
    ['成功', `登记后 ${days} 天内${successMeanings[ref.successDef]}；成交后 ${ref.cancelDays} 天内赎回或撤单的不算`],
    ['原始成功率', '到数据日期止的成交 / 登记；近期登记的还来不及成交，登记增加时偏低'],
    ['成熟成功率', `登记满 ${days} 天的转介中，登记后 ${days} 天内成功的占比；排名只看此数`],
    [
      'KM 成功率',
      `按 Kaplan–Meier 估计：未满 ${days} 天的也计入已观察的天数；未成交、退回、失效的仍计在险；只是估计值`,
    ],
    ['在途', `登记不满 ${days} 天且尚未成功；其中已登记未成交、退回、失效的另列`],
    ['归属', `同一客户 ${days} 天内再次转介的并入第一次登记（重复），自荐不计`],
    ['排名', `成熟成功率，成熟样本不少于 ${ref.minSample} 笔；区间为 Wilson ${formatPercent(ref.confidence)} 置信区间`],
  ];
}

function otherFacts({ ref }: Rules): readonly Fact[] {
  const start = ref.firstVisitFrom === 'received' ? '接收' : '登记';
  return [
    [
      '首访达标',
      `${start}后 ${ref.firstVisitHours} 小时内（含周末）首访；只有日期的按日判断（按日近似）；未到期的不计`,
    ],
    [
      '方向合规',
      '转出岗位、接收岗位、需求和触发条件都与下表一致；岗位不明为岗位缺失，登记册从不填意向产品、触发条件的为需求缺失，都不计入合规率',
    ],
    [
      '应转未转',
      `新开户 ${ref.newAccountDepositDays} 天内存入满 ${formatRuleValue(ref.newAccountDeposit)} 元、柜面单笔入账满 ${formatRuleValue(ref.largeDeposit)} 元，事件前 ${ref.missedBefore} 天至后 ${ref.missedAfter} 天内没有转介；是否咨询理财不在导出中，未判断`,
    ],
    ['复购', `成功的新客户首次购买后 ${ref.repurchaseMonths} 个月内另一天再次购买；定投、自动续期、红利再投不算`],
    [
      '资产比',
      `被转介客户与引荐客户同一日期的 AUM 之比，员工转介不计；案例参考值 ${formatPercent(ref.referrerAumBenchmark)} 只用于对照`,
    ],
  ];
}

function facts(report: ReferralReport): readonly Fact[] {
  const { read, merged, selfReferred, outOfPeriod } = report.summary.rows;
  return [
    ['统计区间（登记日）', periodText(report)],
    [
      '转介登记',
      `${read} 行 = 计入 ${report.summary.registered} + 重复 ${merged} + 自荐 ${selfReferred} + 期外 ${outOfPeriod}`,
    ],
    ...successFacts(report.rules),
    ...otherFacts(report.rules),
    ['应转未转结果', missedText(report.missed)],
    ['待核实', `${report.review.length} 条，逐条见待核实；是问题，不是结论`],
  ];
}

function directionRules({ ref }: Rules): Table {
  return tableOf(
    [
      { header: '转出岗位', format: 'text', width: 14, value: ({ from }) => from },
      { header: '接收岗位', format: 'text', width: 14, value: ({ to }) => to },
      { header: '需求', format: 'text', width: 34, value: ({ needs }) => needs.join('、') || '不限' },
      { header: '触发条件', format: 'text', width: 20, value: ({ triggers = [] }) => triggers.join('、') || '不限' },
    ],
    ref.directions,
    { heading: '方向合规表' },
  );
}

/** Our own numbers stand for those of the bank until a rules file gives them. */
function placeholder(key: string, rules: readonly RuleRow[]): string {
  const isSet = rules.some((row) => row.key === key && row.source === '配置');
  return isSet ? '' : '（占位值，请按本行办法填写）';
}

function staffPointRules({ points }: Rules, rules: readonly RuleRow[]): Table {
  return tableOf(
    [
      { header: '第90天资产提升不少于（元）', format: 'count', width: 26, value: ({ minGain }) => minGain },
      { header: '积分', format: 'count', width: 9, value: (band) => band.points },
      { header: '转介人份额', format: 'ratio', width: 12, value: () => points.referrerShare },
      { header: '接收人份额', format: 'ratio', width: 12, value: () => 1 - points.referrerShare },
    ],
    points.staffBands,
    { heading: `员工积分表${placeholder('points.staffBands', rules)}` },
  );
}

type Award = readonly [occasion: string, points: number];

function customerPointRules({ points, ref }: Rules, rules: readonly RuleRow[]): Table {
  const awards: readonly Award[] = [
    [`引荐的新客户在登记后 ${ref.successDays} 天内开户`, points.base * points.multiplier],
    ['引荐存量客户成功', points.base],
    ['自荐', 0],
  ];
  const columns: readonly Column<Award>[] = [
    { header: '情形', format: 'text', width: 34, value: ([occasion]) => occasion },
    { header: '积分', format: 'count', width: 9, value: ([, award]) => award },
  ];
  return tableOf(columns, awards, { heading: `客户积分表${placeholder('points.base', rules)}` });
}

/** What the referrals add to 口径与数据质量; `rules` are all rules in force (`describeRules`). */
export function referralDefinitions(report: ReferralReport, rules: readonly RuleRow[]): Omit<Definitions, 'rules'> {
  const tables = [
    directionRules(report.rules),
    staffPointRules(report.rules, rules),
    customerPointRules(report.rules, rules),
  ];
  return { facts: facts(report), tables };
}

/** `rules` are all rules in force (`describeRules`). */
export function referralDefinitionsSheet(report: ReferralReport, rules: readonly RuleRow[]): Sheet {
  return definitionsSheet(report, { ...referralDefinitions(report, rules), rules });
}
