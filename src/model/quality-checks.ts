// The checks of the data-quality report: one list for the rules, the report and the manual.

export interface QualityCheckDefinition {
  readonly title: string;
  /** Largest share of what was looked at that is still only noticed; above it the check fails. */
  readonly limit: number;
}

export const qualityChecks = {
  refusedFiles: { title: '拒收的文件', limit: 0 },
  rejectedRows: { title: '被拒绝的行', limit: 0 },
  unknownCodes: { title: '没有见过的代码值', limit: 0 },
  controlTotals: { title: '与明细不符的合计', limit: 0 },
  missingMonths: { title: '中间缺少的月份', limit: 0 },
  duplicateRows: { title: '重复的交易', limit: 1 },
  futureRows: { title: '数据日期之后的记录', limit: 0.05 },
  earlyRows: { title: '1980 年以前的交易', limit: 0 },
  unknownColumns: { title: '没有读懂的列', limit: 1 },
  unknownSummaries: { title: '无法归类的摘要（笔）', limit: 0.05 },
  unknownAccounts: { title: '账号不在账户导出中的交易', limit: 0 },
  unknownCustomers: { title: '客户号不在客户导出中的账户', limit: 0 },
  unknownManagers: { title: '管户人不在员工导出中的客户', limit: 0 },
  identityNumbers: { title: '校验不通过的身份证号', limit: 0.01 },
  mobileNumbers: { title: '不是 11 位的手机号', limit: 0.05 },
  balanceSteps: { title: '与前后交易接不上的余额', limit: 0.01 },
  implausibleUnits: { title: '单位可疑的文件', limit: 0 },
} as const satisfies Readonly<Record<string, QualityCheckDefinition>>;

export type QualityCheckId = keyof typeof qualityChecks;

export const qualityCheckIds = Object.keys(qualityChecks) as readonly QualityCheckId[];
