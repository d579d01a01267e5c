import type { Problem, ProblemCode } from '../model/problem.js';
import type { EngineReport } from './activity.js';
import type { LoadedSource } from './settling.js';

/**
 * Warnings of single sources carry its file; those over all sources have an empty `file`. `isTwoGuessed`: rows that were flagged as undone are
 * without reversal, and nobody has said what 冲正标志 2 means here (被冲正 at one bank, 隔日冲正 at another).
 */
export function engineProblems(
  report: Omit<EngineReport, 'problems'>,
  sources: readonly LoadedSource[],
  isTwoGuessed: boolean,
): readonly Problem[] {
  const unknown = report.classes.UNKNOWN;
  const { unmatched } = report.reversals;
  return [
    ...sources.flatMap(sourceProblems),
    ...warning(
      report.accountsAsCustomers,
      'account-as-customer',
      '没有客户号，也没有账户导出，以账号代替客户；请一并提供账户导出，使同一客户的账户合在一起',
    ),
    ...warning(
      report.unjoinedRows > 0,
      'unknown-account',
      `${report.unjoinedRows} 笔交易的账号不在账户导出中，没有计入任何客户；请核对账户导出是否完整`,
    ),
    ...warning(
      report.foreignRows > 0,
      'foreign-currency',
      `${report.foreignRows} 笔外币交易没有折人民币金额，没有计入；如需计入，请导出折人民币列`,
    ),
    ...warning(
      unmatched > 0,
      'unmatched-reversal',
      `${unmatched} 笔冲正或被冲正交易找不到对应的另一笔，已剔除；如另一笔在更早的文件中，请一并提供${isTwoGuessed ? twoHint : ''}`,
    ),
    ...warning(
      unknown > 0,
      'unknown-summary',
      `${unknown} 笔交易的摘要无法归类，按 txn.unknownAs 计；请查看未识别摘要清单，必要时在 txn.rules 中补充规则`,
    ),
  ];
}

const twoHint =
  '；冲正标志 2 按“被冲正”理解，若在本行表示隔日冲正，请在规则文件 txn.reversalCodes 中写明 { "2": reversal }';

function sourceProblems({ file, duplicate, future, withoutId, hasTwins }: LoadedSource): readonly Problem[] {
  return [
    ...warning(duplicate > 0, 'duplicate-rows', `${duplicate} 笔交易与已读入的完全相同（含流水号），只计一次`, file),
    ...warning(future > 0, 'future-rows', `${future} 笔交易在数据日期之后，没有计入；请核对数据日期`, file),
    ...warning(
      hasTwins,
      'no-transaction-id',
      `${withoutId} 笔交易没有流水号，其中有完全相同的，无法判断是否重复，全部计入；请导出流水号列，或检查文件日期是否重叠`,
      file,
    ),
  ];
}

function warning(holds: boolean, code: ProblemCode, message: string, file = ''): readonly Problem[] {
  return holds ? [{ severity: 'warning', code, file, message }] : [];
}
