// Hidden sheet _日志明细: all 客户约访记录 of the month as one list with the headers of a contact export, for reading back.
import type { WorkLog } from '../analysis/worklog/report.js';
import { followUpRows } from '../analysis/worklog/work-log.js';
import type { CellReader, CellValue, Format, FormCell, FormulaTemplate, Sheet } from './sheet.js';
import { daySheetName, isFilled, textCell, type VisitKey, visitCell } from './work-log-layout.js';

const headerRow = 3;

interface EntryColumn {
  readonly header: string;
  readonly format: Format;
  readonly width: number;
  readonly formula: (entry: Entry) => FormulaTemplate;
  readonly result: (entry: Entry, cell: CellReader) => CellValue;
}

interface Entry {
  readonly log: WorkLog;
  readonly day: string;
  readonly number: number;
}

function at({ day, number }: Entry, key: VisitKey): string {
  return `{${daySheetName(day)}!${visitCell(number, key)}}`;
}

function valueAt({ day, number }: Entry, cell: CellReader, key: VisitKey): CellValue {
  return cell(visitCell(number, key), daySheetName(day));
}

const whoKeys = ['customerId', 'customerName'] as const;
const whatKeys = ['time', 'method', 'content', 'result'] as const;

function isContact(entry: Entry, cell: CellReader): boolean {
  return [whoKeys, whatKeys].every((keys) => keys.some((key) => isFilled(valueAt(entry, cell, key))));
}

/** A contact took place where a customer and any of time, method, content and result are filled; what is only planned is none. */
function dateFormula(entry: Entry): FormulaTemplate {
  const [year, month, date] = entry.day.split('-').map(Number);
  const [who, what] = [whoKeys, whatKeys].map((keys) => keys.map((key) => at(entry, key)).join('&'));
  return `IF(OR(${who}="",${what}=""),"",DATE(${year},${month},${date}))`;
}

/** Only where the row is a contact. */
function guarded(
  head: Pick<EntryColumn, 'header' | 'width' | 'format'>,
  template: (entry: Entry) => FormulaTemplate,
  value: EntryColumn['result'],
): EntryColumn {
  return {
    ...head,
    formula: (entry) => `IF({date${entry.day}.${entry.number}}="","",${template(entry)})`,
    result: (entry, cell) => (isContact(entry, cell) ? value(entry, cell) : null),
  };
}

function typed(header: string, width: number, key: VisitKey): EntryColumn {
  return guarded(
    { header, width, format: 'text' },
    (entry) => `${at(entry, key)}&""`,
    (entry, cell) => valueAt(entry, cell, key),
  );
}

/** Braces would be placeholders. */
function constant(header: string, textOf: (log: WorkLog) => string): EntryColumn {
  const shown = ({ log }: Entry) => textOf(log).replace(/[{}]/g, '');
  return guarded({ header, width: 10, format: 'text' }, (entry) => `"${shown(entry).replaceAll('"', '""')}"`, shown);
}

const columns: readonly EntryColumn[] = [
  {
    header: '日期',
    width: 12,
    format: 'day',
    formula: dateFormula,
    result: (entry, cell) => (isContact(entry, cell) ? entry.day : null),
  },
  constant('工号', ({ employeeNo }) => employeeNo),
  constant('客户经理', ({ employeeName }) => employeeName),
  guarded(
    { header: '序号', width: 6, format: 'count' },
    ({ number }) => String(number),
    ({ number }) => number,
  ),
  typed('时间', 8, 'time'),
  typed('客户号', 14, 'customerId'),
  typed('客户姓名', 10, 'customerName'),
  typed('资产层级', 10, 'level'),
  typed('接触方式', 10, 'method'),
  typed('是否预约', 8, 'isBooked'),
  typed('事由', 11, 'reason'),
  typed('沟通内容摘要', 30, 'content'),
  typed('结果', 10, 'result'),
  typed('意向产品/金额', 14, 'intent'),
  guarded(
    { header: '下次跟进日', width: 12, format: 'day' },
    (entry) => `IF(${at(entry, 'nextContactOn')}="","",${at(entry, 'nextContactOn')})`,
    (entry, cell) => valueAt(entry, cell, 'nextContactOn'),
  ),
];

/** Empty as long as nothing is typed into the forms: what they are pre-filled with is planned only. */
export function workEntriesSheet(log: WorkLog): Sheet {
  const entries = log.days.flatMap(({ day }) =>
    Array.from({ length: followUpRows }, (_, index): Entry => ({ log, day, number: index + 1 })),
  );
  return {
    name: '_日志明细',
    title: '客户约访记录明细',
    subtitle: `工号：${log.employeeNo}　月份：${log.month}`,
    tables: [],
    form: {
      widths: columns.map(({ width }) => width),
      heights: [],
      cells: [
        ...columns.map(({ header }, index) => textCell({ row: headerRow, column: index + 1 }, 'header', header)),
        ...entries.flatMap((entry, index) =>
          columns.map(
            ({ format, formula, result }, place): FormCell => ({
              ...(place === 0 ? { key: `date${entry.day}.${entry.number}` } : {}),
              row: headerRow + 1 + index,
              column: place + 1,
              look: 'data',
              format,
              value: null,
              formula: formula(entry),
              result: (cell) => result(entry, cell),
            }),
          ),
        ),
      ],
    },
    notes: [],
    isHidden: true,
  };
}
