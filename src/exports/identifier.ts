// Identity numbers: 客户号, 账号, 证件号, 流水号. Text from first to last, with their leading zeros.

/**
 * An id in one spelling: full-width characters become plain ones, and blanks between groups of digits go.
 * Undefined where a spreadsheet has already rounded it (see `hasLostDigits`) or written it as a decimal number.
 * @example readId('6222 0212 3456') // => '622202123456'
 */
export function readId(text: string): string | undefined {
  const plain = isAscii(text) ? text : text.normalize('NFKC').replace(/[\u200b-\u200d\u2060\ufeff]/g, '');
  if (isDigits(plain)) return plain;
  if (hasLostDigits(plain) || /^\d+\.0+$/.test(plain)) return undefined;
  return plain.includes(' ') && /^[\d* ]+$/.test(plain) ? plain.replaceAll(' ', '') : plain;
}

/**
 * True for a number in scientific notation, or with 16 and more digits before a '.0': the last digits are gone for good.
 * Plain letters and digits such as 12E34 are an id like any other.
 * @example hasLostDigits('6.22202E+18') // => true
 */
export function hasLostDigits(text: string): boolean {
  return /^\d+(?:\.\d+)?E\+\d{1,3}$|^\d\.\d+E\d{1,3}$|^\d{16,}\.0+$/i.test(text);
}

/**
 * True for an id of which the bank shows only a part; it must never be used to join two files.
 * @example isMasked('6222****1234') // => true
 */
export function isMasked(text: string): boolean {
  return text.includes('*') || text.includes('＊');
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
