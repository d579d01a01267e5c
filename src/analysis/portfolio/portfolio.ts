// Customers by manager and one by one (§4.2, §4.3): all records of the branch in, a plain report out.
import type { Day } from '../../model/day.js';
import { maskerFor } from '../../model/masker.js';
import type { Rules } from '../../model/rules.js';
import { averageUse } from './average-use.js';
import { portfolioCustomers } from './customers.js';
import { employeeFigures } from './employees.js';
import type { BranchInput } from './input.js';
import { portfolioNotes } from './notes.js';
import type { PortfolioReport } from './report.js';
import { sceneOf } from './scene.js';

/**
 * 贵宾 customers (all in scope with `includesAll`) as of asOf, and the same customers added up per employee. Row order never matters.
 * Throws Error where `portfolioMeasures` are not among the measures of an engine's answer: a bug of the caller.
 */
export function portfolioOf(input: BranchInput, rules: Rules, asOf: Day): PortfolioReport {
  const scene = sceneOf(input, rules, asOf);
  const customers = portfolioCustomers(scene);
  const average = averageUse(scene.members);
  const figures = employeeFigures(scene, customers);
  return {
    report: 'portfolio',
    asOf,
    period: input.period,
    rules,
    problems: input.problems,
    includesAll: input.includesAll,
    basis: scene.members.basis,
    average,
    aumOn: scene.assets.aumOn,
    openingOn: scene.openingAum?.dataDate ?? null,
    monthBeforeOn: scene.monthBefore?.dataDate ?? null,
    services: scene.services.known,
    notes: portfolioNotes(scene, { ...figures, average }),
    customers: maskerFor(rules.privacy.profile).showsCustomers ? customers : [],
    ...figures,
  };
}
