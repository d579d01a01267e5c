// First pass: every booking of every source goes onto the tape, classified, without future rows and duplicates.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { Ownership, TransactionSource } from './activity.js';
import { addTransaction, beginSource, newLoading } from './loading.js';
import { type Loaded, settleLoading } from './settling.js';

/** Reads all sources in their order; the tape, except the order of its rows, does not depend on how rows are spread over sources. */
export async function loadSources(
  sources: readonly TransactionSource[],
  ownership: Ownership,
  rules: Rules,
  asOf: Day,
): Promise<Loaded> {
  const loading = newLoading(ownership, rules, asOf);
  for (const source of sources) {
    const tally = beginSource(loading, source);
    for await (const batch of source.rows()) {
      for (const transaction of batch) addTransaction(loading, tally, transaction, asOf);
    }
  }
  return settleLoading(loading);
}
