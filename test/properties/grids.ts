// The records of a branch as tables: header words, values and totals, in the columns that a style asks for.
import type { AccountRecord, BalanceRecord, BookingRecord, Branch, CustomerRecord } from './branch.js';
import { diceOf } from './dice.js';
import type { Style } from './style.js';

/** What a cell says; money in 分, `unit` 10000 where the column is in 万元. */
export type Value =
  | { readonly text: string }
  | { readonly day: string }
  | { readonly fen: number; readonly unit: 1 | 10000 }
  | undefined;

export interface GridColumn<R> {
  /** Two words: the upper and the lower row of a heading. */
  readonly header: readonly [string] | readonly [string, string];
  readonly value: (row: R) => Value;
  readonly isTotalled?: boolean;
}

export interface Grid {
  readonly title: string;
  readonly headers: readonly GridColumn<never>['header'][];
  readonly rows: readonly (readonly Value[])[];
  /** The 合计 row; its first cell is free for the label. */
  readonly totals: readonly Value[];
}

/** All tables of the branch, each as often as the style splits it. */
export function gridsOf(branch: Branch, style: Style): readonly Grid[] {
  const { customers, accounts, balances, bookings } = branch;
  return [
    ...gridsFor('客户信息', customers, customerColumns, style),
    ...gridsFor('账户信息', accounts, accountColumns, style),
    ...gridsFor('资产快照', balances, balanceColumns, style),
    ...gridsFor('交易明细', bookings, (chosen) => bookingColumns(chosen, bookings), style),
  ];
}

function gridsFor<R>(
  title: string,
  records: readonly R[] | undefined,
  columnsFor: (style: Style) => readonly GridColumn<R>[],
  style: Style,
): readonly Grid[] {
  if (records === undefined) return [];
  const columns = ordered(columnsFor(style), style);
  const rows = style.shuffle === 0 ? records : diceOf(style.shuffle).shuffled(records);
  const size = Math.ceil(rows.length / style.filesPerKind);
  const grids: Grid[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size).map((row) => columns.map(({ value }) => value(row)));
    const totals = columns.map(({ isTotalled }, at) =>
      isTotalled === true ? sumOf(part.map((row) => row[at])) : undefined,
    );
    grids.push({ title, headers: columns.map(({ header }) => header), rows: part, totals });
  }
  return grids;
}

/** The first column keeps clear of amounts: the label of a total stands there. */
function ordered<R>(columns: readonly GridColumn<R>[], { columns: order }: Style): readonly GridColumn<R>[] {
  if (order === 'usual') return columns;
  const moved = order === 'reversed' ? columns.toReversed() : diceOf(5).shuffled(columns);
  const first = moved.find((column) => column.isTotalled !== true && column.header.length === 1)!;
  return [first, ...moved.filter((column) => column !== first)];
}

function sumOf(values: readonly Value[]): Value {
  let fen = 0;
  let unit: 1 | 10000 = 1;
  for (const value of values) {
    if (value === undefined || !('fen' in value)) continue;
    fen += value.fen;
    unit = value.unit;
  }
  return { fen, unit };
}

const text = (value: string | undefined): Value => (value === undefined ? undefined : { text: value });
const day = (value: string | undefined): Value => (value === undefined ? undefined : { day: value });
const yuan = (fen: number | undefined): Value => (fen === undefined ? undefined : { fen, unit: 1 });

function named<R>(words: string, { words: choice }: Style, value: (row: R) => Value): GridColumn<R> {
  const all = words.split(' ');
  return { header: [all[choice % all.length]!], value };
}

function inUnit<R>(words: string, style: Style, fen: (row: R) => number): GridColumn<R> {
  const { header } = named<R>(words, style, () => undefined);
  const unit = style.balanceUnit === '元' ? 1 : 10000;
  return {
    header: [
      unit === 1 && style.words === 0
        ? header[0]
        : `${header[0]}${style.words === 1 ? `(${style.balanceUnit})` : `（${style.balanceUnit}）`}`,
    ],
    value: (row) => ({ fen: fen(row), unit }),
    isTotalled: true,
  };
}

function customerColumns(style: Style): readonly GridColumn<CustomerRecord>[] {
  return [
    named('客户号 客户编号 核心客户号', style, (row) => text(row.custNo)),
    named('客户姓名 客户名称 姓名', style, (row) => text(row.name)),
    named('客户类型 客户类别 客户性质', style, (row) => text(row.custType)),
    named('证件类型 证件种类 证件类别', style, (row) => text(row.idType)),
    named('证件号码 身份证号 证件号', style, (row) => text(row.idNo)),
    named('联系电话 手机号码 移动电话', style, (row) => text(row.phone)),
    named('开户日期 建档日期 首次开户日期', style, (row) => day(row.openDate)),
    named('销户日期 注销日期 客户注销日期', style, (row) => day(row.closeDate)),
    named('客户状态 状态 状态', style, (row) => text(row.status)),
    named('风险等级 风险承受能力 评估结果', style, (row) => text(row.riskLevel)),
    named('测评到期日 评估到期日 风测有效期', style, (row) => day(row.riskExpiry)),
    named('上次动户日期 最后交易日期 最近动账日期', style, (row) => day(row.lastTxnDate)),
    named('管户员工 客户经理 管户人', style, (row) => text(row.manager)),
  ];
}

