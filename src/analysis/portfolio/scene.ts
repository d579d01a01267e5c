// What all parts of the portfolio look at, made once.
import type { EngineReport } from '../../engine/activity.js';
import { addDays, addMonths, type Day, dayOf, monthEnd } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { type AumSnapshot, aumSnapshotOn, fenIn } from '../aum.js';
import { type ContactIndex, contactIndex } from '../dormant/contacts.js';
import { membershipOn } from '../population.js';
import { type Roster, rosterOf } from '../roster.js';
import { type AssetReader, assetReader } from './assets.js';
import { type AssignmentReader, assignmentReader } from './assigned.js';
import { latestHoldings } from './held.js';
import type { BranchInput } from './input.js';
import { maturityReader, productReader } from './products-held.js';
import type { PortfolioReport } from './report.js';
import { type ServiceReader, serviceReader } from './services.js';
import { type YearAverage, yearAverageOn } from './year-average.js';

/** Who is on the sheet on a day, and by which figure. */
export interface Membership {
  readonly basis: PortfolioReport['basis'];
  readonly average: YearAverage | null;
  /** Ascending. */
  readonly ids: readonly string[];
}

export interface Scene {
  readonly input: BranchInput;
  readonly rules: Rules;
  readonly asOf: Day;
  /** The last day before the period. */
  readonly openingDay: Day;
  readonly roster: Roster;
  /** undefined where the transactions cannot be told apart by customer. */
  readonly engine: EngineReport | undefined;
  readonly assets: AssetReader;
  readonly openingAum: AumSnapshot | null;
  readonly monthBefore: AumSnapshot | null;
  readonly members: Membership;
  readonly openingMembers: Membership;
  readonly assigned: AssignmentReader;
  readonly services: ServiceReader;
  readonly productsOf: ReturnType<typeof productReader>;
  readonly nextMaturityOf: ReturnType<typeof maturityReader>;
  /** null = contacts not provided. */
  readonly contacts: ContactIndex | null;
}

/** AUM 年日均 decides, else AUM of the day (§4.3); `aum` is the snapshot of that day. */
function membersOn(input: BranchInput, roster: Roster, aum: AumSnapshot | null, rules: Rules, on: Day): Membership {
  const average = yearAverageOn(input, rules, on);
  const basis = average !== null ? '年日均' : aum !== null ? '时点' : null;
  const minFen = Math.round(rules.vip.minAum * 100);
  const isMember = (id: string): boolean => {
    if (membershipOn(roster, id, rules, on).exclusion !== null) return false;
    if (input.includesAll) return true;
    const decisive = average?.fenOf(id) ?? fenIn(aum, id);
    return decisive !== null && decisive >= minFen;
  };
  return { basis, average, ids: roster.ids.filter(isMember) };
}

/** The snapshot of the end of the month before asOf; one from an earlier month would not be 较上月. */
function monthBeforeSnapshot({ balances }: BranchInput, asOf: Day): AumSnapshot | null {
  const end = monthEnd(addMonths(asOf, -1));
  const first = dayOf(Number(end.slice(0, 4)), Number(end.slice(5, 7)), 1) ?? end;
  const snapshot = aumSnapshotOn(balances, end);
  return snapshot === null || snapshot.dataDate < first ? null : snapshot;
}

/**
 * The snapshot that holds before the period: of its first day only where the file begins there. Balances that lie before the period all
 * along say nothing of its course.
 */
function openingSnapshot({ balances, period }: BranchInput, aumOn: Day | null): AumSnapshot | null {
  const snapshot = aumSnapshotOn(balances, addDays(period.from, -1)) ?? aumSnapshotOn(balances, period.from);
  return snapshot === null || snapshot.dataDate === aumOn ? null : snapshot;
}

export function sceneOf(input: BranchInput, rules: Rules, asOf: Day): Scene {
  const { customers, accounts, balances, contacts, period } = input;
  const engine = input.engine?.accountsAsCustomers === true ? undefined : input.engine;
  const activities = engine?.activities ?? new Map();
  const roster = rosterOf({ customers, accounts, balances, activities, accountsAsCustomers: false }, asOf);
  const holdings = input.holdings && latestHoldings(input.holdings, asOf);
  const files = { ...input, holdings };
  const assets = assetReader(files, asOf);
  const openingDay = addDays(period.from, -1);
  const openingAum = openingSnapshot(input, assets.aumOn);
  const services = serviceReader({ customers, accounts, holdings: holdings ?? [] }, asOf);
  return {
    input,
    rules,
    asOf,
    openingDay,
    roster,
    engine,
    assets,
    openingAum,
    monthBefore: monthBeforeSnapshot(input, asOf),
    members: membersOn(input, roster, assets.aum, rules, asOf),
    openingMembers: membersOn(input, roster, openingAum, rules, openingDay),
    assigned: assignmentReader(input.assignments, input.employees),
    services,
    productsOf: productReader(files, services, asOf),
    nextMaturityOf: maturityReader(files, asOf),
    contacts: contacts === undefined ? null : contactIndex(contacts, roster),
  };
}
