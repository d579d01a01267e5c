// The transaction exports of the invented branch. Every core writes in its own way; the styles are those seen in the wild (§6.1, §6.4).
import iconv from 'iconv-lite';
import type { Day } from '../model/day.js';
import type { Direction, Transaction } from '../model/transaction.js';
import { plainStyle, type TextExport } from './text-files.js';

function compact(day: Day | undefined): string | undefined {
  return day?.replaceAll('-', '');
}

/** Rows of `from` … `to`, both inclusive. */
interface TransactionFile extends TextExport<Transaction> {
  readonly from: Day;
  readonly to: Day;
}

const reversalCode = { normal: '0', reversal: '1', reversed: '2' } as const;
const triggerCode = { active: '0', passive: '1' } as const;

function side(direction: Direction): (txn: Transaction) => number | undefined {
  return (txn) => (txn.direction === direction ? txn.amountFen : undefined);
}

/** The old core: GB18030, title lines, padded cells, thousands separators, income and expense side by side, no flags. */
const oldCore: TransactionFile = {
  name: '交易明细_202402-202408.csv',
  from: '2024-02-01' as Day,
  to: '2024-08-31' as Day,
  style: {
    encode: (text) => iconv.encode(text, 'gb18030'),
    delimiter: ',',
    preamble: [
      '云栖支行个人客户交易明细清单',
      '机构：9901 云栖支行,起止日期：2024-02-01 至 2024-08-31,单位：元',
      '打印日期：2024-09-02,打印柜员：990101',
    ],
    padding: '  \t',
    thousands: true,
    empty: '-',
    hasTotal: true,
  },
  columns: [
    { header: '交易日期', cell: (txn) => txn.txnDate },
    { header: '交易时间', cell: (txn) => txn.txnTime },
    { header: '账号', cell: (txn) => txn.acctNo },
    { header: '流水号', cell: (txn) => txn.txnId },
    { header: '摘要', cell: (txn) => txn.summary },
    { header: '附言', cell: (txn) => txn.memo },
    { header: '收入金额', cell: side('C'), sum: true },
    { header: '支出金额', cell: side('D'), sum: true },
    { header: '余额', cell: (txn) => txn.balanceFen },
    { header: '对方户名', cell: (txn) => txn.cpName },
    { header: '对方账号', cell: (txn) => txn.cpAcct },
    { header: '交易渠道', cell: (txn) => txn.channel },
  ],
};

/** The new core's own list: UTF-8, bars, compact dates, 借贷标识 and 冲补抹标志. */
const newCore: TransactionFile = {
  name: '交易流水_202409-202412.csv',
  from: '2024-09-01' as Day,
  to: '2024-12-31' as Day,
  style: { ...plainStyle, delimiter: '|' },
  columns: [
    { header: '核心交易日期', cell: (txn) => compact(txn.txnDate) },
    { header: '核心交易时间', cell: (txn) => txn.txnTime?.replaceAll(':', '') },
    { header: '核心流水号', cell: (txn) => txn.txnId },
    { header: '客户统一编号', cell: (txn) => txn.custNo },
    { header: '分户账号', cell: (txn) => txn.acctNo },
    { header: '币别', cell: (txn) => txn.currency },
    { header: '借贷标识', cell: (txn) => (txn.direction === 'D' ? '借' : '贷') },
    { header: '发生额(元)', cell: (txn) => txn.amountFen, sum: true },
    { header: '账户余额(元)', cell: (txn) => txn.balanceFen },
    { header: '交易摘要', cell: (txn) => txn.summary },
    { header: '客户摘要', cell: (txn) => txn.memo },
    { header: '触发方式', cell: (txn) => txn.trigger && triggerCode[txn.trigger] },
    { header: '冲补抹标志', cell: (txn) => reversalCode[txn.reversal] },
    { header: '被冲正流水号', cell: (txn) => txn.origTxnId },
    { header: '渠道', cell: (txn) => txn.channel },
    { header: '对方名称', cell: (txn) => txn.cpName },
    { header: '对方账户', cell: (txn) => txn.cpAcct },
  ],
};

/** The report platform's list: UTF-8, commas, other words again. December stands in both: those rows are duplicates. */
const platform: TransactionFile = {
  name: '交易明细_202412-202503.csv',
  from: '2024-12-01' as Day,
  to: '2025-03-31' as Day,
  style: { ...plainStyle, thousands: true },
  columns: [
    { header: '交易流水号', cell: (txn) => txn.txnId },
    { header: '记账日期', cell: (txn) => txn.txnDate.replaceAll('-', '/') },
    { header: '记账时间', cell: (txn) => txn.txnTime },
    { header: '客户号', cell: (txn) => txn.custNo },
    { header: '账号', cell: (txn) => txn.acctNo },
    { header: '币种', cell: (txn) => (txn.currency === 'CNY' ? '人民币' : '美元') },
    { header: '交易金额', cell: (txn) => txn.amountFen, sum: true },
    { header: '借贷标志', cell: (txn) => txn.direction },
    { header: '余额', cell: (txn) => txn.balanceFen },
    { header: '摘要', cell: (txn) => txn.summary },
    { header: '附言', cell: (txn) => txn.memo },
    { header: '交易触发方式', cell: (txn) => txn.trigger && triggerCode[txn.trigger] },
    { header: '冲正标志', cell: (txn) => reversalCode[txn.reversal] },
    { header: '原流水号', cell: (txn) => txn.origTxnId },
    { header: '交易渠道', cell: (txn) => txn.channel },
    { header: '对方户名', cell: (txn) => txn.cpName },
    { header: '对方账号', cell: (txn) => txn.cpAcct },
  ],
};

/** What came after the first date, from the report platform again. */
const platformLater: TransactionFile = {
  ...platform,
  name: '交易明细_202504-202509.csv',
  from: '2025-04-01' as Day,
  to: '2025-09-30' as Day,
};

/** The files up to a date of the branch. */
export function transactionFilesUntil(asOf: Day): readonly TransactionFile[] {
  return [oldCore, newCore, platform, platformLater].filter(({ to }) => to <= asOf);
}
