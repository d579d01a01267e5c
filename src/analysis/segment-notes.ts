// Sentences that a reader of the numbers must know; shown on the terminal, under the tables and in the JSON.
import type { ScoringSummary, SegmentReport } from './segment-report.js';

type NotedReport = Pick<SegmentReport, 'rules' | 'summary' | 'coverage' | 'activity' | 'migration' | 'scoring'>;

function scoreNotes({ customers, unranked, intervals }: ScoringSummary): readonly string[] {
  const notes: string[] = [];
  if (customers < 25) notes.push(`参加打分的客户只有 ${customers} 户，不足 25 户，五分位分值仅供参考`);
  if (unranked > 0) notes.push(`${unranked} 户“无法判定”不参加打分`);
  const axes = [
    ['R', intervals.recencyDays],
    ['F', intervals.frequency],
    ['M', intervals.monetaryFen],
  ] as const;
  for (const [axis, found] of axes) {
    if (found === null) {
      notes.push(`${axis} 未提供，没有打分`);
      continue;
    }
    const empty = found.filter((interval) => interval.customers === 0).map(({ score }) => score);
    if (customers > 0 && empty.length > 0)
      notes.push(`${axis} 并列较多（同值同分），没有客户得 ${empty.join('、')} 分`);
  }
  return notes;
}

/** In a fixed order. */
export function segmentNotes(report: NotedReport): readonly string[] {
  const { rules, summary, coverage, activity, migration, scoring } = report;
  const undetermined = summary.tiers.find(({ tier }) => tier === '无法判定')?.customers ?? 0;
  const notes: string[] = [];
  if (coverage.flag !== null) {
    notes.push(
      `${coverage.flag}：交易明细覆盖 ${coverage.days} 天，F、M 的窗口为 ${coverage.windowDays} 天，F、M 可能偏低`,
    );
  }
  if (undetermined > 0) notes.push(`${undetermined} 户“无法判定”：交易明细不够长，不计入睡眠占比的分子和分母`);
  if (summary.aumOn === null) {
    const consequence = rules.rfm.monetary === 'aum' ? '，M 按 AUM 的检验都不通过' : '';
    notes.push(`AUM 未提供${consequence}`);
  } else notes.push(`AUM 取自数据日期 ${summary.aumOn} 的余额快照，快照中没有的客户按 0 计`);
  if (activity.accountsAsCustomers) notes.push('没有账户导出，以账号代替客户：同一客户的几个账户各算一户');
  if (migration !== null && activity.accountsAsCustomers && migration.source === '上期结果') {
    notes.push('账号已脱敏，脱敏后相同的账号与上期对应时可能错位');
  }
  return rules.rfm.method === 'score' ? [...notes, ...scoreNotes(scoring)] : notes;
}
