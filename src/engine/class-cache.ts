// Classifies millions of bookings by deciding each distinct combination once.
import type { Rules } from '../model/rules.js';
import type { TxnClass } from '../model/transaction.js';
import { classRules } from './classification-rules.js';
import { type Booking, classifyBy, isSilent } from './classify.js';
import { isClosing } from './closing.js';

/** Exports have a few thousand combinations; one whose summaries are free text starts over instead of filling the memory. */
const maxCombinations = 50_000;

/** A booking whose counterparty has not been looked at yet. */
export type OpenBooking = Omit<Booking, 'hasOtherParty'>;

/** What a booking is. */
export interface Verdict {
  readonly class: TxnClass;
  /** It closes an account. */
  readonly closes: boolean;
}

/** Without and with a counterparty that is not the customer. */
interface Decision {
  readonly own: Verdict;
  readonly other: Verdict;
}

export interface WordsDecision extends Decision {
  /** 附言, where there is one, may change the class. */
  readonly readsMemo: boolean;
}

/** What the words of a booking alone decide, without its 附言. */
export function wordsDecider(rules: Rules): (booking: OpenBooking) => WordsDecision {
  const decide = decider(rules);
  return (booking) => {
    const decision = decide({ ...booking, memo: undefined });
    const isOpen = decision.own.class === 'UNKNOWN' || decision.other.class === 'UNKNOWN';
    return { ...decision, readsMemo: isOpen || isSilent(booking) };
  };
}

function decider(rules: Rules): (booking: OpenBooking) => Decision {
  const list = classRules(rules);
  return (booking) => {
    const closes = isClosing(booking);
    const own = { class: classifyBy(list, { ...booking, hasOtherParty: false }), closes };
    const other = { class: classifyBy(list, { ...booking, hasOtherParty: true }), closes };
    return { own, other: other.class === own.class ? own : other };
  };
}

/**
 * `classify` with a bounded memory of what it has decided; the answers are the same. `hasOtherParty` is asked only where the class
 * depends on it.
 */
export function rememberingClassifier(rules: Rules): (booking: OpenBooking, hasOtherParty: () => boolean) => Verdict {
  const byWords = new Map<string, WordsDecision>();
  const byMemo = new Map<string, Decision>();
  const decide = decider(rules);
  const ofWords = wordsDecider(rules);
  return (booking, hasOtherParty) => {
    const key = keyOf(booking);
    const words = remember(byWords, key, () => ofWords(booking));
    const { own, other } =
      words.readsMemo && booking.memo !== undefined
        ? remember(byMemo, `${key}\0${booking.memo}`, () => decide(booking))
        : words;
    return own !== other && hasOtherParty() ? other : own;
  };
}

function remember<V>(memory: Map<string, V>, key: string, decide: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= maxCombinations) memory.clear();
  const decided = decide();
  memory.set(key, decided);
  return decided;
}

function keyOf(booking: OpenBooking): string {
  const flags =
    (booking.direction === 'C' ? 1 : 0) +
    (booking.isZero ? 2 : 0) +
    (booking.isAutomatic ? 4 : 0) +
    (booking.reversal === 'normal' ? 0 : 8) +
    (booking.trigger === undefined ? 0 : booking.trigger === 'active' ? 16 : 32);
  return `${flags}\0${booking.txnType ?? ''}\0${booking.summary ?? ''}`;
}
