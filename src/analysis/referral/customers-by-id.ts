import type { Customer } from '../../model/customer.js';
import { contentKey } from '../content-key.js';

/** By 客户号; of several lines with one number always the same one, whatever their order. */
export function customersById(customers: readonly Customer[] | undefined): ReadonlyMap<string, Customer> {
  const byId = new Map<string, Customer>();
  for (const customer of customers ?? []) {
    const known = byId.get(customer.custNo);
    if (known === undefined || contentKey(customer) > contentKey(known)) byId.set(customer.custNo, customer);
  }
  return byId;
}
