// What the lines above the header say: whose account, which days, which currency and unit.
import { type Day, dayOf } from '../model/day.js';
import type { PreambleFacts } from './export.js';
import { unitFactor } from './header.js';
import type { Cell, RawRow } from './table.js';

/** Between cells of one line; a label may stand in one cell and its value in the next. */
const gap = '\u0001';
const opening = `(?:^|[\\s${gap}([,;、|])`;
const link = `\\s*:?\\s*${gap}*\\s*\\[?\\s*`;
const date = '((?:19|20|21)\\d{2})(?:-|/|\\.|\\s*年\\s*)?(\\d{1,2})(?:-|/|\\.|\\s*月\\s*)?(\\d{1,2})(?!\\d)\\s*日?';
const clock = '(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?\\s*\\]?';

function labelled(labels: string, value: string): RegExp {
  return new RegExp(`${opening}(?:${labels})${link}${value}`, 'u');
}

const account = labelled(
  '(?:查询|客户|银行|主|交易|借记卡|本方)?\\s*(?:(?:账|帐|卡)\\s*号|[账帐]\\s*户\\s*号\\s*码?|卡\\s*/\\s*折\\s*号|[账帐]号\\s*/\\s*卡号|卡号\\s*/\\s*[账帐]号|[账帐]\\s*户)',
  '((?:[0-9*]{4} )+[0-9*]{1,4}(?![0-9-])|[0-9*][0-9*-]{4,})',
);
const holder = labelled('(?:账户|帐户|客户)?\\s*(?:户\\s*名|姓\\s*名|名\\s*称)', `([^\\s${gap}:,;]{2,})`);
const currency = labelled('(?:交易)?(?:币\\s*种|币\\s*别|货\\s*币)', `([^\\s${gap}:,;()]+)`);
const unit = labelled('(?:金\\s*额)?\\s*单\\s*位', '(?:人民币|RMB|CNY)?\\s*(亿元|亿|万元|万|元|圆)(?![\\p{L}])');
const units = new RegExp(unit.source, 'gu');
const first = labelled('(?:查询|交易|账单)?\\s*(?:起始|开始|起)\\s*(?:日\\s*期|时\\s*间|日)', `${date}${clock}`);
const last = labelled(
  '(?:查询|交易|账单)?\\s*(?:终止|结束|截止|截至|迄|止)\\s*(?:日\\s*期|时\\s*间|日)?|(?:数据|统计|报表)\\s*日\\s*期',
  `${date}${clock}`,
);
const range = new RegExp(`(?<!\\d)${date}${clock}\\s*${gap}?\\s*(?:至|到|-+|—+|–|~|/)\\s*${gap}?\\s*\\[?${date}`);

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell.normalize('NFKC').trim();
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) < 1e15 ? String(cell) : '';
  return cell !== null && typeof cell === 'object' ? (cell.day ?? '') : '';
}

function lineText(row: RawRow): string {
  return row.cells
    .map(cellText)
    .filter((text) => text !== '')
    .join(gap);
}

function dayAt(found: RegExpExecArray | null, at: number): Day | undefined {
  return found ? dayOf(Number(found[at]), Number(found[at + 1]), Number(found[at + 2])) : undefined;
}

function period(line: string): { readonly from: Day | undefined; readonly to: Day | undefined } {
  const both = range.exec(line);
  if (both) return { from: dayAt(both, 1), to: dayAt(both, 4) };
  return { from: dayAt(first.exec(line), 1), to: dayAt(last.exec(line), 1) };
}

/** Masked accounts (`6222****1234`) are no facts. Where lines contradict each other the first one counts. */
export function harvestFacts(rows: readonly RawRow[]): PreambleFacts {
  const facts: { -readonly [K in keyof PreambleFacts]: PreambleFacts[K] } = {};
  for (const row of rows) {
    const line = lineText(row);
    if (line === '') continue;
    const acctNo = account.exec(line)?.[1]?.replaceAll(' ', '');
    const holderName = holder.exec(line)?.[1];
    const money = currency.exec(line)?.[1];
    const factor = unitFactor(unit.exec(line)?.[1] ?? '');
    const { from, to } = period(line);
    if (acctNo !== undefined && !acctNo.includes('*')) facts.acctNo ??= acctNo;
    if (holderName !== undefined && !holderName.includes('*')) facts.holderName ??= holderName;
    if (money !== undefined && !/全部|所有|ALL/i.test(money)) facts.currency ??= money;
    if (factor !== undefined) facts.unit ??= factor;
    if (from !== undefined) facts.from ??= from;
    if (to !== undefined) facts.to ??= to;
  }
  return facts;
}

/** All units that the lines state, each once; more than one is a contradiction. */
export function statedUnits(rows: readonly RawRow[]): readonly number[] {
  const found = new Set<number>();
  for (const row of rows) {
    for (const match of lineText(row).matchAll(units)) {
      const factor = unitFactor(match[1] ?? '');
      if (factor !== undefined) found.add(factor);
    }
  }
  return [...found];
}
