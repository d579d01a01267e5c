// One row per customer of the sheet.
import type { Day } from '../../model/day.js';
import { maskerFor } from '../../model/masker.js';
import { withoutNumbers } from '../activity-notes.js';
import { assessor, type SegmentInput } from '../assess.js';
import { fenIn } from '../aum.js';
import { groupByCustomer } from '../dormant/by-customer.js';
import { isRunningLoan } from '../dormant/products.js';
import { lastActiveOn } from '../rfm.js';
import { assetBandOf } from './asset-bands.js';
import { ageOn, customerGroup } from './customer-group.js';
import { percentileRanks } from './percentile-ranks.js';
import type { PortfolioCustomer } from './report.js';
import { riskReader } from './risk-level.js';
import type { Scene } from './scene.js';

type ActivityFields = Pick<PortfolioCustomer, 'tier' | 'lastActiveOn' | 'recencyDays' | 'frequency' | 'amountFen'>;

const noActivity: ActivityFields = {
  tier: null,
  lastActiveOn: null,
  recencyDays: null,
  frequency: null,
  amountFen: null,
};

/** Tier, R, F and M of `segment`; nothing of them without transactions. */
function activityFields({ input, engine, roster, assets, rules, asOf }: Scene): (id: string) => ActivityFields {
  if (engine === undefined) return () => noActivity;
  const segmented: SegmentInput = { ...input, engine, previous: undefined, compareTo: undefined };
  const assess = assessor(segmented, roster, assets.aum, rules, { on: asOf, of: 'present' });
  return (id) => {
    const { facts, verdict } = assess(id);
    const { tier, recencyDays } = verdict;
    return {
      tier,
      recencyDays,
      lastActiveOn: lastActiveOn(facts),
      frequency: facts.frequency,
      amountFen: facts.amountFen,
    };
  };
}

function assetFields({ assets, members, openingAum, monthBefore, rules }: Scene, id: string, age: number | null) {
  const aumFen = fenIn(assets.aum, id);
  const before = fenIn(monthBefore, id);
  const average = members.average?.of(id) ?? null;
  return {
    aumFen,
    openingAumFen: fenIn(openingAum, id),
    yearAverageFen: average?.fen ?? null,
    yearAverageMethod: average?.method ?? null,
    isYearAverageApproximate: average?.isApproximate ?? null,
    monthChangeFen: aumFen === null || before === null ? null : aumFen - before,
    ...assets.compositionOf(id),
    loanFen: assets.loanOf(id),
    band: aumFen === null ? null : assetBandOf(aumFen),
    group: customerGroup(age, aumFen, assets.investOf(id), rules),
  };
}

/** F13: the flag of the customer export, or a running loan that is no credit card. */
function creditReader({ input, asOf }: Scene): (id: string, flag: boolean | undefined) => boolean {
  const running = groupByCustomer(
    (input.loans ?? []).filter((loan) => isRunningLoan(loan, asOf) && !/信用卡|贷记卡/.test(loan.loanType ?? '')),
  );
  return (id, flag) => flag === true || running.has(id);
}

function contactReader({ contacts, input, openingDay, asOf }: Scene): (id: string) => boolean | null {
  if (contacts === null) return () => null;
  const through: Day = input.period.through < asOf ? input.period.through : asOf;
  return (id) => contacts.firstOf(id, openingDay, through).firstContactOn !== null;
}

function personReader({ rules, roster, asOf }: Scene) {
  const masker = maskerFor(rules.privacy.profile);
  return (id: string) => {
    const { custName, phone, gender, birthDate, occupation } = roster.customerOf.get(id) ?? {};
    return {
      customerName: masker.name(custName),
      phone: masker.phone(phone),
      gender: gender ?? null,
      age: birthDate === undefined || birthDate > asOf ? null : ageOn(birthDate, asOf),
      occupation: occupation === undefined ? null : withoutNumbers(occupation),
    };
  };
}

/** H8 with equal weights; nobody is ranked where one of the three is not provided. */
function ranked(customers: readonly PortfolioCustomer[]): readonly PortfolioCustomer[] {
  const known = customers.flatMap(({ aumFen, products, frequency }) =>
    aumFen === null || products === null || frequency === null
      ? []
      : [{ aumFen, products: products.length, frequency }],
  );
  if (known.length < customers.length) return customers;
  const assets = percentileRanks(known.map(({ aumFen }) => aumFen));
  const products = percentileRanks(known.map((customer) => customer.products));
  const frequency = percentileRanks(known.map((customer) => customer.frequency));
  return customers.map((customer, place): PortfolioCustomer => {
    const ranks = { assets: assets[place] ?? 0, products: products[place] ?? 0, frequency: frequency[place] ?? 0 };
    return { ...customer, contribution: { ...ranks, score: (ranks.assets + ranks.products + ranks.frequency) / 3 } };
  });
}

/** Managers by number, those without one last; larger AUM first, the unknown last. */
function order(a: PortfolioCustomer, b: PortfolioCustomer): number {
  const [managerA, managerB] = [a, b].map(({ employeeNo, employeeName }) =>
    employeeNo === null && employeeName === null ? '\uffff' : `${employeeNo ?? '\ufffe'} ${employeeName ?? ''}`,
  );
  if (managerA !== managerB) return (managerA ?? '') < (managerB ?? '') ? -1 : 1;
  if (a.aumFen !== b.aumFen) return (b.aumFen ?? -Infinity) - (a.aumFen ?? -Infinity);
  return a.customerId < b.customerId ? -1 : 1;
}

export function portfolioCustomers(scene: Scene): readonly PortfolioCustomer[] {
  const { input, rules, asOf, roster, members, assigned, services, productsOf, nextMaturityOf } = scene;
  const activityOf = activityFields(scene);
  const riskOf = riskReader(input.riskTests, rules, asOf);
  const isCredit = creditReader(scene);
  const isContacted = contactReader(scene);
  const personOf = personReader(scene);
  const customers = members.ids.map((id): PortfolioCustomer => {
    const customer = roster.customerOf.get(id);
    const holder = assigned.holderOn(id, customer, asOf);
    const person = personOf(id);
    return {
      customerId: id,
      ...person,
      ...activityOf(id),
      ...assetFields(scene, id, person.age),
      ...riskOf(id, customer),
      isCredit: isCredit(id, customer?.isCredit),
      employeeNo: holder?.employeeNo ?? null,
      employeeName: holder?.employeeName ?? null,
      managedSince: holder?.since ?? null,
      services: services.of(id),
      products: productsOf(id),
      nextMaturityOn: nextMaturityOf(id),
      isContacted: isContacted(id),
      contribution: null,
    };
  });
  return [...ranked(customers)].sort(order);
}
