import type { SheetColumn } from '../ledger/sheet.js';

/**
 * A column's header as people read it.
 * @example headerText({ header: '信用卡', isMissing: true, format: 'text', width: 5 }) // => '信用卡（未提供）'
 */
export function headerText({ header, isMissing }: SheetColumn): string {
  return isMissing === true ? `${header}（未提供）` : header;
}

/**
 * The same in a cell of a workbook, where a bracket must not be torn.
 * @example wrappedHeader({ header: '信用卡', isMissing: true, format: 'text', width: 5 }) // => '信用卡\n（未提供）'
 */
export function wrappedHeader({ header, isMissing }: SheetColumn): string {
  return isMissing === true ? `${header}\n（未提供）` : header;
}
