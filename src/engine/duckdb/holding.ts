// Whose a booking is, by the hash of its account and customer number.
import type { Holders } from '../holders.js';
import { type HashIndex, hashIndex } from './hash-index.js';

/** Shared by all files, since account and customer numbers are the same everywhere. */
export interface Holding {
  readonly index: HashIndex;
  /** Indexes of customers and accounts, by the number of the hash. */
  readonly customers: number[];
  readonly accounts: number[];
}

export function newHolding(): Holding {
  return { index: hashIndex(), customers: [], accounts: [] };
}

/** The number of a hash; `cellsOf` gives the cells of account and customer number where it is met for the first time. */
export function holdingNumber(
  { index, customers, accounts }: Holding,
  holders: Holders,
  low: number,
  high: number,
  cellsOf: () => readonly [acctNo: string | null, custNo: string | null],
): number {
  const number = index.claim(low, high);
  if (number >= 0) return number;
  const [acctNo, custNo] = cellsOf();
  const transaction = { acctNo: idText(acctNo), custNo: idText(custNo) };
  const account = holders.accountOf(transaction);
  accounts.push(account);
  customers.push(holders.customerOf(transaction, account));
  return accounts.length - 1;
}

/** A cell of a row that SQL has read: an id has a digit, everything else there means “nothing”. */
function idText(cell: string | null): string | undefined {
  return cell !== null && /\d/.test(cell) ? cell.trim() : undefined;
}
