// Sheet 月度汇总 of the 客户经理工作日志: day by day, from the forms themselves, and customers per day (G16).
import { type SalesLine, salesCategories, type WorkDay, type WorkLog } from '../analysis/worklog/report.js';
import { weekday } from '../model/period.js';
import type { Ratio } from '../model/ratio.js';
import type { FormCell, Sheet } from './sheet.js';
import { branchText } from './work-log-day.js';
import { foldRow, folds, type SummaryColumn } from './work-log-folds.js';
import { daySheetName, textCell, weekdayText } from './work-log-layout.js';
import { salesCell } from './work-log-sales.js';
import { meetingCount, meetingsIn, visitCount, visitsIn } from './work-log-visits.js';

const headerRow = 3;

function salesColumn(category: string, index: number, unit: SalesLine['unit']): SummaryColumn {
  const isMoney = unit === 'fen';
  const cell = salesCell(index + 1, isMoney ? 'fen' : 'count');
  return {
    key: cell,
    header: `${category}\n（${isMoney ? '万元' : '笔'}）`,
    width: 13,
    format: isMoney ? 'fenWan' : 'count',
    value: ({ sales }) => sales[index]?.figures?.[isMoney ? 'todayFen' : 'todayCount'] ?? null,
    formula: (sheet) => `IF({${sheet}!${cell}}="","",{${sheet}!${cell}})`,
    result: (read, sheet) => read(cell, sheet),
  };
}

function columnsOf({ days, contacts }: WorkLog): readonly SummaryColumn[] {
  const units = new Map(days[0]?.sales.map(({ category, unit }) => [category, unit]));
  return [
    { key: 'day', header: '日期', width: 12.5, format: 'day', value: ({ day }) => day },
    { key: 'weekday', header: '星期', width: 9, format: 'text', value: ({ day }) => weekdayText(weekday(day)) },
    {
      key: 'visits',
      header: '约访（户）',
      width: 9,
      format: 'count',
      value: ({ followUps }) => followUps.length,
      formula: visitCount,
      result: visitsIn,
      isPerDay: true,
    },
    {
      key: 'meetings',
      header: '面访（户）',
      width: 9,
      format: 'count',
      value: () => 0,
      formula: meetingCount,
      result: meetingsIn,
      isPerDay: true,
    },
    {
      key: 'contacted',
      header: '联系记录\n（户）',
      width: 10,
      format: 'count',
      value: ({ contacted }) => (contacts === null ? '未提供' : contacted),
      isPerDay: true,
    },
    ...salesCategories.map((category, index) => salesColumn(category, index, units.get(category) ?? 'fen')),
  ];
}

function dayRow(columns: readonly SummaryColumn[], workDay: WorkDay, index: number): readonly FormCell[] {
  const sheet = daySheetName(workDay.day);
  return columns.map(
    ({ key, format, value, formula, result }, place): FormCell => ({
      key: `${key}.${index + 1}`,
      row: headerRow + 1 + index,
      column: place + 1,
      look: 'data',
      format,
      value: value(workDay),
      ...(formula === undefined ? {} : { formula: formula(sheet) }),
      ...(result === undefined ? {} : { result: (cell) => result(cell, sheet) }),
    }),
  );
}

/** With one decimal; — where there is nothing to divide by. */
function tenthText({ value }: Ratio): string {
  if (value === null) return '—';
  const tenths = Math.round(Number((value * 10).toPrecision(15)));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

function contactsNote({ contacts }: WorkLog): string {
  if (contacts === null) return '联系记录：未提供';
  const { days, customersPerDay, mostCustomers, minutesPerContact } = contacts;
  const minutes = minutesPerContact === null ? '未提供' : `${tenthText(minutesPerContact)} 分钟`;
  return `联系记录（含周末）：有联系的 ${days} 天，日均联系 ${tenthText(customersPerDay)} 户，最多一日 ${mostCustomers} 户，次均时长 ${minutes}`;
}

/** Changes with what is typed into the forms; 联系记录 comes from the export. */
export function workMonthSheet(log: WorkLog): Sheet {
  const columns = columnsOf(log);
  const end = headerRow + log.days.length;
  return {
    name: '月度汇总',
    title: '客户经理工作日志月度汇总',
    subtitle: `机构：${branchText(log)}　姓名：${log.employeeName}　工号：${log.employeeNo}　月份：${log.month}　数据日期：${log.asOf}`,
    tables: [],
    form: {
      widths: columns.map(({ width }) => width),
      heights: [34],
      cells: [
        ...columns.map(({ header }, index) => textCell({ row: headerRow, column: index + 1 }, 'header', header)),
        ...log.days.flatMap((day, index) => dayRow(columns, day, index)),
        ...folds.flatMap((fold, index) => foldRow(fold, end + 1 + index, columns, log.days)),
      ],
    },
    notes: [
      contactsNote(log),
      '约访、面访和销售取自各日的日志，随填写变化；联系记录取自导出。工作日按周一至周五排，不含法定节假日和调休',
    ],
    print: { orientation: 'landscape' },
  };
}
