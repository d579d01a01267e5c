// The sales ledgers against their summaries, the tool's totals and the 合计 row of the source (§4.4, §4.5, §4.9.5).
import type { MaturityLedger, SalesLedger, SalesReport } from '../../analysis/sales/report.js';
import type { ExportKind, FileIntake } from '../../model/intake.js';
import type { Check, Checks, Term } from './check.js';
import { rowCount, sum, sumWhere, type TableName, told } from './terms.js';

interface SalesSheet {
  readonly sheet: string;
  readonly list: string;
  readonly summary: string;
  readonly amountKey: string;
  readonly amount: string;
  readonly secondKey: string;
  readonly second: string;
  readonly kind: ExportKind;
  /** Header of the source's column of this amount. */
  readonly source: RegExp;
}

const fundSheet: SalesSheet = {
  sheet: '基金销售台帐',
  list: '基金销售',
  summary: '基金类型汇总',
  amountKey: 'confirmedFen',
  amount: '确认金额',
  secondKey: 'feeFen',
  second: '手续费',
  kind: 'fundTransactions',
  source: /确认金额/,
};

const wealthSheet: SalesSheet = {
  sheet: '理财产品销售台帐',
  list: '理财销售',
  summary: '产品类型汇总',
  amountKey: 'amountFen',
  amount: '购买金额',
  secondKey: 'referenceIncomeFen',
  second: '参考收益',
  kind: 'wealthSales',
  source: /金额/,
};

type Ledger = SalesLedger<unknown>;

/** The one 合计 of the amount in the sources, where the ledger lists every row of them: then both must be the same. */
function statedTotal(of: SalesSheet, { total, leftOut }: Ledger, intake: readonly FileIntake[]): number | null {
  const files = intake.filter(({ kind }) => kind === of.kind);
  const used = files.reduce((rows, file) => rows + file.rows.used, 0);
  const isWhole =
    used === total.sales &&
    Object.values(leftOut).every((rows) => rows === 0) &&
    files.every(({ rows }) => rows.rejected + rows.duplicate + rows.future === 0);
  const stated = files.map((file) => file.controlTotals.filter(({ column }) => of.source.test(column)));
  if (!isWhole || stated.length === 0 || stated.some((totals) => totals.length !== 1)) return null;
  return stated.flat().reduce((fen, { statedFen }) => fen + statedFen, 0);
}

function ledgerChecks(of: SalesSheet, ledger: Ledger | null, intake: readonly FileIntake[]): Checks {
  if (ledger === null) return { counts: [], amounts: [] };
  const { sheet, amount, second } = of;
  const list: TableName = { sheet, id: of.list, serial: 'place' };
  const summary: TableName = { sheet, id: of.summary };
  const amounts = sum(list, of.amountKey);
  const stated = statedTotal(of, ledger, intake);
  const againstSource: readonly Check[] =
    stated === null ? [] : [{ content: `${sheet}的${amount}合计＝源文件的合计行`, left: amounts, right: told(stated) }];
  return {
    counts: [
      { content: `${sheet}的笔数＝本工具计算的笔数`, left: rowCount(list), right: told(ledger.total.sales) },
      { content: `${sheet}的笔数＝按类型汇总的笔数`, left: rowCount(list), right: sum(summary, 'sales') },
    ],
    amounts: [
      { content: `${sheet}的${amount}合计＝本工具计算的合计`, left: amounts, right: told(ledger.total.amountFen) },
      { content: `${sheet}的${amount}合计＝按类型汇总的合计`, left: amounts, right: sum(summary, 'amountFen') },
      {
        content: `${sheet}的${second}合计＝按类型汇总的合计`,
        left: sum(list, of.secondKey),
        right: sum(summary, 'secondFen'),
      },
      ...againstSource,
    ],
  };
}

const maturityList: TableName = { sheet: '到期承接台账', id: '到期承接', serial: 'place' };

/** Where nothing matured 承接概况 has no total. */
function maturityTotal({ figures }: MaturityLedger, key: string): Term {
  if (figures.matured === 0) return told(0);
  return sumWhere({ sheet: '到期承接台账', id: '承接概况' }, 'managerName', '合计', key);
}

function maturityChecks(ledger: MaturityLedger | null): Checks {
  if (ledger === null) return { counts: [], amounts: [] };
  return {
    counts: [
      {
        content: '到期承接台账的到期笔数＝承接概况的到期笔数',
        left: rowCount(maturityList),
        right: maturityTotal(ledger, 'matured'),
      },
    ],
    amounts: [
      {
        content: '到期承接台账的到期金额＝承接概况的到期金额',
        left: sum(maturityList, 'maturedFen'),
        right: maturityTotal(ledger, 'maturedFen'),
      },
      {
        content: '到期承接台账的承接金额＝承接概况的承接金额',
        left: sum(maturityList, 'retainedFen'),
        right: maturityTotal(ledger, 'retainedFen'),
      },
    ],
  };
}

export function salesChecks({ funds, wealth, maturities }: SalesReport, intake: readonly FileIntake[]): Checks {
  const parts = [
    ledgerChecks(fundSheet, funds, intake),
    ledgerChecks(wealthSheet, wealth, intake),
    maturityChecks(maturities),
  ];
  return { counts: parts.flatMap(({ counts }) => counts), amounts: parts.flatMap(({ amounts }) => amounts) };
}
