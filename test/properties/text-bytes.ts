// A table as the bytes of a text file.
import iconv from 'iconv-lite';
import type { Grid, Value } from './grids.js';
import type { Style } from './style.js';

/** Lines above the header: `from` is the first day of the bookings. */
export function linesAbove({ title }: Grid, from: string, asOf: string): readonly string[] {
  const lines = [`虚构支行${title}查询结果`, '机构：0001 虚构支行', '打印柜员：9527'];
  return title === '交易明细' ? [...lines, `起止日期：${from} 至 ${asOf}`] : lines;
}

export function textBytes(grid: Grid, style: Style, above: readonly string[]): Buffer {
  const { delimiter, lineEnd } = style;
  const lines: string[] = [];
  const put = (cells: readonly string[]) => lines.push(cells.join(delimiter));
  const values = (row: readonly Value[]) => row.map((value) => cellText(valueText(value, style), style));
  const width = grid.headers.length;
  if (style.preamble) {
    for (const line of above) put([line]);
    if (style.blankLines) lines.push('');
  }
  const headings = headingRows(grid);
  for (const heading of headings) put(heading.map((word) => cellText(word, style)));
  for (const [at, row] of grid.rows.entries()) {
    if (style.blankLines && at % 17 === 3) lines.push(at % 2 === 0 ? '' : delimiter.repeat(width - 1));
    if (style.repeatedHeader && at % 29 === 28) for (const heading of headings) put(heading);
    put(values(row));
  }
  if (style.totals) put(values(grid.totals).with(0, cellText('合计', style)));
  if (style.preamble) put(['制表：系统']);
  return encoded(`${lines.join(lineEnd)}${lineEnd}`, style.encoding);
}

/** One row of header words, or two where a heading has groups. */
export function headingRows({ headers }: Grid): readonly (readonly string[])[] {
  if (headers.every((header) => header.length === 1)) return [headers.map(([word]) => word)];
  return [headers.map(([word]) => word), headers.map(([, word]) => word ?? '')];
}

function valueText(value: Value, style: Style): string {
  if (value === undefined) return style.empty;
  if ('text' in value) return value.text === '' ? style.empty : value.text;
  return 'day' in value ? dayText(value.day, style.dates) : amountText(value.fen, value.unit, style.amounts);
}

function dayText(day: string, form: Style['dates']): string {
  const [year = '', month = '', date = ''] = day.split('-');
  switch (form) {
    case 'dashed':
      return day;
    case 'plain':
      return `${year}${month}${date}`;
    case 'slashed':
      return `${year}/${Number(month)}/${Number(date)}`;
    case 'Chinese':
      return `${year}年${Number(month)}月${Number(date)}日`;
    case 'with time':
      return `${day} 00:00:00`;
  }
}

/** Digits moved by hand: no floating-point number is trusted with money, not even here. */
function amountText(fen: number, unit: 1 | 10000, form: Style['amounts'] = 'plain'): string {
  const decimals = unit === 1 ? 2 : 6;
  const digits = String(Math.abs(fen)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, -decimals);
  const fraction = digits.slice(-decimals);
  const sign = fen < 0 ? '-' : '';
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  switch (form) {
    case 'plain':
      return `${sign}${whole}.${fraction}`;
    case 'thousands':
      return `${sign}${grouped}.${fraction}`;
    case 'full width':
      return [...`${sign}${grouped}.${fraction}`].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    case 'currency sign':
      return `${sign}￥${grouped}.${fraction}`;
  }
}

function cellText(text: string, { padding, quotesAll, delimiter }: Style): string {
  const padded = text === '' ? text : `${padding}${text}${padding}${padding}`;
  const needsQuotes = quotesAll || padded.includes(delimiter[0]!) || /["\r\n]/.test(padded);
  return needsQuotes ? `"${padded.replaceAll('"', '""')}"` : padded;
}

function encoded(text: string, encoding: Style['encoding']): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'gb18030':
      return iconv.encode(text, 'gb18030');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  }
}
