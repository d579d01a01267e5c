// Section 一 of the 客户经理工作日志: 客户约访记录.
import type { FollowUp, WorkDay, WorkLog } from '../analysis/worklog/report.js';
import { followUpRows } from '../analysis/worklog/work-log.js';
import type { CellReader, CellValue, FormCell, FormulaResult, FormulaTemplate } from './sheet.js';
import {
  customerListName,
  dayWidths,
  isFilled,
  sectionBar,
  textCell,
  type VisitKey,
  visitCell,
  visitFields,
} from './work-log-layout.js';

const headerRow = 4;
const visits = Array.from({ length: followUpRows }, (_, index) => index + 1);

function lookup(number: number, column: string): FormulaTemplate {
  const id = `{${visitCell(number, 'customerId')}}`;
  const list = (key: string) => `{${customerListName}!${key}:span}`;
  return `IF(${id}="","",IFERROR(INDEX(${list(column)},MATCH(${id}&"",${list('customerId')},0)),""))`;
}

/** What `lookup` comes to: capitals make no difference. */
function lookedUp(
  { customers }: WorkLog,
  number: number,
  column: 'customerName' | 'level',
): { readonly result: FormulaResult } {
  return {
    result: (cell) => {
      const id = String(cell(visitCell(number, 'customerId')) ?? '').toLowerCase();
      const found = id === '' ? undefined : customers.find(({ customerId }) => customerId.toLowerCase() === id);
      return found === undefined ? '' : (found[column] ?? '未提供');
    },
  };
}

/** A block of one column of section 一; `sheet` = another day's. */
function visitColumn(key: VisitKey, sheet?: string): string {
  const [first, last] = [visitCell(1, key), visitCell(followUpRows, key)];
  return `{${sheet === undefined ? '' : `${sheet}!`}${first}:${last}}`;
}

/** Customers with a 客户号, and those known by name only. */
export function visitCount(sheet?: string): FormulaTemplate {
  const [ids, names] = [visitColumn('customerId', sheet), visitColumn('customerName', sheet)];
  return `COUNTA(${ids})+SUMPRODUCT((${ids}="")*(${names}<>""))`;
}

/** What `visitCount` comes to. */
export function visitsIn(cell: CellReader, sheet?: string): number {
  const isVisit = (number: number) =>
    (['customerId', 'customerName'] as const).some((key) => isFilled(cell(visitCell(number, key), sheet)));
  return visits.filter(isVisit).length;
}

export function meetingCount(sheet?: string): FormulaTemplate {
  return `COUNTIF(${visitColumn('method', sheet)},"面访")`;
}

/** What `meetingCount` comes to. */
export function meetingsIn(cell: CellReader, sheet?: string): number {
  return visits.filter((number) => cell(visitCell(number, 'method'), sheet) === '面访').length;
}

function filledWith(key: VisitKey, followUp: FollowUp | undefined, isListed: boolean): CellValue {
  if (key === 'customerId') return followUp?.customerId ?? null;
  if (key === 'reason') return followUp?.reason ?? null;
  if (key !== 'customerName' && key !== 'level') return null;
  return followUp?.[key] ?? (isListed ? '未提供' : null);
}

/** Whoever is not on the list of customers stands with the name itself, which staff may overwrite as well. */
function visitRow(log: WorkLog, number: number, followUp: FollowUp | undefined): readonly FormCell[] {
  const row = headerRow + number;
  const isListed = log.customers.some(({ customerId }) => customerId === followUp?.customerId);
  const cells = visitFields.map((field, index): FormCell => {
    const { key, format } = field;
    const isLookedUp = followUp === undefined || isListed;
    const isOfCustomer = key === 'customerName' || key === 'level';
    return {
      key: visitCell(number, key),
      row,
      column: index + 2,
      look: 'data',
      format,
      value: filledWith(key, followUp, isListed),
      ...(isOfCustomer && isLookedUp ? { formula: lookup(number, key), ...lookedUp(log, number, key) } : {}),
      ...('list' in field ? { list: field.list } : {}),
      ...(key === 'level' ? {} : { input: true }),
    };
  });
  return [{ row, column: 1, look: 'data', format: 'count', value: number }, ...cells];
}

function visitsText(count: number, meetings: number): string {
  return `今日约访 ${count} 户，面访 ${meetings} 户`;
}

export function visitSection(log: WorkLog, { followUps }: WorkDay): readonly FormCell[] {
  const headers = ['序号', ...visitFields.map(({ header }) => header)];
  return [
    sectionBar(headerRow - 1, '一、客户约访记录'),
    ...headers.map((header, index): FormCell => {
      const isInput = header !== '序号' && header !== '资产层级';
      const cell = textCell({ row: headerRow, column: index + 1 }, 'header', header);
      return isInput ? { ...cell, look: 'inputHeader' } : cell;
    }),
    ...visits.flatMap((number) => visitRow(log, number, followUps[number - 1])),
    {
      key: 'visits',
      row: headerRow + followUpRows + 1,
      column: 1,
      columns: dayWidths.length,
      look: 'line',
      format: 'text',
      value: visitsText(followUps.length, 0),
      formula: `"今日约访 "&(${visitCount()})&" 户，面访 "&${meetingCount()}&" 户"`,
      result: (cell) => visitsText(visitsIn(cell), meetingsIn(cell)),
    },
  ];
}
