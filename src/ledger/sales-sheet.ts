// What the two sales ledgers are made of, beside their columns (§4.4, §4.5).
import type { SalesGroup, SalesLedger } from '../analysis/sales/report.js';
import { type Column, tableOf } from './rows.js';
import type { SheetHeading } from './sale-column.js';
import type { CellValue, Sheet, Table } from './sheet.js';
import { ledgerSubtitle } from './subtitle.js';

interface GroupNames extends AmountNames {
  readonly id: string;
  readonly heading: string;
  readonly group: string;
}

interface AmountNames {
  readonly amount: string;
  readonly second: string;
  /** Whether no line of the export states them. */
  readonly lacksAmount: boolean;
  readonly lacksSecond: boolean;
}

type GroupColumn = Column<SalesGroup> & { readonly key: string };

/** Grey and empty where nothing is known: a sum of nothing is not 0. */
function unlessMissing(isMissing: boolean, column: GroupColumn): GroupColumn {
  if (!isMissing) return column;
  const { total: _, ...plain } = column;
  return { ...plain, isMissing, value: () => null };
}

/** Sums by something the sales have in common. */
function groupTable({ total }: SalesLedger<unknown>, groups: readonly SalesGroup[], names: GroupNames): Table {
  const { lacksAmount, lacksSecond } = names;
  const columns: readonly GroupColumn[] = [
    { key: 'name', header: names.group, format: 'text', width: 14, value: ({ name }) => name },
    { key: 'sales', header: '笔数', format: 'count', width: 8, total: 'sum', value: ({ sales }) => sales },
    {
      key: 'customers',
      header: '客户数',
      format: 'count',
      width: 8,
      note: '合计为不重复的客户数',
      value: ({ customers }) => customers,
    },
    unlessMissing(lacksAmount, {
      key: 'amountFen',
      header: names.amount,
      format: 'fen',
      width: 14,
      total: 'sum',
      value: ({ amountFen }) => amountFen,
    }),
    unlessMissing(lacksSecond, {
      key: 'secondFen',
      header: names.second,
      format: 'fen',
      width: 12,
      total: 'sum',
      value: ({ secondFen }) => secondFen,
    }),
    {
      key: 'share',
      header: '金额占比',
      format: 'ratio',
      width: 9,
      value: ({ amountFen }) => (total.amountFen === 0 ? '—' : amountFen / total.amountFen),
    },
  ];
  const [amountFen, secondFen] = [lacksAmount ? null : total.amountFen, lacksSecond ? null : total.secondFen];
  const sums: readonly CellValue[] = ['合计', total.sales, total.customers, amountFen, secondFen, null];
  const stated = groups.length === 0 ? {} : { total: sums };
  return { ...tableOf(columns, groups, { heading: names.heading, ...stated }), id: names.id };
}

function groupNames(group: string, names: AmountNames): GroupNames {
  return { ...names, id: `${group}汇总`, heading: `按${group}汇总`, group };
}

interface SalesSheet {
  readonly name: string;
  /** null = not made. */
  readonly ledger: SalesLedger<unknown> | null;
  readonly showsCustomers: boolean;
  readonly list: () => Table;
  /** 基金类型 or 产品类型. */
  readonly type: string;
  readonly amounts: AmountNames;
  readonly notes: readonly string[];
  readonly frozenColumns: number;
}

/** Sums by type below the list; under a profile that shows no customers the sums of salespersons in its place. */
function salesTables({ ledger, showsCustomers, list, type, amounts }: SalesSheet): readonly Table[] {
  const byType = ledger === null ? [] : [groupTable(ledger, ledger.byType, groupNames(type, amounts))];
  if (showsCustomers) return [list(), ...byType];
  return ledger === null ? [] : [groupTable(ledger, ledger.bySales, groupNames('营销人员', amounts)), ...byType];
}

/** 基金销售台帐 or 理财产品销售台帐. */
export function salesSheet(sheet: SalesSheet, heading: SheetHeading): Sheet {
  const { name, showsCustomers, notes, frozenColumns } = sheet;
  return {
    name,
    title: name,
    subtitle: ledgerSubtitle({ ...heading, unit: '元' }),
    tables: salesTables(sheet),
    notes,
    frozenColumns: showsCustomers ? frozenColumns : 0,
    print: { orientation: 'landscape', pagesWide: showsCustomers ? 2 : 1 },
    hasSignature: true,
  };
}
