/** What every problem code means; the key is stable, texts may improve. One folder in fixtures/errors/ for each. */
export const problemCodes = {
  'unreadable-value': '单元格内容无法识别',
  'missing-value': '必填单元格为空',
  'masked-id': '编号只显示了一部分，不能用来关联',
  'digits-lost': '长编号被 Excel 存成了数字，末位已丢失',
  'formula-error': '单元格是 Excel 错误值',
  'damaged-text': '单元格含有损坏的字符',
  'too-many-cells': '本行的列数多于表头',
  'unclosed-quote': '引号没有成对',
  'oversized-record': '一行内容过长',
  'undecodable-bytes': '文件编码无法识别',
  'damaged-workbook': '工作簿已损坏',
  'damaged-archive': '压缩文件已损坏',
  'encrypted-workbook': '工作簿有打开密码',
  'unsupported-container': '不支持的文件格式',
  'unsafe-workbook': '工作簿结构异常',
  'hidden-sheet': '隐藏的工作表没有读取',
  'unread-sheet': '工作表没有读取',
  'unchecked-container': '旧格式 .xls 无法校验完整性',
  'unrecognised-file': '文件不属于任何已知的导出',
  'own-result': '文件是本工具写出的结果',
  'unused-file': '本命令用不到的导出没有读取',
  'ambiguous-kind': '文件同时符合几种导出',
  'ambiguous-sheet': '工作簿里有几张表都符合',
  'missing-column': '缺少必需的列',
  'ambiguous-column': '两列对应同一字段',
  'unknown-column': '找不到指定的列',
  'sensitive-column': '文件里有密码、安全码或生物特征',
  'mixed-units': '金额单位不一致',
  'changed-header': '文件中间换了表头',
  'implausible-unit': '金额单位可疑',
  'half-column': '整列内容大多无法识别',
  'empty-export': '文件没有数据行',
  'short-text': '文件文字太少，编码判断不一定可靠',
  'total-mismatch': '合计与明细之和不符',
  'total-unmatched': '合计行无法与明细核对',
  'too-many-rejects': '被拒绝的行过多',
  'ambiguous-code': '代码在各行含义不同',
  'serial-date': '日期列里是数字，已按 Excel 日期换算',
  'number-as-id': '编号列里是数字，前导零可能已丢失',
  'date-as-text': '文字列里是日期',
  'no-transaction-id': '交易没有流水号，无法识别重复',
  'duplicate-rows': '重复的交易只计一次',
  'duplicate-key': '同一编号出现多次',
  'future-rows': '数据日期之后的记录不计入',
  'unknown-account': '账号不在账户导出中',
  'unknown-customer': '客户号不在客户导出中',
  'merged-customers': '旧客户号已换成合并后的客户号',
  'merge-conflict': '客户号合并映射自相矛盾',
  'account-as-customer': '没有客户号，以账号代替客户',
  'foreign-currency': '外币交易没有折算，不计入',
  'unmatched-reversal': '冲正找不到原交易',
  'unknown-summary': '摘要无法归类，按主动交易计',
  'short-coverage': '交易明细覆盖的天数不足',
} as const;

export type ProblemCode = keyof typeof problemCodes;

/**
 * Something wrong with the input: data, never thrown, collected over all files.
 * An `error` on a line means the row was rejected; an `error` without a line refuses the file; a `warning` changes nothing.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  readonly file: string;
  readonly sheet?: string;
  /** 1-based physical line of a text file or row of a sheet; where the record begins. */
  readonly line?: number;
  /** The header text as the file writes it. */
  readonly column?: string;
  /** One Chinese sentence: what was found, what is expected, what to do. Never a customer's name, phone, ID or account. */
  readonly message: string;
}
