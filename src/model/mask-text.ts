// Free text that may hold anything, a name included: only what surely says nothing of a person is shown.
import { tradeWords } from './trade-words.js';

const longestWord = Math.max(...[...tradeWords].map((word) => word.length));
/** Letters in a row that are rather a code (ATM, POS, USD) than a name. */
const longestCode = 4;
const shownStars = 3;

/** Five digits and more, also in groups, and what makes an ID number of them: a phone, an account, an ID. */
export const longNumber = /\d(?:[ -]?\d){4,}[Xx]?/g;

/**
 * Keeps words of the trade, short codes, short numbers and punctuation; hides all other letters and long numbers.
 * @example maskText('张三丰转账 13912345678') // => '***转账 ****'
 * @example maskText('ATM取款') // => 'ATM取款'
 */
export function maskText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(longNumber, '****')
    .replace(/\p{Script=Han}+/gu, maskHan)
    .replace(/(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu, maskWord);
}

/** A single character says nothing. */
function maskHan(run: string): string {
  if ([...run].length === 1) return run;
  const isKnown = new Array<boolean>(run.length).fill(false);
  for (let start = 0; start < run.length; start += 1) {
    for (let length = 2; length <= longestWord && start + length <= run.length; length += 1) {
      if (tradeWords.has(run.slice(start, start + length))) isKnown.fill(true, start, start + length);
    }
  }
  let shown = '';
  let stars = 0;
  for (let at = 0; at < run.length; at += 1) {
    if (isKnown[at] === true) stars = 0;
    else stars += 1;
    if (stars === 0) shown += run[at];
    else if (stars <= shownStars) shown += '*';
  }
  return shown;
}

function maskWord(run: string): string {
  const isCode = run.length <= longestCode && run === run.toUpperCase();
  return isCode || run.length === 1 ? run : `${[...run][0]}***`;
}

/** Digits with the signs of a date or an amount around them, and letters that are taken for digits (2025-09-O3). */
const figure = /^(?=.*\d)[-+\d.,:/()年月日时分秒点 T￥¥元万亿%*OoIlSBZ]*$/;
/** A phone has eleven digits, an ID and an account fifteen and more, also in groups; only a day with its time (fourteen, of this century or the last) may be as long. */
const tellingRun = /(?<!\d)(?!(?:19|20)\d{12}(?!\d))\d{9,}|\d{3}[ -]\d{4}[ -]\d{4}|(?:\d{4}[ -]){3}\d/;

/**
 * A cell as a message may quote it: a date or an amount that cannot be read in full, everything else as `maskText` shows it.
 * @example maskQuoted('2025-02-30') // => '2025-02-30'
 * @example maskQuoted('13912345678') // => '****'
 */
export function maskQuoted(text: string): string {
  const plain = text.normalize('NFKC');
  return figure.test(plain) && !tellingRun.test(plain) ? text : maskText(text);
}
