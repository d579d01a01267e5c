import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import type { CustomerTags } from './segment-report.js';

/** Reads the tags of one customer, or null where the export has no column for any of them. */
export type TagReader = (customer: Customer | undefined) => CustomerTags | null;

/** Which tag columns the customer export has is known only from all its rows: a column with one filled cell exists (A9). */
export function tagReader(customers: Iterable<Customer>, asOf: Day): TagReader {
  let hasProducts = false;
  let hasOthers = false;
  for (const { productsHeld, riskLevel, riskExpiry, isStaff } of customers) {
    hasProducts ||= productsHeld !== undefined;
    hasOthers ||= riskLevel !== undefined || riskExpiry !== undefined || isStaff !== undefined;
  }
  if (!hasProducts && !hasOthers) return () => null;
  return (customer) => {
    if (customer === undefined) return null;
    return {
      products: hasProducts ? productsIn(customer.productsHeld ?? '') : null,
      riskLevel: customer.riskLevel ?? null,
      riskExpired: customer.riskExpiry === undefined ? null : customer.riskExpiry < asOf,
      isStaff: customer.isStaff ?? null,
    };
  };
}

function productsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[、，,;；\s]+/u).filter((name) => name !== ''))];
}
