// Everybody in scope on asOf with their standing.
import type { Customer } from '../../model/customer.js';
import { addFen, fenOf, zeroFen } from '../../model/fen.js';
import { type AumSnapshot, fenIn } from '../aum.js';
import { type Exclusion, membershipOn } from '../population.js';
import { depositsNow } from './deposits.js';
import type { SettledPreset } from './presets.js';
import { accountsOf, type Scene } from './scene.js';
import { judgeStanding, type Standing } from './standing.js';

export interface JudgedCustomer {
  /** As the files write it. */
  readonly id: string;
  /** As it is printed. */
  readonly customerId: string;
  readonly customer: Customer | undefined;
  readonly managerName: string | null;
  readonly standing: Standing;
  readonly aumFen: number | null;
  readonly balanceFen: number | null;
}

export interface Judgement {
  /** Ascending by printed id. */
  readonly judged: readonly JudgedCustomer[];
  readonly exclusionOf: ReadonlyMap<string, Exclusion>;
}

export function judgeCustomers(scene: Scene, preset: SettledPreset, aum: AumSnapshot | null): Judgement {
  const { input, rules, asOf, roster, shown, read } = scene;
  const depositOf = depositsNow(input, asOf);
  const coveredFrom = input.engine.coverage?.from;
  const judged: JudgedCustomer[] = [];
  const exclusionOf = new Map<string, Exclusion>();
  roster.ids.forEach((id, place) => {
    const customerId = shown[place] as string;
    const { exclusion, openDate, lastMovedOn } = membershipOn(roster, id, rules, asOf);
    if (exclusion !== null) {
      exclusionOf.set(customerId, exclusion);
      return;
    }
    const customer = roster.customerOf.get(id);
    const aumFen = fenIn(aum, id);
    const balanceFen = depositOf(id, accountsOf(scene, id));
    const lastSerial = read.last(input.engine.activities.get(id));
    const standing = judgeStanding({ lastSerial, openDate, lastMovedOn, coveredFrom, balanceFen, aumFen }, preset);
    const managerName = scene.managerOf(id, customer);
    judged.push({ id, customerId, customer, managerName, standing, aumFen, balanceFen });
  });
  judged.sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  return { judged, exclusionOf };
}

/** By AUM descending, unknown last, then customerId. */
export function byAum(
  a: { readonly aumFen: number | null; readonly customerId: string },
  b: { readonly aumFen: number | null; readonly customerId: string },
): number {
  const difference = (b.aumFen ?? Number.NEGATIVE_INFINITY) - (a.aumFen ?? Number.NEGATIVE_INFINITY);
  if (difference > 0 || difference < 0) return difference;
  return a.customerId < b.customerId ? -1 : a.customerId > b.customerId ? 1 : 0;
}

/** The sum in 分; null = AUM not provided. Throws RangeError where it would stop being exact. */
export function sumOfAum(customers: readonly { readonly aumFen: number | null }[], hasAum: boolean): number | null {
  return hasAum ? customers.reduce((sum, { aumFen }) => addFen(sum, fenOf(aumFen ?? 0)), zeroFen) : null;
}
