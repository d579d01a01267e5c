// Cells and the amounts in them: one strict grammar, on the digits of the text, never through a floating-point number.
import { type Fen, fenOf } from '../model/fen.js';

/**
 * The text that a cell means: without blanks, tabs and zero-width characters at its ends, `="…"` and `"…"` unwrapped, and
 * without the apostrophe that keeps digits as text.
 * @example cleanText('="0622"\t') // => '0622'
 */
export function cleanText(text: string): string {
  if (text.length > 0 && isPlainEdge(text.charCodeAt(0)) && isPlainEdge(text.charCodeAt(text.length - 1))) return text;
  const trimmed = trimEnds(text);
  const first = trimmed[0];
  if (first === '=' || first === '"') {
    const quoted = /^=?"((?:[^"]|"")*)"$/.exec(trimmed);
    return quoted ? trimEnds((quoted[1] as string).replaceAll('""', '"')) : trimmed;
  }
  return first === "'" ? trimmed.replace(/^'(?=\d)|(?<=\d)'$/g, '') : trimmed;
}

/** A character that needs no cleaning at either end: printable ASCII without quotes and =, or common Han and full-width ones. */
function isPlainEdge(code: number): boolean {
  if (code < 0x7f) return code > 0x20 && code !== 0x22 && code !== 0x27 && code !== 0x3d;
  return code > 0x3000 && code < 0xfeff;
}

/** By hand, because a pattern anchored at the end takes quadratic time on long runs of blanks. */
function trimEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start] as string)) start += 1;
  while (end > start && isBlank(text[end - 1] as string)) end -= 1;
  return text.slice(start, end);
}

function isBlank(character: string): boolean {
  return character.trim() === '' || /[\u200b-\u200d\u2060]/.test(character);
}

const emptyMarker = /^(?:[-—–―─−－]+|[/／]|无|\\N|N\/A|NULL|\(NULL\))$/i;

/**
 * True for cleaned text that exports write where there is nothing: '', runs of dashes, '/', '无', 'NULL', '(null)', '\N', 'N/A'.
 * @example isEmptyCell('-----') // => true
 */
export function isEmptyCell(text: string): boolean {
  if (text.length === 0) return true;
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return false;
  if (first >= 0x4e00 && first <= 0x9fff && first !== 0x65e0) return false;
  return emptyMarker.test(text);
}

/** Longer than any amount; keeps the patterns below from long work on junk. */
const longestAmount = 60;

const cny = '(?:¥|CNY|RMB|人民币)?';
const digits = '(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?';
const suffix = '(?:([万亿])元?|(元))?';
const signed = new RegExp(`^([-+]?) *${cny} *([-+]?) *${digits} *${suffix} *([-+]?)$`, 'i');
const bracketed = new RegExp(`^${cny} *\\( *${cny} *${digits} *${suffix} *\\)$`, 'i');

/**
 * An amount in 分. `unit` is what 1 stands for where the cell itself does not say 元, 万 or 亿: 1, 10000 or 100000000 元.
 * Undefined for anything but one number: wrong thousands groups, an exponent, parts of a 分, more than 90 万亿元.
 * @example readFen('(1,234.56)', 1) // => -123456
 * @example readFen('1.2万', 1) // => 1200000
 */
export function readFen(text: string, unit: number): Fen | undefined {
  if (text.length > longestAmount) return undefined;
  const toYuan = unit === 1 ? 0 : String(unit).length - 1;
  return readDigits(text, toYuan) ?? readWritten(halfWidth(text), toYuan);
}

/**
 * As `readFen`, but only `-1,234.56` and the like, which is nearly every cell; undefined also means that it takes more to read it.
 * @example readPlainFen('1.2万', 1) // => undefined
 */
export function readPlainFen(text: string, unit: number): Fen | undefined {
  return readDigits(text, unit === 1 ? 0 : String(unit).length - 1);
}

function readDigits(text: string, toYuan: number): Fen | undefined {
  const start = text.charCodeAt(0) === 0x2d ? 1 : 0;
  let amount = 0;
  let digitCount = 0;
  let groupStart = -1;
  let pointAt = -1;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      amount = amount * 10 + code - 0x30;
      digitCount += 1;
    } else if (code === 0x2c && pointAt < 0 && endsGroup(at, start, groupStart)) groupStart = at;
    else if (code === 0x2e && pointAt < 0 && endsWhole(at, start, groupStart)) pointAt = at;
    else return undefined;
  }
  const decimals = pointAt < 0 ? 0 : text.length - 1 - pointAt;
  const isWhole = pointAt < 0 ? endsWhole(text.length, start, groupStart) : decimals > 0;
  if (!isWhole || digitCount > 15 || decimals > toYuan + 2) return undefined;
  const fen = amount * 10 ** (toYuan + 2 - decimals);
  return Number.isSafeInteger(fen) ? fenOf(start === 1 ? -fen : fen) : undefined;
}

/** True where a comma may stand: after one to three digits, later after exactly three. */
function endsGroup(at: number, start: number, groupStart: number): boolean {
  return groupStart < 0 ? at > start && at <= start + 3 : at === groupStart + 4;
}

function endsWhole(at: number, start: number, groupStart: number): boolean {
  return groupStart < 0 ? at > start : at === groupStart + 4;
}

function readWritten(text: string, toYuan: number): Fen | undefined {
  const parts = signed.exec(text);
  if (parts) {
    const [, front, inner, whole, fraction, wan, yuan, back] = parts;
    const sign = `${front}${inner}${back}`;
    if (sign.length > 1) return undefined;
    return shift(whole as string, fraction, places(wan, yuan, toYuan), sign === '-');
  }
  const [, whole, fraction, wan, yuan] = bracketed.exec(text) ?? [];
  return whole === undefined ? undefined : shift(whole, fraction, places(wan, yuan, toYuan), true);
}

/** How far the decimal point moves from the written number to 元. */
function places(wan: string | undefined, yuan: string | undefined, toYuan: number): number {
  if (wan !== undefined) return wan === '万' ? 4 : 8;
  return yuan !== undefined ? 0 : toYuan;
}

function shift(whole: string, fraction: string | undefined, toYuan: number, isNegative: boolean): Fen | undefined {
  const decimals = toYuan + 2;
  const kept = (fraction ?? '').slice(0, decimals).padEnd(decimals, '0');
  if (fraction !== undefined && /[^0]/.test(fraction.slice(decimals))) return undefined;
  const amount = Number(whole.replaceAll(',', '') + kept);
  if (!Number.isSafeInteger(amount)) return undefined;
  return fenOf(isNegative ? -amount : amount);
}

/**
 * Full-width digits, letters and signs as their ASCII twins, U+3000 and hard blanks as blanks, the mathematical minus as '-'.
 * Less than NFKC, which would turn 5² into 52.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/\uffe5/g, '¥');
}
