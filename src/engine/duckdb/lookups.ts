import type { Transaction } from '../../model/transaction.js';
import type { Combinations } from './combinations.js';
import type { Holding } from './holding.js';
import type { OtherParties } from './other-parties.js';

/** What is known before the rows are walked. */
export interface Lookups {
  readonly holding: Holding;
  readonly combinations: Combinations;
  /** undefined where no known combination asks for it. */
  readonly isOther: OtherParties | undefined;
  /** The booking of a row's cells, outside all accounts. */
  read(cells: readonly string[]): Transaction | undefined;
}
