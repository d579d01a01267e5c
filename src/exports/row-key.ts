// What names a row beside its line number, so that a correction never lands in another row.
import { maskAccount, maskField, maskPhone } from '../model/mask.js';
import { cellText } from './cell-text.js';
import type { Column } from './column.js';
import type { RawRow } from './table.js';

const longestFound = 60;
/** In the place of a 客户号 it is rather the phone of somebody without one. */
const mobile = /^1[3-9]\d{9}$/;

/** Fields that name a row, the most telling first. */
const keys: readonly (readonly [field: string, title: string, shown: (text: string) => string])[] = [
  ['txnId', '流水号', (text) => maskField('txnId', text)],
  ['custNo', '客户号', (text) => (mobile.test(text) ? maskPhone(text) : maskField('custNo', text))],
  ['acctNo', '账号', maskAccount],
];

/** The row's own 流水号, 客户号 or masked 账号 as it may be shown; '' where it has none that can be read. */
export function rowKey(columns: readonly Column[], { cells }: RawRow): string {
  for (const [name, title, shown] of keys) {
    const column = columns.find((candidate) => candidate.name === name);
    if (column === undefined) continue;
    const text = cellText(cells[column.index] ?? null);
    const value = text === '' ? undefined : column.field.read(text, 1);
    if (typeof value === 'string') return `${title} ${shown(value)}`;
  }
  return '';
}

/** A cell as the fix list may show it: masked where it is personal, cut where it is long. */
export function shownCell({ name, field }: Column, text: string): string {
  const masked = maskField(name, text);
  if (field.personal === true) return masked === text && text !== '' ? '***' : masked;
  const quiet = field.kind === 'id' ? masked : masked.replace(/\d{11,}/g, (run) => '*'.repeat(run.length));
  const points = [...quiet.replace(/\s+/g, ' ')];
  return points.length > longestFound ? `${points.slice(0, longestFound).join('')}…` : points.join('');
}
