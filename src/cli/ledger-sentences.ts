// What a run of `ledger` says of its workbooks, --quiet or not.
import type { LedgerResult } from './ledger-run.js';

export function ledgerSentences(result: LedgerResult): readonly string[] {
  const { warnings, carried, removed, conflicts, failedChecks, unassigned } = result;
  const lines = warnings.map((sentence) => `提示 ${sentence}`);
  if (carried + removed > 0)
    lines.push(`手工填写：带过来 ${carried} 处，移到“已移出” ${removed} 处，与导出不同而保留 ${conflicts} 处`);
  if (failedChecks > 0) lines.push(`错误 勾稽不平 ${failedChecks} 项：见文件名带“勾稽不平”的台账中“勾稽”表的 ✘`);
  if (unassigned > 0) lines.push(`提示 ${unassigned} 户没有管户员工，不在任何一本里`);
  return lines;
}
