// The tags of A9: what a customer holds, the level of the risk test. From 产品持有 and 风险测评 where they are given, else from the customer export.
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import type { Holding } from '../model/holding.js';
import type { RiskTest } from '../model/risk-test.js';
import type { Rules } from '../model/rules.js';
import { isHeldOn, latestHoldings } from './portfolio/held.js';
import { riskReader } from './portfolio/risk-level.js';
import type { CustomerTags } from './segment-report.js';

/** Reads the tags of one customer, or null where no export says anything of them. */
export type TagReader = (id: string, customer: Customer | undefined) => CustomerTags | null;

/** Files of tags; undefined = not provided. */
export interface TagFiles {
  readonly holdings?: readonly Holding[] | undefined;
  readonly riskTests?: readonly RiskTest[] | undefined;
}

/** Which tag columns the customer export has is known only from all its rows: a column with one filled cell exists (A9). */
export function tagReader(customers: Iterable<Customer>, files: TagFiles, rules: Rules, asOf: Day): TagReader {
  let hasProducts = false;
  let hasOthers = files.riskTests !== undefined;
  for (const { productsHeld, riskLevel, riskExpiry, isStaff } of customers) {
    hasProducts ||= productsHeld !== undefined;
    hasOthers ||= riskLevel !== undefined || riskExpiry !== undefined || isStaff !== undefined;
  }
  const held = heldCategories(files.holdings, asOf);
  if (held === null && !hasProducts && !hasOthers) return () => null;
  const riskOf = riskReader(files.riskTests, rules, asOf);
  const productsOf = (id: string, customer: Customer | undefined) => {
    if (held !== null) return held.get(id) ?? [];
    return hasProducts && customer !== undefined ? productsIn(customer.productsHeld ?? '') : null;
  };
  return (id, customer) => {
    const products = productsOf(id, customer);
    const { riskLevel, riskExpiresOn } = riskOf(id, customer);
    if (customer === undefined && products === null && riskLevel === null) return null;
    return {
      products,
      riskLevel,
      riskExpired: riskExpiresOn === null ? null : riskExpiresOn < asOf,
      isStaff: customer?.isStaff ?? null,
    };
  };
}

/** By customer, ascending; null where no export names categories. Who is not listed there holds none. */
function heldCategories(
  holdings: readonly Holding[] | undefined,
  asOf: Day,
): ReadonlyMap<string, readonly string[]> | null {
  const named = (holdings ?? []).filter(({ productCategory }) => productCategory !== undefined);
  if (named.length === 0) return null;
  const held = new Map<string, Set<string>>();
  for (const holding of latestHoldings(named, asOf)) {
    const { custNo, productCategory = '' } = holding;
    if (isHeldOn(holding, asOf)) held.set(custNo, (held.get(custNo) ?? new Set()).add(productCategory));
  }
  return new Map([...held].map(([custNo, categories]) => [custNo, [...categories].sort()]));
}

function productsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[、，,;；\s]+/u).filter((name) => name !== ''))];
}
