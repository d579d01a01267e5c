// Identity numbers: 客户号, 账号, 证件号, 流水号. Text from first to last, with their leading zeros.
import { ownText } from '../model/own-text.js';

/** An account number, and behind blanks the name of its holder. */
const numberAndName = /^(\d[\d ]{7,40}) ([^\d]{1,60})$/;

/**
 * An id in one spelling: full-width characters become plain ones, blanks between groups of digits go, and so does a name without digits
 * behind a number of eight digits and more. Undefined where a spreadsheet has already rounded the number (see `hasLostDigits`) or
 * written it as a decimal number, and where a number is followed by a name with digits.
 * @example readId('6222 0212 3456') // => '622202123456'
 */
export function readId(text: string): string | undefined {
  if (isDigits(text)) return text;
  const plain = isAscii(text) ? text : text.normalize('NFKC').replace(/[\u200b-\u200d\u2060\ufeff]/g, '');
  if (isDigits(plain)) return plain;
  if (hasLostDigits(plain) || /^\d+\.0+$/.test(plain)) return undefined;
  if (!/\s/.test(plain)) return plain;
  if (/^[\d* ]+$/.test(plain)) return plain.replaceAll(' ', '');
  const spaced = plain.replace(/\s+/g, ' ');
  if (spaced.length > 120 || !/^\d[\d ]{7,}.*\p{Script=Han}/u.test(spaced)) return plain;
  const number = numberAndName.exec(spaced)?.[1]?.replaceAll(' ', '');
  return number !== undefined && number.length >= 8 ? number : undefined;
}

/**
 * An id of digits alone, as `readId` gives it; undefined for any other.
 * @example readDigits('0622') // => '0622'
 */
export function readDigits(text: string): string | undefined {
  return text.length > 0 && isDigits(text) ? text : undefined;
}

/** Shorter texts are never slices of a longer one. */
const shortestSlice = 13;
const ownDigits = Buffer.alloc(64);

/**
 * As `readDigits`, in memory of its own (see `ownText`), several times as fast as a copy of any text.
 * @example readOwnDigits('6222021234561234') // => '6222021234561234'
 */
export function readOwnDigits(text: string): string | undefined {
  if (text.length < shortestSlice || text.length > ownDigits.length) return ownText(readDigits(text));
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return undefined;
    ownDigits[at] = code;
  }
  return ownDigits.toString('latin1', 0, text.length);
}

/**
 * True for a number in scientific notation, or with 16 and more digits before a '.0': the last digits are gone for good.
 * Plain letters and digits such as 12E34 are an id like any other.
 * @example hasLostDigits('6.22202E+18') // => true
 */
export function hasLostDigits(text: string): boolean {
  return /^\d+(?:\.\d+)?E\+\d{1,3}$|^\d\.\d+E\d{1,3}$|^\d{16,}\.0+$/i.test(text);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7e) return false;
  return true;
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
