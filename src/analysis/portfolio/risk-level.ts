import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import type { RiskTest } from '../../model/risk-test.js';
import type { Rules } from '../../model/rules.js';

export interface RiskStanding {
  /** C1…C5 where the text is a known one. */
  readonly riskLevel: string | null;
  readonly riskExpiresOn: Day | null;
}

/** Of tests on one day the higher level, so that row order never matters. */
function later(a: RiskTest, b: RiskTest): RiskTest {
  if (a.testedOn !== b.testedOn) return a.testedOn > b.testedOn ? a : b;
  return `${a.riskLevel} ${a.expiresOn ?? ''}` >= `${b.riskLevel} ${b.expiresOn ?? ''}` ? a : b;
}

/** The latest test on or before asOf, else what the customer export says. */
export function riskReader(
  tests: readonly RiskTest[] | undefined,
  rules: Rules,
  asOf: Day,
): (id: string, customer: Customer | undefined) => RiskStanding {
  const latest = new Map<string, RiskTest>();
  for (const test of tests ?? []) {
    if (test.testedOn > asOf) continue;
    const known = latest.get(test.custNo);
    latest.set(test.custNo, known === undefined ? test : later(known, test));
  }
  const levelOf = (text: string | undefined) => (text === undefined ? null : (rules.ledger.riskLevels[text] ?? text));
  return (id, customer) => {
    const test = latest.get(id);
    if (test === undefined)
      return { riskLevel: levelOf(customer?.riskLevel), riskExpiresOn: customer?.riskExpiry ?? null };
    return { riskLevel: levelOf(test.riskLevel), riskExpiresOn: test.expiresOn ?? null };
  };
}
