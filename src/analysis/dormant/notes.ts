// Sentences that a reader of the numbers must know; in a fixed order.
import type { EngineReport } from '../../engine/activity.js';
import type { Rules } from '../../model/rules.js';
import type { TxnClass } from '../../model/transaction.js';
import type { DormantReport } from './report.js';
import type { Scene } from './scene.js';
import type { WakeCohort } from './wake.js';
import type { WakeSummary } from './wake-report.js';

type NotedReport = Pick<DormantReport, 'preset' | 'summary' | 'coverage'>;

function countedNotes({ txn }: Rules, { mandates }: EngineReport): readonly string[] {
  const isCounted = (name: TxnClass) => (txn.resetClasses.includes(name) ? '算作' : '不算作');
  return [
    `代扣代缴${isCounted('MANDATE')}客户交易（明细中 ${mandates.rows} 笔，涉及 ${mandates.customers} 户）`,
    `他人汇入${isCounted('THIRD_PARTY')}客户交易；结息、收费、司法和冲正从不算作客户交易`,
  ];
}

function balanceNotes({ preset, summary, coverage }: NotedReport, { input }: Scene): readonly string[] {
  const notes: string[] = [];
  if (coverage.flag !== null) {
    notes.push(`覆盖不足：交易明细覆盖 ${coverage.days} 天，睡眠标准需要 ${coverage.windowDays} 天`);
  }
  if (summary.undetermined > 0) {
    notes.push(`${summary.undetermined} 户“无法判定”：交易明细不够长或余额未提供，不计入睡眠占比的分子和分母`);
  }
  if (summary.aumOn === null) notes.push('AUM 未提供：按 AUM 的占比、余额档和优先级不能计算或只作参考');
  else notes.push(`AUM 取自数据日期 ${summary.aumOn} 的余额快照，快照中没有的客户按 0 计`);
  if (preset.id === 'bank6m' || preset.id === 'bank3y' || preset.id === 'nfra5y') {
    notes.push('存款余额取客户名下未销户账户之和（不含贷款户），没有账户余额时取余额快照中的存款');
    if (input.balances === undefined) notes.push('余额快照未提供：名单日的存款余额未知，唤醒名单不能确定');
  }
  return notes;
}

/** Whether the transactions reach back far enough to tell who slept on the day of the list. */
export function cohortCoverageNotes({ coverage: { flag, days, windowDays } }: WakeSummary): readonly string[] {
  if (flag === null) return [];
  return [`${flag}：名单日以前的交易明细只有 ${days} 天，睡眠标准需要 ${windowDays} 天，名单可能不全`];
}

function wakeNotes({ summary: { wake } }: NotedReport, cohort: WakeCohort, asOf: string): readonly string[] {
  const notes = [
    `唤醒名单为 ${wake.cohortOn} 的睡眠客户 ${wake.cohort} 户，观察期到 ${wake.windowEndsOn}；期间销户 ${wake.closed} 户留在分母`,
  ];
  if (!wake.windowComplete) notes.push(`观察期未满：数据日期 ${asOf} 早于 ${wake.windowEndsOn}，唤醒率还可能上升`);
  notes.push(...cohortCoverageNotes(wake));
  if (wake.undetermined > 0) notes.push(`${wake.undetermined} 户在名单日是否睡眠无法判定，不在唤醒名单中`);
  if (cohort.wokenWithoutOpening > 0) {
    notes.push(`${cohort.wokenWithoutOpening} 户已唤醒客户没有开户日期，可能是名单日后的新客户`);
  }
  if (cohort.aumOn === null) notes.push('有效唤醒未计算：需要名单日和期末两个日期的 AUM');
  else notes.push(`有效唤醒按 ${cohort.aumOn.before} 和 ${cohort.aumOn.after} 两日的 AUM 计算`);
  return notes;
}

function contactNotes({ summary: { reactivation } }: NotedReport, cohort: WakeCohort, scene: Scene): readonly string[] {
  if (scene.contacts === null) return ['联系记录未提供：接触率、接触唤醒率和复购率未计算'];
  const notes: string[] = [];
  const { unmatched } = scene.contacts;
  if (unmatched > 0) notes.push(`${unmatched} 条联系记录没有客户号，姓名又对不上唯一的客户，未计入`);
  const late = cohort.members.filter(
    ({ wokenOn, firstContactOn }) => wokenOn !== null && firstContactOn !== null && wokenOn < firstContactOn,
  ).length;
  if (late > 0) notes.push(`接触唤醒率中有 ${late} 户在首次接触之前已经动户`);
  if (reactivation === null) notes.push('理财销售和基金交易未提供：休眠客户复购率未计算');
  return notes;
}

export function dormantNotes(report: NotedReport, cohort: WakeCohort, scene: Scene): readonly string[] {
  const { input, rules, asOf } = scene;
  const notes = [`睡眠标准 ${report.preset.id}：${report.preset.test}`, ...countedNotes(rules, input.engine)];
  notes.push(
    ...balanceNotes(report, scene),
    ...wakeNotes(report, cohort, asOf),
    ...contactNotes(report, cohort, scene),
  );
  if (input.engine.accountsAsCustomers) notes.push('没有账户导出，以账号代替客户：同一客户的几个账户各算一户');
  else if (report.summary.accounts === null) notes.push('账户导出未提供：睡眠账户未列出');
  else notes.push('睡眠账户不含未到期定期和贷款户');
  return notes;
}
