// Every customer of the roster assessed once and put in scope or out of it.
import type { Assessment } from './assess.js';
import type { Exclusion } from './population.js';

/** A customer in scope. */
export interface PlacedCustomer {
  /** As the files write it. */
  readonly id: string;
  /** As it is printed. */
  readonly customerId: string;
  readonly assessment: Assessment;
}

export interface Placement {
  /** Ascending by printed id. */
  readonly placed: readonly PlacedCustomer[];
  /** By printed id. */
  readonly exclusionOf: ReadonlyMap<string, Exclusion>;
}

/** `shown` are the printed ids in the order of `ids`. */
export function placeCustomers(
  ids: readonly string[],
  shown: readonly string[],
  assess: (id: string) => Assessment,
): Placement {
  const placed: PlacedCustomer[] = [];
  const exclusionOf = new Map<string, Exclusion>();
  ids.forEach((id, place) => {
    const customerId = shown[place] as string;
    const assessment = assess(id);
    if (assessment.exclusion === null) placed.push({ id, customerId, assessment });
    else exclusionOf.set(customerId, assessment.exclusion);
  });
  placed.sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  return { placed, exclusionOf };
}
