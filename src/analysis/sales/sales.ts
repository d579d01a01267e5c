import type { Day } from '../../model/day.js';
import { maskerFor } from '../../model/masker.js';
import type { Rules } from '../../model/rules.js';
import { fundSalesOf } from './fund-sales.js';
import type { SalesInput } from './input.js';
import { maturitiesOf } from './maturities.js';
import { fundNotes, maturityNotes, wealthNotes } from './notes.js';
import type { SalesReport } from './report.js';
import { wealthSalesOf } from './wealth-sales.js';

/** What was sold within the period and by asOf, and what matured in the days before asOf (§4.4, §4.5, §4.9.5). */
export function salesOf(input: SalesInput, rules: Rules, asOf: Day): SalesReport {
  const funds = fundSalesOf(input, rules, asOf);
  const wealth = wealthSalesOf(input, rules, asOf);
  const maturities = maturitiesOf(input, rules, asOf);
  return {
    asOf,
    period: input.period,
    rules,
    showsCustomers: maskerFor(rules.privacy.profile).showsCustomers,
    funds,
    wealth,
    maturities,
    notes: {
      funds: fundNotes(funds, input, rules),
      wealth: wealthNotes(wealth, rules),
      maturities: maturityNotes(maturities, rules),
    },
  };
}
