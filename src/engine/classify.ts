// What a booking says about the customer's own will, decided from its words and flags (DOMAIN.md §5.2, §5.3).
import type { Rules } from '../model/rules.js';
import type { Direction, ReversalFlag, TxnClass } from '../model/transaction.js';
import { type ClassRule, classRules, type RuleStep, typeCodeClasses } from './classification-rules.js';

/** All that the class of a transaction depends on. */
export interface Booking {
  readonly summary?: string | undefined;
  readonly txnType?: string | undefined;
  readonly memo?: string | undefined;
  readonly trigger?: 'active' | 'passive' | undefined;
  readonly direction: Direction;
  readonly reversal: ReversalFlag;
  readonly isZero: boolean;
  /** A counterparty is named and is not the customer. */
  readonly hasOtherParty: boolean;
  /** Booked by a batch: `isAutomatic` of its teller and channel. */
  readonly isAutomatic: boolean;
}

interface Words {
  /** Whole text first, then its parts, so that `^利息$` also finds a summary beside a type name. */
  readonly texts: readonly string[];
  readonly typeCode: string | undefined;
}

/**
 * The class of one booking, by the eleven steps of DOMAIN.md §5.3. A zero amount is NONFIN whatever its words (unless flagged as
 * a reversal). 附言 is looked at only where 摘要 and 交易类型 are empty or unknown; in the latter case its SYSTEM words do not count.
 */
export function classify(booking: Booking, rules: Rules): TxnClass {
  return classifyBy(classRules(rules), booking);
}

/** `classify` with rules that are compiled once. */
export function classifyBy(rules: readonly ClassRule[], booking: Booking): TxnClass {
  if (booking.reversal !== 'normal') return 'REVERSAL';
  if (booking.isZero) return 'NONFIN';
  const memo = { texts: [normalise(booking.memo)], typeCode: undefined };
  if (isSilent(booking)) return decide(booking, memo, rules);
  const known = decide(booking, wordsOf(booking), rules);
  if (known !== 'UNKNOWN' || memo.texts[0] === '') return known;
  const harmless = rules.filter((rule) => rule.class !== 'SYSTEM' && rule.class !== 'REVERSAL');
  return decide(booking, memo, harmless);
}

/** Neither 摘要 nor 交易类型 says anything, so that 附言 speaks for them. */
export function isSilent(booking: Pick<Booking, 'summary' | 'txnType'>): boolean {
  if (normalise(booking.summary) !== '') return false;
  const words = wordsOf(booking);
  return words.texts[0] === '' && (words.typeCode === undefined || typeCodeClasses[words.typeCode] === undefined);
}

/** @example isAutomatic('批量柜员', undefined) // => true */
export function isAutomatic(teller: string | undefined, channel: string | undefined): boolean {
  return (teller !== undefined && /自动|批量|系统/.test(teller)) || (channel !== undefined && /批处理/.test(channel));
}

function decide(booking: Booking, words: Words, rules: readonly ClassRule[]): TxnClass {
  const isCredit = booking.direction === 'C';
  const byText = (step: RuleStep): TxnClass | undefined => firstMatch(rules, step, words.texts, booking);
  const ofCode = words.typeCode === undefined ? undefined : typeCodeClasses[words.typeCode]?.[isCredit ? 1 : 0];
  const hard = byText('hard') ?? (ofCode === 'SYSTEM' ? ofCode : undefined);
  if (hard !== undefined) return hard;
  if (booking.trigger === 'active') return 'ACTIVE';
  if (booking.trigger === 'passive') {
    const passive = rules.filter((rule) => rule.class !== 'ACTIVE');
    return firstMatch(passive, 'early', words.texts, booking) ?? (isCredit ? 'THIRD_PARTY' : 'MANDATE');
  }
  const soft = byText('early') ?? ofCode ?? byText('late');
  if (soft !== undefined) return soft;
  if (booking.isAutomatic) return 'SYSTEM';
  return isCredit && booking.hasOtherParty ? 'THIRD_PARTY' : 'UNKNOWN';
}

function firstMatch(
  rules: readonly ClassRule[],
  step: RuleStep,
  texts: readonly string[],
  booking: Booking,
): TxnClass | undefined {
  const isCredit = booking.direction === 'C';
  for (const rule of rules) {
    if (rule.step !== step || (rule.creditsOnly === true && !isCredit)) continue;
    if (!texts.some((text) => rule.pattern.test(text))) continue;
    return isCredit && booking.hasOtherParty ? (rule.creditFromOthers ?? rule.class) : rule.class;
  }
  return undefined;
}

function wordsOf(booking: Pick<Booking, 'summary' | 'txnType'>): Words {
  const summary = normalise(booking.summary);
  const type = normalise(booking.txnType);
  const typeCode = /^(?:0[1-9]|1[0-4])(?!\d)/.exec(type)?.[0];
  const name = typeCode === undefined ? type : type.slice(2).replace(/^[-_.:]/, '');
  // A code such as 1001 or T03 is no text: it would only keep 附言 from being read.
  const typeText = /\p{L}/u.test(name) && !/^[\w.-]*\d[\w.-]*$/.test(name) ? name : '';
  const parts = [typeText, summary].filter((part) => part !== '');
  return { texts: parts.length === 2 ? [parts.join(''), ...parts] : [parts[0] ?? ''], typeCode };
}

function normalise(text: string | undefined): string {
  return text === undefined ? '' : text.normalize('NFKC').replace(/\s+/g, '');
}
