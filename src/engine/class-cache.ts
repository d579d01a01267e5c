// Classifies millions of bookings by deciding each distinct combination once.
import type { Rules } from '../model/rules.js';
import type { TxnClass } from '../model/transaction.js';
import { classRules } from './classification-rules.js';
import { type Booking, classifyBy, isSilent } from './classify.js';

/** Exports have a few thousand combinations; one whose summaries are free text starts over instead of filling the memory. */
const maxCombinations = 50_000;

interface Decision {
  readonly class: TxnClass;
  readonly readsMemo: boolean;
}

/** `classify` with a bounded memory of what it has decided; the answers are the same. */
export function rememberingClassifier(rules: Rules): (booking: Booking) => TxnClass {
  const list = classRules(rules);
  const byWords = new Map<string, Decision>();
  const byMemo = new Map<string, TxnClass>();
  return (booking) => {
    const key = keyOf(booking);
    const decision = remember(byWords, key, () => {
      const known = classifyBy(list, { ...booking, memo: undefined });
      return { class: known, readsMemo: known === 'UNKNOWN' || isSilent(booking) };
    });
    if (!decision.readsMemo || booking.memo === undefined) return decision.class;
    return remember(byMemo, `${key}\0${booking.memo}`, () => classifyBy(list, booking));
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

function keyOf(booking: Booking): string {
  const flags =
    (booking.direction === 'C' ? 1 : 0) +
    (booking.isZero ? 2 : 0) +
    (booking.hasOtherParty ? 4 : 0) +
    (booking.isAutomatic ? 8 : 0) +
    (booking.reversal === 'normal' ? 0 : 16) +
    (booking.trigger === undefined ? 0 : booking.trigger === 'active' ? 32 : 64);
  return `${flags}\0${booking.txnType ?? ''}\0${booking.summary ?? ''}`;
}
