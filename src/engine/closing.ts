// Whether a booking closes an account (销户), from its words. It is the customer's own act, but wakes nobody (clarification 15).
import type { Booking } from './classify.js';

/** Not where a closing is taken back, nor 撤销户间转账, where the syllables only meet. */
const closing = /(?<!撤|取消)(?:销户|清户|销卡)(?!撤|取消|失败|冲)/;

/**
 * Every text that decides the class counts, so that 附言 is only to be given where it does.
 * @example isClosing({ summary: '结清销户' }) // => true
 * @example isClosing({ summary: '撤销户间转账' }) // => false
 */
export function isClosing({ summary, txnType, memo }: Pick<Booking, 'summary' | 'txnType' | 'memo'>): boolean {
  return [summary, txnType, memo].some((text) => text !== undefined && closing.test(normalised(text)));
}

function normalised(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
