// Sentences that a reader of the sales ledgers must know; in a fixed order.
import type { Rules } from '../../model/rules.js';
import type { SalesInput } from './input.js';
import type { MaturityLedger, SalesLedger } from './report.js';

function leftOutNotes({ leftOut, missing, judgedByAsOf }: SalesLedger<unknown>): readonly string[] {
  const { undone, redemptions, otherBusiness, repeated } = leftOut;
  const notes: string[] = [];
  if (undone > 0) notes.push(`${undone} 笔失败、撤单或取消的申请未列入`);
  if (redemptions > 0) notes.push(`${redemptions} 笔赎回未列入`);
  if (otherBusiness > 0) notes.push(`${otherBusiness} 笔红利、转托管等其他业务不是销售，未列入`);
  if (repeated > 0) notes.push(`${repeated} 行与前面的行流水号和内容完全相同，只计一次`);
  if (missing.includes('suitability')) notes.push('风险测评未提供：风险适配不能判断');
  else {
    notes.push(
      '风险适配按购买日有效的测评判断：产品等级不高于客户等级为适配，C1 客户只适配产品类型写明是固定收益或现金管理类的产品',
    );
    if (judgedByAsOf > 0) notes.push(`其中 ${judgedByAsOf} 笔没有购买日的测评记录，按数据日期的测评判断`);
  }
  return notes;
}

function vipNote({ missing }: SalesLedger<unknown>, rules: Rules): string {
  return missing.includes('isVip')
    ? '余额快照未提供：是否贵宾不能判断'
    : `是否贵宾：年日均 AUM（未提供时为数据日期的 AUM）不少于 ${rules.vip.minAum} 元；非贵宾客户也列入，可按此列筛选`;
}

export function fundNotes(ledger: SalesLedger<unknown> | null, input: SalesInput, rules: Rules): readonly string[] {
  if (ledger === null) return ['基金交易未提供：本表没有数据来源，不代表本期没有销售'];
  const lacksRisk = ledger.missing.includes('productRisk');
  return [
    `列入认购、申购、定投${input.includesRedemptions ? '，赎回以负数列示' : ''}；按申请日期归入统计区间`,
    `确认日期空白且申请已超过 ${rules.ledger.confirmDays} 天的为橙色（待确认）`,
    ...leftOutNotes(ledger),
    ...(lacksRisk && !ledger.missing.includes('suitability') ? ['基金产品风险未提供：只能指出未测评和测评过期'] : []),
    vipNote(ledger, rules),
  ];
}

export function wealthNotes(ledger: SalesLedger<unknown> | null, rules: Rules): readonly string[] {
  if (ledger === null) return ['理财销售未提供：本表没有数据来源，不代表本期没有销售'];
  return [
    '测算利率取业绩比较基准的下限，基准不是利率或利率区间的不测算；参考收益 = 金额 × 测算利率 × 期限 / 365，仅供内部测算',
    `距到期 0 至 ${rules.remind.maturityDays} 天为橙色，已过到期日仍为存续的为红色；开放式或未写明到期日的显示“—”`,
    ...leftOutNotes(ledger),
    vipNote(ledger, rules),
  ];
}

export function maturityNotes(ledger: MaturityLedger | null, rules: Rules): readonly string[] {
  if (ledger === null) return ['理财销售、账户和产品持有都未提供：本表没有数据来源，不代表没有产品到期'];
  const { figures } = ledger;
  const { retentionDays } = rules.ledger;
  const notes = [
    `列入最近 ${retentionDays} 天内到期的产品（不含约定自动转存的存款）；到期日起 ${retentionDays} 天内再次购买理财、基金或定期的为承接，每笔购买先承接最早到期的产品，最多计到期金额`,
    '观察期未满的产品还可能承接，承接率会继续上升',
  ];
  if (figures.withoutAmount > 0)
    notes.push(
      `${figures.withoutAmount} 笔到期产品没有金额（如定期支取后余额为 0），不计入到期金额、承接金额和资产承接率`,
    );
  if (figures.customerRate === null) notes.push('理财销售和基金交易都未提供：是否承接不能判断');
  if (figures.keptRate === null) notes.push('到期前后两个日期的 AUM 未提供：资产留存率未计算');
  else notes.push('资产留存率 = 数据日期 AUM / 首次到期日之前最近一个数据日期的 AUM');
  if (figures.keptRate !== null && figures.withoutAumBefore > 0)
    notes.push(`${figures.withoutAumBefore} 户没有到期前的 AUM，不计入资产留存率`);
  return notes;
}
