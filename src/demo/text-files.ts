// The account list and the month-end assets of the invented branch.
import type { Account } from '../model/account.js';
import type { Balance } from '../model/balance.js';
import type { TextColumn, TextStyle } from './delimited.js';

const utf8 = new TextEncoder();

/** UTF-8 with BOM, commas, no frills. */
export const plainStyle: TextStyle = {
  encode: (text) => utf8.encode(text),
  hasByteOrderMark: true,
  delimiter: ',',
  preamble: [],
  padding: '',
  thousands: false,
  empty: '',
  hasTotal: true,
};

/** A long number as cores write it for Excel, so that no digit is lost. */
function asFormulaText(text: string): string {
  return `="${text}"`;
}

export interface TextExport<T> {
  readonly name: string;
  readonly style: TextStyle;
  readonly columns: readonly TextColumn<T>[];
}

const accountStatus = { open: '正常', closed: '销户', frozen: '冻结', stopped: '止付', dormant: '睡眠户' } as const;

export const accountList: TextExport<Account> = {
  name: '账户清单.csv',
  style: { ...plainStyle, empty: '--', hasTotal: false },
  columns: [
    { header: '帐号', cell: (account) => asFormulaText(account.acctNo) },
    { header: '客户代码', cell: (account) => asFormulaText(account.custNo) },
    { header: '储种', cell: (account) => account.acctType },
    { header: '币别', cell: (account) => account.currency },
    { header: '账户余额（元）', cell: (account) => account.balanceFen },
    { header: '开立日期', cell: (account) => account.openDate },
    { header: '结清日期', cell: (account) => account.closeDate },
    { header: '期限', cell: (account) => account.term },
    { header: '到期日期', cell: (account) => account.maturityDate ?? '9999-12-31' },
    { header: '状态', cell: (account) => accountStatus[account.status ?? 'open'] },
    { header: '最后交易日', cell: (account) => account.lastTxnDate },
  ],
};

export const assetSnapshots: TextExport<Balance> = {
  name: 'AUM快照.csv',
  style: plainStyle,
  columns: [
    { header: '数据日期', cell: (balance) => balance.dataDate },
    { header: '客户编号', cell: (balance) => balance.custNo },
    { header: '金融资产(元)', cell: (balance) => balance.aumFen, sum: true },
    { header: '储蓄存款(元)', cell: (balance) => balance.depositFen, sum: true },
    { header: '活期余额(元)', cell: (balance) => balance.demandFen, sum: true },
    { header: '定期余额(元)', cell: (balance) => balance.timeFen, sum: true },
    { header: '理财余额(元)', cell: (balance) => balance.wealthFen, sum: true },
    { header: '基金市值(元)', cell: (balance) => balance.fundFen, sum: true },
  ],
};
