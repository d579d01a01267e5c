// What a data-quality report wants to know of single transactions: seen once, as they are read, whatever their order of files.
import type { Day } from '../../model/day.js';
import type { Transaction } from '../../model/transaction.js';

export interface TransactionSurvey {
  /** Rows per month 'YYYY-MM' of all files, future rows included. */
  readonly months: ReadonlyMap<string, number>;
  /** Rows dated before 1980. */
  readonly tooEarly: number;
  /** Rows whose balance and the balance before or after are given, and how many do not follow. */
  readonly balances: { readonly steps: number; readonly breaks: number };
}

export interface TransactionSurveyor {
  see(row: Transaction): void;
  /** Between files balances do not follow. */
  endFile(): void;
  result(): TransactionSurvey;
}

const earliest = '1980-01-01' as Day;

/** One account within one file; files list bookings oldest first or newest first. */
interface Chain {
  balanceFen: number;
  effectFen: number;
  steps: number;
  ascending: number;
  descending: number;
}

/** Keeps one small record per account and month. */
export function surveyTransactions(): TransactionSurveyor {
  const months = new Map<string, number>();
  let tooEarly = 0;
  let chains = new Map<string, Chain>();
  const balances = { steps: 0, breaks: 0 };
  return {
    see(row) {
      const month = row.txnDate.slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + 1);
      if (row.txnDate < earliest) tooEarly += 1;
      if (row.balanceFen === undefined || row.isForeign) return;
      const account = row.acctNo ?? row.custNo ?? '';
      const effectFen = row.direction === 'C' ? row.amountFen : -row.amountFen;
      const chain = chains.get(account);
      if (chain === undefined) {
        chains.set(account, { balanceFen: row.balanceFen, effectFen, steps: 0, ascending: 0, descending: 0 });
        return;
      }
      chain.steps += 1;
      if (row.balanceFen - effectFen === chain.balanceFen) chain.ascending += 1;
      if (chain.balanceFen - chain.effectFen === row.balanceFen) chain.descending += 1;
      chain.balanceFen = row.balanceFen;
      chain.effectFen = effectFen;
    },
    endFile() {
      let [steps, ascending, descending] = [0, 0, 0];
      for (const chain of chains.values()) {
        steps += chain.steps;
        ascending += chain.ascending;
        descending += chain.descending;
      }
      balances.steps += steps;
      balances.breaks += steps - Math.max(ascending, descending);
      chains = new Map();
    },
    result: () => ({ months, tooEarly, balances }),
  };
}

/**
 * The months without any row between the first and the last.
 * @example missingMonths(['2025-01', '2025-04']) // => ['2025-02', '2025-03']
 */
export function missingMonths(months: Iterable<string>): readonly string[] {
  const present = new Set(months);
  const sorted = [...present].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const missing: string[] = [];
  for (let month = first; month !== undefined && last !== undefined && month < last; month = nextMonth(month))
    if (!present.has(month)) missing.push(month);
  return missing;
}

function nextMonth(month: string): string {
  const [year, of] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
