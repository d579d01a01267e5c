// 账户: one line per account, which also says whose account it is.
import type { Account } from '../model/account.js';
import type { Fen } from '../model/fen.js';
import { exportTitles } from '../model/intake.js';
import { readAccountStatus, readCurrency, readFlag } from './code.js';
import { custNoHeaders, expectedFlag } from './customers.js';
import { type Export, unkept } from './export.js';
import {
  codeField,
  dayField,
  type FieldValues,
  fenField,
  idField,
  missingValue,
  ownIdField,
  personal,
  textField,
} from './field.js';

/** 账号 goes by these names in accounts and in transactions; a card number counts only where there is no account number. */
export const acctNoHeaders = '账号 账户 帐号 个人存款账号 账户号 分户账号 主账号';
export const cardHeaders = '卡号 卡/折号 借记卡号 介质号';

const fields = {
  acctNo: ownIdField(acctNoHeaders, cardHeaders, personal),
  subAcctNo: idField('子账号 子账户序号 序号(账户)', '册号 笔号'),
  custNo: idField(custNoHeaders),
  acctType: textField('账户类型', '账户性质'),
  productClass: textField('产品大类', '储种 存款种类 定活标志 业务品种 产品名称'),
  acctClass: textField('账户类别', 'I类/II类/III类 一二三类户标志'),
  currency: codeField('币种 币别 货币 货币代码', '', readCurrency, '币种'),
  balance: fenField('余额 账户余额 当前余额 账面余额', '联机余额 时点余额'),
  balanceCny: fenField('折人民币余额 折人民币余额(CNY) 折人民币', '本币余额'),
  availBalance: fenField('可用余额'),
  openDate: dayField('开户日期 开立日期', '起息日(定期)'),
  closeDate: dayField('销户日期', '结清日期'),
  valueDate: dayField('起息日 起息日期', '开始日期'),
  maturityDate: dayField('到期日 到期日期 存单到期日', '终止日期'),
  term: textField('存期 期限 存款期限'),
  rate: textField('利率', '执行利率 年利率 年利率(%)'),
  autoRenew: codeField('自动转存标志', '约转标志 转存标志', (text) => readFlag(text) ?? null, expectedFlag),
  status: codeField(
    '账户状态',
    '状态',
    readAccountStatus,
    '正常、销户、冻结、止付、久悬、不动户或睡眠户；本行的其他代码请先换成这些文字',
  ),
  dormantFlag: codeField('睡眠户标志 不动户标志', '久悬标志', readFlag, expectedFlag),
  frozenFlag: codeField('冻结标志', '', readFlag, expectedFlag),
  lastTxnDate: dayField('上次动户日期 最后交易日 上笔交易日期', '最后交易日期 上次交易日'),
  custName: textField('户名 账户名称 客户姓名 客户名称 姓名', '', personal),
  branchNo: idField('机构号 网点号 机构编号', '归属机构 所属网点 管户机构 开户机构'),
  branchName: textField('机构名称', '网点名称 支行'),
  managerNo: idField('管户工号 客户经理号 客户经理工号 管户经理编号', '维护人'),
  managerName: textField('管户员工 管户客户经理 客户经理 管户人', '归属员工'),
};

type AccountRow = FieldValues<Pick<typeof fields, 'acctNo' | 'custNo'>>;
type FlaggedAccount = Account & FieldValues<Pick<typeof fields, 'dormantFlag' | 'frozenFlag'>>;
type ConvertedAccount = Account & { readonly balanceCnyFen?: Fen | undefined };

const decoration = ['custName', 'branchNo', 'branchName', 'managerNo', 'managerName'];

export const accountExport: Export<Account> = {
  kind: 'accounts',
  title: exportTitles.accounts,
  fields,
  required: [
    ['acctNo'],
    ['custNo'],
    [
      ...['acctType', 'productClass', 'acctClass', 'balance', 'balanceCny', 'availBalance', 'currency', 'openDate'],
      ...['closeDate', 'status', 'dormantFlag', 'frozenFlag', 'subAcctNo', 'valueDate', 'maturityDate', 'term'],
      'lastTxnDate',
    ],
  ],
  decoration,
  totalled: ['balance', 'balanceCny', 'availBalance'],
  recordKeys: {
    ...{ balance: 'balanceFen', balanceCny: 'balanceCnyFen', availBalance: 'availBalanceFen' },
    ...unkept(decoration),
  },
  assemble(values) {
    const v = values as AccountRow;
    if (v.acctNo === undefined) return [missingValue('账号')];
    if (v.custNo === undefined) return [missingValue('客户号')];
    const account = isPlainCny(v as ConvertedAccount) ? (v as Account) : inCny(v as ConvertedAccount);
    return 'dormantFlag' in v || 'frozenFlag' in v ? withoutFlags(account as FlaggedAccount) : account;
  },
};

/** The balance is what its column says. */
function isPlainCny(account: ConvertedAccount): boolean {
  return !('balanceCnyFen' in account) && (account.currency === undefined || account.currency === 'CNY');
}

/** The balance in CNY (§1.10): 折人民币, unless the account says that it is in CNY; foreign money without it is unknown. 0 beside money is no rate. */
function inCny({ balanceCnyFen, ...account }: ConvertedAccount): Account {
  const { balanceFen, currency } = account;
  if (balanceFen === undefined) return { ...account, balanceFen: balanceCnyFen };
  const isConverted = balanceCnyFen !== undefined && (balanceCnyFen !== 0 || balanceFen === 0);
  if (currency === 'CNY' || (currency === undefined && !isConverted)) return account;
  return { ...account, balanceFen: isConverted ? balanceCnyFen : balanceFen === 0 ? balanceFen : undefined };
}

/** The flags speak only where the status does not already say that something is wrong with the account. */
function withoutFlags({ dormantFlag, frozenFlag, ...account }: FlaggedAccount): Account {
  if (account.status !== undefined && account.status !== 'open') return account;
  if (frozenFlag === true) return { ...account, status: 'frozen' };
  return dormantFlag === true ? { ...account, status: 'dormant' } : account;
}
