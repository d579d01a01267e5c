// Every customer of the roster assessed once and put in scope or out of it.
import type { Assessment } from './assess.js';
import type { Exclusion } from './population.js';

export interface Placement<Customer> {
  /** Ascending by printed id. */
  readonly placed: Customer[];
  /** By printed id. */
  readonly exclusionOf: ReadonlyMap<string, Exclusion>;
}

/**
 * `shown` are the printed ids in the order of `ids`. What is kept of a customer in scope is made at once: the assessments of a million
 * customers need not stand side by side.
 */
export function placeCustomers<Customer extends { readonly customerId: string }>(
  ids: readonly string[],
  shown: readonly string[],
  assess: (id: string) => Assessment,
  make: (id: string, customerId: string, assessment: Assessment) => Customer,
): Placement<Customer> {
  const placed: Customer[] = [];
  const exclusionOf = new Map<string, Exclusion>();
  ids.forEach((id, place) => {
    const customerId = shown[place] as string;
    const assessment = assess(id);
    if (assessment.exclusion === null) placed.push(make(id, customerId, assessment));
    else exclusionOf.set(customerId, assessment.exclusion);
  });
  placed.sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  return { placed, exclusionOf };
}
