// Tables by manager: who has how many sleepers, and how many more within 30, 60 and 90 days.
import type { ManagerDormancy } from '../analysis/dormant/listed.js';
import type { DormantReport } from '../analysis/dormant/report.js';
import { ratio } from '../model/ratio.js';
import { byAmount, given, managerCell, rateCell, rateFormula, sumOrMissing } from './dormant-cells.js';
import { type Column, tableOf } from './rows.js';
import type { CellValue, SheetColumn, Table } from './sheet.js';

type ManagerColumn = Column<ManagerDormancy>;

function sumOf(managers: readonly ManagerDormancy[], figure: (manager: ManagerDormancy) => number): number {
  return managers.reduce((sum, manager) => sum + figure(manager), 0);
}

function countColumn(key: string, header: string, figure: (manager: ManagerDormancy) => number): ManagerColumn {
  return { key, header, format: 'count', width: 10, total: 'sum', value: figure };
}

function rateColumn(header: string, numerator: string, denominator: string): Omit<SheetColumn, 'key'> {
  const formula = rateFormula(numerator, denominator);
  const total = { formula: rateFormula(`${numerator}:total`, `${denominator}:total`) };
  return { header, format: 'ratio', width: 9, formula, total };
}

function managerColumns(report: DormantReport): readonly ManagerColumn[] {
  const label = managerCell(report);
  return [
    { header: '管户员工', format: 'text', width: 20, value: ({ managerName }) => label(managerName) },
    countColumn('judged', '参加判定', ({ share }) => share.denominator),
    countColumn('dormant', '睡眠客户', ({ dormant }) => dormant),
    { ...rateColumn('睡眠占比', 'dormant', 'judged'), value: ({ share }) => rateCell(share) },
    {
      header: '睡眠AUM（万元）',
      format: 'fenWan',
      width: 14,
      ...(report.byManager.every(({ dormantAumFen }) => dormantAumFen !== null) ? { total: 'sum' } : {}),
      value: ({ dormantAumFen }) => given(dormantAumFen),
    },
    countColumn('cohort', '名单客户', ({ wakeCohort }) => wakeCohort),
    countColumn('awakened', '已唤醒', ({ awakened }) => awakened),
    {
      ...rateColumn('唤醒率', 'awakened', 'cohort'),
      value: ({ awakened, wakeCohort }) => rateCell(ratio(awakened, wakeCohort)),
    },
  ];
}

/** One row per manager in the report's order, and all together. */
export function managerTable(report: DormantReport): Table {
  const { byManager } = report;
  const judged = sumOf(byManager, ({ share }) => share.denominator);
  const dormant = sumOf(byManager, (manager) => manager.dormant);
  const cohort = sumOf(byManager, ({ wakeCohort }) => wakeCohort);
  const awakened = sumOf(byManager, (manager) => manager.awakened);
  const total: readonly CellValue[] = [
    '合计',
    judged,
    dormant,
    rateCell(ratio(dormant, judged)),
    given(sumOrMissing(byManager.map(({ dormantAumFen }) => dormantAumFen))),
    cohort,
    awakened,
    rateCell(ratio(awakened, cohort)),
  ];
  return tableOf(managerColumns(report), byManager, { heading: '按管户员工', total });
}

function within({ countdown }: Pick<ManagerDormancy, 'countdown'>, days: number): ManagerDormancy['countdown'][number] {
  return countdown.find(({ withinDays }) => withinDays === days) ?? { withinDays: days, customers: 0, aumFen: 0 };
}

/** Those who have anybody in the longest window, by its AUM descending, the row without manager last. */
function threatened({ byManager, summary }: DormantReport): readonly ManagerDormancy[] {
  const longest = Math.max(0, ...summary.countdown.map(({ withinDays }) => withinDays));
  const order = (a: ManagerDormancy, b: ManagerDormancy): number => {
    if ((a.managerName === null) !== (b.managerName === null)) return a.managerName === null ? 1 : -1;
    return byAmount(within(a, longest).aumFen, a.managerName ?? '', within(b, longest).aumFen, b.managerName ?? '');
  };
  return byManager.filter((manager) => within(manager, longest).customers > 0).sort(order);
}

/** One row per manager with customers who fall asleep soon; the windows are cumulative. */
export function countdownByManager(report: DormantReport): Table {
  const label = managerCell(report);
  const windows = report.summary.countdown.flatMap(({ withinDays, aumFen }): readonly ManagerColumn[] => {
    const group = `${withinDays} 天内`;
    return [
      {
        group,
        header: '户数',
        format: 'count',
        width: 9,
        total: 'sum',
        value: (manager) => within(manager, withinDays).customers,
      },
      {
        group,
        header: 'AUM（万元）',
        format: 'fenWan',
        width: 13,
        ...(aumFen === null ? {} : { total: 'sum' }),
        value: (manager) => given(within(manager, withinDays).aumFen),
      },
    ];
  });
  const total = report.summary.countdown.flatMap(({ customers, aumFen }) => [customers, given(aumFen)]);
  return tableOf(
    [{ header: '管户员工', format: 'text', width: 16, value: ({ managerName }) => label(managerName) }, ...windows],
    threatened(report),
    { heading: '按管户员工（累计）', total: ['合计', ...total] },
  );
}
