// Sheet 月度汇总 of the 客户经理工作日志: day by day, from the forms themselves, and customers per day (G16).
import { type SalesLine, salesCategories, type WorkDay, type WorkLog } from '../analysis/worklog/report.js';
import { weekday } from '../model/period.js';
import type { Ratio } from '../model/ratio.js';
import type { CellValue, Format, FormCell, FormulaTemplate, Sheet } from './sheet.js';
import { branchText } from './work-log-day.js';
import { daySheetName, textCell, weekdayText } from './work-log-layout.js';
import { salesCell } from './work-log-sales.js';
import { meetingCount, visitCount } from './work-log-visits.js';

const headerRow = 3;

interface SummaryColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly format: Format;
  readonly value: (day: WorkDay) => CellValue;
  readonly formula?: (sheet: string) => FormulaTemplate;
  /** Days with any are averaged, and the largest is shown (G16). */
  readonly isPerDay?: true;
}

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
      isPerDay: true,
    },
    {
      key: 'meetings',
      header: '面访（户）',
      width: 9,
      format: 'count',
      value: () => 0,
      formula: meetingCount,
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

function numbersOf({ value }: SummaryColumn, days: readonly WorkDay[]): readonly number[] {
  return days.map(value).filter((one) => typeof one === 'number');
}

interface Fold {
  readonly label: string;
  readonly of: 'all' | 'perDay';
  readonly formula: (range: string) => FormulaTemplate;
  readonly value: (numbers: readonly number[]) => CellValue;
  readonly format?: Format;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const folds: readonly Fold[] = [
  {
    label: '合计',
    of: 'all',
    formula: (range) => `IF(COUNT(${range})=0,"—",SUM(${range}))`,
    value: (numbers) => (numbers.length === 0 ? null : sum(numbers)),
  },
  {
    label: '日均（有记录的日）',
    of: 'perDay',
    format: 'tenth',
    formula: (range) => `IF(COUNTIF(${range},">0")=0,"—",SUM(${range})/COUNTIF(${range},">0"))`,
    value: (numbers) => {
      const some = numbers.filter((number) => number > 0);
      return some.length === 0 ? null : sum(some) / some.length;
    },
  },
  {
    label: '最多一日',
    of: 'perDay',
    formula: (range) => `MAX(${range})`,
    value: (numbers) => Math.max(0, ...numbers),
  },
];

function foldRow(
  fold: Fold,
  row: number,
  columns: readonly SummaryColumn[],
  days: readonly WorkDay[],
): readonly FormCell[] {
  const cells = columns.slice(2).map((column, index): FormCell => {
    const place = { row, column: index + 3, look: 'total', format: fold.format ?? column.format } as const;
    const isFolded = fold.of === 'all' || column.isPerDay === true;
    if (!isFolded) return { ...place, format: 'text', value: null };
    const range = `{${column.key}.1:${column.key}.${days.length}}`;
    return { ...place, value: fold.value(numbersOf(column, days)), formula: fold.formula(range) };
  });
  return [{ ...textCell({ row, column: 1, columns: 2 }, 'total', fold.label) }, ...cells];
}

function dayRow(columns: readonly SummaryColumn[], workDay: WorkDay, index: number): readonly FormCell[] {
  const sheet = daySheetName(workDay.day);
  return columns.map(
    ({ key, format, value, formula }, place): FormCell => ({
      key: `${key}.${index + 1}`,
      row: headerRow + 1 + index,
      column: place + 1,
      look: 'data',
      format,
      value: value(workDay),
      ...(formula === undefined ? {} : { formula: formula(sheet) }),
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
