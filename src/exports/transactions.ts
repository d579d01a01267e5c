// 交易明细: one line per booking.
import type { Fen } from '../model/fen.js';
import { exportTitles } from '../model/intake.js';
import type { Transaction } from '../model/transaction.js';
import { acctNoHeaders, cardHeaders } from './accounts.js';
import { directionReader, readCurrency, reversalReader, triggerReader } from './code.js';
import { custNoHeaders } from './customers.js';
import type { Export, Field, IntakeOptions } from './export.js';
import {
  codeField,
  dayField,
  type FieldValues,
  fenField,
  idField,
  missingValue,
  personal,
  textField,
  timeField,
} from './field.js';
import { type DirectionCell, inCny, settle } from './settlement.js';

/** Headers by which a list is known to be the bookings of an account, whatever else it carries. */
export const bookingHeaders: readonly string[] = (
  '借贷标志 借贷标识 借贷方向 收付标志 借贷 收支 收/支 余额 账户余额 联机余额 交易后余额 本次余额 摘要 交易摘要 摘要描述 ' +
  '收入 收入金额 支出 支出金额 借方发生额 贷方发生额'
).split(' ');

/** What a bank's own codes mean. */
export type CodeOptions = Pick<IntakeOptions, 'directionCodes' | 'triggerCodes' | 'reversalCodes'>;

function directionField(own: CodeOptions['directionCodes']): Field<DirectionCell> {
  const read = directionReader(own);
  const expected =
    '借或贷（D/C、收/支、01/02）；0 和 1 各行含义不同，请在规则文件 txn.directionCodes 中写明，如 { "0": D, "1": C }';
  const headers = '借贷标志 借贷标识 借贷方向 收付标志 借贷 收支 收/支 交易方向';
  return {
    ...codeField<DirectionCell>(headers, '', read, expected),
    readEmpty: (text) => read(text) ?? 'blank',
  };
}

function fieldsFor({ directionCodes, triggerCodes, reversalCodes }: CodeOptions) {
  const expectedTrigger =
    '主动或被动；本行的代码请在规则文件 txn.triggerCodes 中写明，如 { "0": active, "1": passive }';
  const expectedReversal =
    '正常、冲正或被冲正（0/1/2、N/Y）；本行的其他代码请在规则文件 txn.reversalCodes 中写明，如 { "3": reversal }';
  return {
    txnDate: dayField('交易日期 核心交易日期 日期', '记账日期 记帐日期 入账日期 会计日期 账务日期 记账日'),
    txnTime: timeField('交易时间 核心交易时间 时间', '记账时间 入账时间'),
    txnId: idField('交易流水号 流水号 核心流水号 交易序列号 全局流水号 主机流水 主机流水号', '日志号 凭证号 传票号'),
    acctNo: idField(acctNoHeaders, cardHeaders, personal),
    custNo: idField(custNoHeaders),
    amount: fenField('交易金额 发生额 金额 记账金额 交易额'),
    income: fenField('收入 收入金额 存入 贷方发生额 贷方金额 记账金额(收入)', '交易金额(收入) 发生额(贷方)'),
    expense: fenField('支出 支出金额 支取 借方发生额 借方金额 记账金额(支出)', '交易金额(支出) 发生额(借方)'),
    amountCny: fenField('折人民币 折人民币金额 折算人民币金额 折人民币发生额'),
    dc: directionField(directionCodes),
    balance: { ...fenField('余额 账户余额 联机余额 交易后余额 本次余额'), isIncidental: true },
    currency: codeField('币种 币别 货币 货币代码 记账币种', '交易币种', readCurrency, '币种'),
    summary: textField('摘要 交易摘要 摘要描述', '交易名称 用途 摘要码 摘要代码'),
    memo: textField('附言 交易附言', '备注 客户摘要 说明'),
    txnType: textField('交易类型 交易种类 业务类型', '交易码 交易代码'),
    cashFlag: textField('现转标志 现金转账标志'),
    reversal: codeField(
      '冲正标志 冲补抹标志 抹账标志 冲账标志 反交易标志',
      '红蓝字标志',
      reversalReader(reversalCodes),
      expectedReversal,
    ),
    origTxnId: idField('原流水号 被冲正流水号 原交易流水 原交易流水号'),
    trigger: codeField('交易触发方式 触发方式 主动被动标志 JIOYCFFS', '', triggerReader(triggerCodes), expectedTrigger),
    channel: textField('交易渠道 渠道 渠道类型', '交易渠道代码'),
    teller: textField('交易柜员 交易柜员号 柜员号', '操作员 经办员工'),
    cpName: textField('对方户名 对方名称 对方账户名', '交易对手 对手信息', personal),
    cpAcct: idField('对方账号 对方账户', '对方卡号/账号', personal),
    cpBank: textField('对方行名', '对方行号 对方开户行'),
    holderName: textField('户名 账户名称 客户姓名 客户名称 姓名', '', personal),
    branchNo: textField('交易机构 交易网点 记账机构', '网点名称'),
  };
}

