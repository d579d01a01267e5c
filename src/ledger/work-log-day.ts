// The form of one working day: 客户经理工作日志 (§4.6).
import type { Reminder, WorkDay, WorkLog } from '../analysis/worklog/report.js';
import { reminderKinds } from '../analysis/worklog/report.js';
import { weekday } from '../model/period.js';
import type { FormCell, Sheet } from './sheet.js';
import { daySheetName, dayWidths, sectionBar, textCell, weekdayText } from './work-log-layout.js';
import { salesSection } from './work-log-sales.js';
import { visitSection } from './work-log-visits.js';

const all = { column: 1, columns: dayWidths.length } as const;
const reminderRow = 29;
const reminderLines = 8;
const thoughtsRow = 38;
const thoughtsRows = 4;
const tasksRow = 43;
const tasks = [1, 2, 3] as const;

interface HeightRange {
  readonly from: number;
  readonly through: number;
  readonly height: number;
}

/** In points; together they fill an A4 page at the scale that its width comes to. */
const rowHeights: readonly HeightRange[] = [
  { from: 4, through: 4, height: 30 },
  { from: 5, through: 16, height: 30 },
  { from: 19, through: 19, height: 30 },
  { from: thoughtsRow + 1, through: thoughtsRow + thoughtsRows, height: 30 },
  { from: tasksRow + 2, through: tasksRow + 4, height: 24 },
  { from: 48, through: 48, height: 32 },
];
const barHeight = 20;

function rowHeight(row: number): number {
  return rowHeights.find(({ from, through }) => row >= from && row <= through)?.height ?? barHeight;
}

/** 9月30日. */
function dayText(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

function reminderText({ kind, on, customerId, customerName, about }: Reminder): string {
  const who = [customerId, customerName].filter((part) => part !== null).join(' ');
  const date = kind === '睡眠待联系' ? `最近交易 ${on}` : dayText(on);
  return [kind, date, who, about === kind ? '' : about].filter((part) => part !== '').join('　');
}

function reminderSection({ reminders: { counts, first } }: WorkDay): readonly FormCell[] {
  const found = reminderKinds.map((kind) => `${kind} ${counts[kind] ?? '未提供'}`).join(' / ');
  const lines = first.length === 0 ? ['今日无提醒'] : first.map(reminderText);
  return [
    sectionBar(reminderRow, `三、今日系统提醒：${found}`),
    ...Array.from({ length: reminderLines }, (_, index) =>
      textCell({ ...all, row: reminderRow + 1 + index }, 'line', lines[index] ?? ''),
    ),
  ];
}

const input = { look: 'data', format: 'text', value: null, input: true } as const;

const thoughtsSection: readonly FormCell[] = [
  sectionBar(thoughtsRow, '四、工作建议及感悟'),
  { ...input, ...all, key: 'thoughts', row: thoughtsRow + 1, rows: thoughtsRows, look: 'box' },
];

const taskSection: readonly FormCell[] = [
  sectionBar(tasksRow, '五、要事备忘'),
  textCell({ row: tasksRow + 1, column: 1, columns: 9 }, 'inputHeader', '事项'),
  textCell({ row: tasksRow + 1, column: 10, columns: 2 }, 'inputHeader', '时间'),
  textCell({ row: tasksRow + 1, column: 12 }, 'inputHeader', '完成'),
  ...tasks.flatMap((number): readonly FormCell[] => {
    const row = tasksRow + 1 + number;
    return [
      { ...input, key: `task${number}.what`, row, column: 1, columns: 9 },
      { ...input, key: `task${number}.time`, row, column: 10, columns: 2 },
      { ...input, key: `task${number}.isDone`, row, column: 12, list: { name: '是否', closed: true } },
    ];
  }),
  textCell(
    { ...all, row: tasksRow + 5 },
    'signature',
    '客户经理：＿＿＿＿＿＿　　运营主管：＿＿＿＿＿＿　　网点负责人批阅：＿＿＿＿＿＿＿＿＿＿',
  ),
];

/** 城东支行（0101）, or what is known of it. */
export function branchText({ branchName, branchNo }: Pick<WorkLog, 'branchName' | 'branchNo'>): string {
  if (branchName === null) return branchNo ?? '未提供';
  return branchNo === null ? branchName : `${branchName}（${branchNo}）`;
}

export function workDaySheet(log: WorkLog, workDay: WorkDay): Sheet {
  const { day, moreFollowUps } = workDay;
  const date = `${day.slice(0, 4)}年${dayText(day)} ${weekdayText(weekday(day))}`;
  const more = moreFollowUps === 0 ? [] : [`另有 ${moreFollowUps} 户今日应跟进，表内行数已满`];
  return {
    name: daySheetName(day),
    title: '客户经理工作日志',
    subtitle: `机构：${branchText(log)}　姓名：${log.employeeName}　工号：${log.employeeNo}　日期：${date}`,
    tables: [],
    form: {
      widths: dayWidths,
      heights: Array.from({ length: 46 }, (_, index) => rowHeight(index + 3)),
      cells: [
        ...visitSection(log, workDay),
        ...salesSection(workDay, day <= log.asOf),
        ...reminderSection(workDay),
        ...thoughtsSection,
        ...taskSection,
      ],
    },
    notes: [
      ...more,
      '黄色单元格可填写；输入客户号后自动带出姓名和资产层级，潜在客户没有客户号时直接填姓名。金额类的累计和目标为万元，信用卡、电子渠道签约、成功转介为笔数',
    ],
    print: { orientation: 'portrait' },
  };
}
