// Resident identity numbers (GB 11643) and mobile numbers: only whether they can be right, never what they are.
import { dayOf } from './day.js';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/**
 * An 18-digit number with a real birth day and the right check character, or a 15-digit number with a real birth day.
 * @example isIdentityNumber('11010519491231002X') // => true
 * @example isIdentityNumber('110105194912310021') // => false
 */
export function isIdentityNumber(text: string): boolean {
  const long = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text);
  if (long) {
    const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
    return isDay(long[1], long[2], long[3]) && checkCharacters[sum % 11] === text[17]?.toUpperCase();
  }
  const short = /^\d{6}(\d{2})(\d{2})(\d{2})\d{3}$/.exec(text);
  return short !== null && isDay(`19${short[1]}`, short[2], short[3]);
}

function isDay(year: string | undefined, month: string | undefined, date: string | undefined): boolean {
  return dayOf(Number(year), Number(month), Number(date)) !== undefined;
}

/**
 * Eleven digits beginning with 1.
 * @example isMobileNumber('13212342345') // => true
 */
export function isMobileNumber(text: string): boolean {
  return /^1\d{10}$/.test(text);
}