type Values = FieldValues<ReturnType<typeof fieldsFor>>;

/** The declaration under a bank's own codes of 借贷标志, 触发方式 and 冲正标志. */
export function transactionExport(codes: CodeOptions): Export<Transaction> {
  return {
    kind: 'transactions',
    title: exportTitles.transactions,
    fields: fieldsFor(codes),
    required: [['txnDate'], ['acctNo', 'custNo'], ['amount', 'income+expense']],
    decoration: ['holderName', 'branchNo'],
    totalled: ['amount', 'income', 'expense', 'amountCny'],
    foreign: '基金代码 基金名称 购买金额 认购金额 申请金额 借据号 受理时间'.split(' '),
    unmistakable: bookingHeaders,
    assemble: (values) => assembleTransaction(values as Values),
  };
}

function assembleTransaction(v: Values): ReturnType<Export<Transaction>['assemble']> {
  if (v.txnDate === undefined) return [missingValue('交易日期')];
  if (v.acctNo === undefined && v.custNo === undefined) return [missingValue('账号', '客户号')];
  const settled = settle(v.amount ?? v.amountCny, v.income, v.expense, v.dc);
  if ('code' in settled) return [settled];
  const currency = v.currency === 'CNY' ? undefined : v.currency;
  const amountCny = statedCny(settled.amountFen, v);
  const isForeign = currency !== undefined && amountCny === undefined;
  return {
    txnDate: v.txnDate,
    txnTime: v.txnTime,
    txnId: v.txnId === undefined || isFiller(v.txnId) ? undefined : v.txnId,
    acctNo: v.acctNo,
    custNo: v.custNo,
    amountFen: inCny(settled.amountFen, amountCny),
    direction: settled.direction,
    currency,
    isForeign,
    balanceFen: v.balance,
    summary: v.summary,
    memo: v.memo,
    txnType: v.txnType,
    reversal: v.reversal ?? 'normal',
    origTxnId: v.origTxnId === undefined || isFiller(v.origTxnId) ? undefined : v.origTxnId,
    trigger: v.trigger,
    channel: v.channel,
    teller: v.teller,
    cpName: v.cpName,
    cpAcct: v.cpAcct,
    holderName: v.holderName,
  };
}

/** 折人民币 of a row that does not say that it is in CNY; 0 beside an amount is no rate. */
function statedCny(amount: Fen, { currency, amountCny }: Values): Fen | undefined {
  return currency === 'CNY' || (amountCny === 0 && amount !== 0) ? undefined : amountCny;
}

/** Cores fill id columns with zeros where there is no id. */
function isFiller(id: string): boolean {
  for (let at = 0; at < id.length; at += 1) if (id.charCodeAt(at) !== 0x30) return false;
  return true;
}
