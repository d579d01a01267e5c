// How the form of the 客户经理工作日志 is cut (§4.6): its columns, and what its cells are called.
import type { DictionaryName } from './dictionaries.js';
import type { CellValue, Format, FormCell, FormLook } from './sheet.js';

/** Columns A–L. */
export const dayWidths = [6, 9, 14, 9, 10, 9.5, 7, 11, 28, 10, 14, 12.5] as const;

interface VisitField {
  readonly key: string;
  readonly header: string;
  readonly format: Format;
  readonly list?: { readonly name: DictionaryName; readonly closed?: true };
}

/** Columns of section 一, after 序号, in the order of the form. */
export const visitFields = [
  { key: 'time', header: '时间', format: 'text' },
  { key: 'customerId', header: '客户号', format: 'text' },
  { key: 'customerName', header: '客户姓名', format: 'text' },
  { key: 'level', header: '资产层级', format: 'text' },
  { key: 'method', header: '接触方式', format: 'text', list: { name: '接触方式' } },
  { key: 'isBooked', header: '是否预约', format: 'text', list: { name: '是否', closed: true } },
  { key: 'reason', header: '事由', format: 'text', list: { name: '接触事由' } },
  { key: 'content', header: '沟通内容摘要', format: 'text' },
  { key: 'result', header: '结果', format: 'text', list: { name: '接触结果' } },
  { key: 'intent', header: '意向产品/金额', format: 'text' },
  { key: 'nextContactOn', header: '下次跟进日', format: 'day' },
] as const satisfies readonly VisitField[];

export type VisitKey = (typeof visitFields)[number]['key'];

/**
 * @example visitCell(3, 'method') // => 'visit3.method'
 */
export function visitCell(number: number, key: VisitKey): string {
  return `visit${number}.${key}`;
}

/** Whether anything stands in a cell. */
export function isFilled(value: CellValue): boolean {
  return value !== null && value !== '';
}

/** Name of the sheet of a day: MMDD. */
export function daySheetName(day: string): string {
  return day.slice(5, 7) + day.slice(8, 10);
}

/** The customers of the employee, for the form to look up. */
export const customerListName = '_客户';

type Place = Pick<FormCell, 'row' | 'column' | 'columns'>;

/** A cell that only shows a text. */
export function textCell(place: Place & Pick<FormCell, 'rows'>, look: FormLook, value: string): FormCell {
  return { ...place, look, format: 'text', value };
}

/** A bar over all columns. */
export function sectionBar(row: number, text: string): FormCell {
  return textCell({ row, column: 1, columns: dayWidths.length }, 'section', text);
}

export function weekdayText(weekday: number): string {
  return `星期${'一二三四五六日'[weekday] ?? ''}`;
}