function accountColumns(style: Style): readonly GridColumn<AccountRecord>[] {
  return [
    named('账号 卡号 帐号', style, (row) => text(row.acctNo)),
    named('客户号 客户代码 CIF号', style, (row) => text(row.custNo)),
    named('产品大类 储种 定活标志', style, (row) => text(row.product)),
    inUnit('余额 账户余额 当前余额', style, (row) => row.balanceFen),
    named('开户日期 开立日期 开户日期', style, (row) => day(row.openDate)),
    named('销户日期 结清日期 销户日期', style, (row) => day(row.closeDate)),
    named('账户状态 状态 账户状态', style, (row) => text(row.status)),
  ];
}

function balanceColumns(style: Style): readonly GridColumn<BalanceRecord>[] {
  return [
    named('客户号 客户编号 统一客户号', style, (row) => text(row.custNo)),
    named('数据日期 统计日期 采集日期', style, (row) => day(row.dataDate)),
    inUnit('金融资产 AUM余额 管理资产', style, (row) => row.aumFen),
  ];
}

const directions = { D: ['借', 'D', '借 Dr'], C: ['贷', 'C', '贷 Cr'] } as const;
const flags = { normal: ['0', '正常', ''], reversal: ['1', '冲正', '1'], reversed: ['2', '被冲正', '2'] } as const;
const triggers = { active: ['0', '主动', '0'], passive: ['1', '被动', '1'] } as const;

function bookingColumns(style: Style, bookings: readonly BookingRecord[]): readonly GridColumn<BookingRecord>[] {
  const { words } = style;
  const has = (field: keyof BookingRecord) => bookings.some((row) => row[field] !== undefined);
  return [
    named('交易日期 记账日期 核心交易日期', style, (row) => day(row.date)),
    named('交易时间 记账时间 核心交易时间', style, (row) => text(row.time)),
    named('交易流水号 流水号 核心流水号', style, (row) => text(row.txnId)),
    ...(has('acctNo') ? [named<BookingRecord>('账号 账户 个人存款账号', style, (row) => text(row.acctNo))] : []),
    ...(has('custNo') ? [named<BookingRecord>('客户号 客户编号 CIF号', style, (row) => text(row.custNo))] : []),
    ...amountColumns(style),
    named('币种 货币 币别', style, (row) => text(row.currency ?? (words === 1 ? 'CNY' : '人民币'))),
    ...(has('amountCnyFen') ? [named<BookingRecord>('折人民币', style, (row) => yuan(row.amountCnyFen))] : []),
    named('余额 账户余额 联机余额', style, (row) => yuan(row.balanceFen)),
    named('摘要 交易摘要 摘要描述', style, (row) => text(row.summary)),
    named('附言 备注 交易附言', style, (row) => text(row.memo)),
    named('交易类型 业务类型 交易种类', style, (row) => text(row.txnType)),
    named('冲正标志 冲补抹标志 抹账标志', style, (row) => text(flags[row.flag][words])),
    named('原流水号 被冲正流水号 原交易流水', style, (row) => text(row.origTxnId)),
    named('触发方式 主动被动标志 交易触发方式', style, (row) => row.trigger && text(triggers[row.trigger][words])),
    named('交易渠道 渠道 渠道类型', style, (row) => text(row.channel)),
    named('交易柜员 柜员号 经办员工', style, (row) => text(row.teller)),
    named('对方户名 对方名称 交易对手', style, (row) => text(row.cpName)),
    named('对方账号 对方账户 对方账号', style, (row) => text(row.cpAcct)),
  ];
}

function amountColumns(style: Style): readonly GridColumn<BookingRecord>[] {
  const sideOf = (side: 'D' | 'C') => (row: BookingRecord) =>
    row.direction === side ? yuan(row.amountFen) : undefined;
  const amount = (value: (row: BookingRecord) => Value): GridColumn<BookingRecord> => ({
    ...named('交易金额 发生额 金额', style, value),
    isTotalled: true,
  });
  switch (style.direction) {
    case 'flag':
      return [
        named('借贷标志 收付标志 借贷', style, (row) => text(directions[row.direction][style.words])),
        amount((row) => yuan(row.amountFen)),
      ];
    case 'signed':
      return [amount((row) => yuan(row.direction === 'C' ? row.amountFen : -row.amountFen))];
    case 'pair':
      return [
        { ...named('收入 收入金额 贷方发生额', style, sideOf('C')), isTotalled: true },
        { ...named('支出 支出金额 借方发生额', style, sideOf('D')), isTotalled: true },
      ];
    case 'grouped pair':
      return [
        { header: ['交易金额', '收入'], value: sideOf('C'), isTotalled: true },
        { header: ['', '支出'], value: sideOf('D'), isTotalled: true },
      ];
  }
}
