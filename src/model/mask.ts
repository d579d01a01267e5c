// Masking of personal values, profile `manager` (DOMAIN.md §5.9). By code point, so that a rare character is never cut in half.
import { maskQuoted } from './mask-text.js';

const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐'.split(
    ' ',
  ),
);

/** Most names: two or three characters of one code unit each. */
const shortName = /^[\u4e00-\u9fff]{2,3}$/;

/**
 * True for what shows only a part of a number or a name; it must never be used to tell persons apart or to join two files.
 * @example isMasked('6222****1234') // => true
 */
export function isMasked(text: string): boolean {
  return text.includes('*') || text.includes('＊');
}

/**
 * @example maskName('陈思奎') // => '陈*奎'
 * @example maskName('欧阳小华') // => '欧阳*华'
 */
export function maskName(name: string): string {
  if (shortName.test(name)) return name.length === 2 ? `${name[0]}*` : `${name[0]}*${name[2]}`;
  const points = [...name.trim()];
  if (points.length === 0) return '';
  if (points.length === 1) return '*';
  if (/^[\p{Script=Latin}\s.'-]+$/u.test(name)) return `${points[0]}${'*'.repeat(Math.min(points.length - 1, 3))}`;
  if (points.length === 2) return `${points[0]}*`;
  const surname = points.length >= 4 && compoundSurnames.has(points.slice(0, 2).join('')) ? 2 : 1;
  const hidden = Math.min(points.length - surname - 1, 3);
  return `${points.slice(0, surname).join('')}${'*'.repeat(hidden)}${points[points.length - 1]}`;
}

/** @example maskPhone('13212342345') // => '132****2345' */
export function maskPhone(phone: string): string {
  if (phone === '') return '';
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `****${keepLast(phone, 4)}`;
}

/** @example maskIdNo('110101199003071234') // => '110101********1234' */
export function maskIdNo(idNo: string): string {
  if (idNo === '') return '';
  if (idNo.length === 18) return `${idNo.slice(0, 6)}********${idNo.slice(14)}`;
  if (idNo.length === 15) return `${idNo.slice(0, 6)}******${idNo.slice(12)}`;
  return `****${keepLast(idNo, 4)}`;
}

/** Six and more ASCII characters with a digit among them: the beginning of a number, and not of a name. */
const accountStart = /^(?=[!-~]{0,5}\d)[!-~]{6}/;

/** @example maskAccount('6222021234561234') // => '622202******1234' */
export function maskAccount(account: string): string {
  if (account === '') return '';
  if (account.length < 12 || !accountStart.test(account)) return `****${keepLast(account, 4)}`;
  return `${account.slice(0, 6)}******${account.slice(-4)}`;
}

/** At most the last n code points, and never more than half of the value. */
function keepLast(value: string, n: number): string {
  const points = [...value];
  return points.slice(points.length - Math.min(n, Math.floor(points.length / 2))).join('');
}

const fieldMasks: Readonly<Record<string, (text: string) => string>> = {
  custName: maskName,
  holderName: maskName,
  cpName: maskName,
  referrer: maskName,
  referrerName: maskName,
  recommender: maskName,
  staff: maskName,
  phone: maskPhone,
  idNo: maskIdNo,
  acctNo: maskAccount,
  subAcctNo: maskAccount,
  cpAcct: maskAccount,
  loanNo: maskAccount,
  address: hide,
  employer: hide,
  memo: hide,
  content: hide,
  note: hide,
  cpBank: hide,
};

/** Letters and digits without blanks, at least one digit: a number by which something is known. */
const idShape = /^(?=.*\d)[A-Za-z0-9][\w./#-]*$/;
/** A phone has eleven digits, an account or an ID fifteen and more; customer numbers may have as many as a phone. */
const longId = /\d{11,}/;
const longCustomerId = /\d{15,}/;

/**
 * A cell of a field as it may be shown. Columns that were not understood are hidden: nobody knows what they hold. In the others a row may
 * be out of place, so that each shows only what looks like a date, an amount, a number or words of the trade.
 * @example maskField('phone', '13212342345') // => '132****2345'
 * @example maskField('summary', '张三丰转账') // => '***转账'
 */
export function maskField(field: string | undefined, text: string): string {
  if (field === undefined) return hide(text);
  const mask = fieldMasks[field];
  if (mask !== undefined) return mask(text);
  if (!idShape.test(text)) return maskQuoted(text);
  if (field === 'custNo') return longCustomerId.test(text) ? maskAccount(text) : text;
  return longId.test(text) ? maskAccount(text) : text;
}

function hide(text: string): string {
  return text === '' ? '' : '***';
}
