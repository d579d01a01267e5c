// One row per employee (§4.2): the same customers, added up.
import type { Employee } from '../../model/employee.js';
import type { Rules } from '../../model/rules.js';
import type { Tier } from '../../model/tier.js';
import { assetBands } from './asset-bands.js';
import { type Manager, managerKey, unassignedKey } from './assigned.js';
import type { ActivityCounts, EmployeePortfolio, PortfolioCustomer, PortfolioFigures } from './report.js';
import type { Scene } from './scene.js';
import { openingManagers, type Turnover, type TurnoverInput, turnoverReader } from './turnover.js';

type Figure = (customer: PortfolioCustomer) => number | null;

function sumOf(customers: readonly PortfolioCustomer[], figure: Figure): number | null {
  let sum = 0;
  for (const customer of customers) {
    const part = figure(customer);
    if (part === null) return null;
    sum += part;
  }
  return sum;
}

const activityOf: Readonly<Record<Tier, keyof ActivityCounts>> = {
  核心客户: 'core',
  潜力客户: 'promising',
  基础客户: 'basic',
  睡眠客户: 'dormant',
  沉寂预警: 'other',
  一般活跃: 'other',
  新开未动户: 'other',
  无法判定: 'other',
};

function activityCounts(customers: readonly PortfolioCustomer[]): ActivityCounts | null {
  const counts = { core: 0, promising: 0, basic: 0, other: 0, dormant: 0 };
  for (const { tier } of customers) {
    if (tier === null) return null;
    counts[activityOf[tier]] += 1;
  }
  return counts;
}

function bandCounts(customers: readonly PortfolioCustomer[]): readonly number[] | null {
  if (customers.some(({ band }) => band === null)) return null;
  return assetBands.map((band) => customers.filter((customer) => customer.band === band).length);
}

/** Sums of customers; who has none has 0 of what is provided, and 未提供 of what is not. */
function figuresOf(own: readonly PortfolioCustomer[], all: readonly PortfolioCustomer[], turnover: Turnover) {
  const sum = (figure: Figure) => (own.length === 0 && sumOf(all, figure) === null ? null : sumOf(own, figure));
  const isJudged = own.length > 0 || all.every(({ tier }) => tier !== null);
  return {
    ...turnover,
    closing: own.length,
    bands: own.length > 0 || all.every(({ band }) => band !== null) ? bandCounts(own) : null,
    openingAumFen: sum(({ openingAumFen }) => openingAumFen),
    aumFen: sum(({ aumFen }) => aumFen),
    yearAverageFen: sum(({ yearAverageFen }) => yearAverageFen),
    depositFen: sum(({ depositFen }) => depositFen),
    wealthFen: sum(({ wealthFen }) => wealthFen),
    fundFen: sum(({ fundFen }) => fundFen),
    otherFen: sum(({ otherFen }) => otherFen),
    activity: isJudged ? activityCounts(own) : null,
    contacted: sum(({ isContacted }) => (isContacted === null ? null : Number(isContacted))),
    products: sum(({ products }) => products?.length ?? null),
  } satisfies PortfolioFigures;
}

const unassignedTeam = '未分配';
const otherTeam = '其他岗位';

/** F14; the last place is of those without a manager. */
function teamOf(role: string | null, { ledger }: Rules): string {
  if (role === null) return otherTeam;
  return Object.entries(ledger.teams).find(([, roles]) => roles.includes(role))?.[0] ?? otherTeam;
}

function order({ ledger }: Rules): (a: EmployeePortfolio, b: EmployeePortfolio) => number {
  const teams = [...Object.keys(ledger.teams), otherTeam, unassignedTeam];
  const nameOf = ({ employeeNo, employeeName }: EmployeePortfolio) => `${employeeNo ?? '\uffff'} ${employeeName ?? ''}`;
  return (a, b) => {
    if (a.team !== b.team) return teams.indexOf(a.team) - teams.indexOf(b.team);
    if (a.aumFen !== b.aumFen) return (b.aumFen ?? -Infinity) - (a.aumFen ?? -Infinity);
    return nameOf(a) < nameOf(b) ? -1 : 1;
  };
}

function sumOfTurnovers(turnovers: readonly Turnover[]): Turnover {
  const total = (figure: keyof Turnover): number | null =>
    turnovers.reduce<number | null>((sum, one) => {
      const part = one[figure];
      return sum === null || part === null ? null : sum + part;
    }, 0);
  return { opening: total('opening'), added: total('added'), left: total('left') };
}

interface Portfolio {
  readonly name: string | null;
  readonly no: string | null;
  readonly own: PortfolioCustomer[];
}

function turnoverInput(scene: Scene): TurnoverInput {
  const { input, roster, assigned, asOf, openingDay, members, openingMembers } = scene;
  return {
    assignments: input.assignments,
    reader: assigned,
    customerOf: roster.customerOf,
    openingIds: input.includesAll || openingMembers.basis !== null ? openingMembers.ids : null,
    closingIds: members.ids,
    openingDay,
    asOf,
  };
}

/** By `Manager.key`: staff of the teams who are present, and whoever else has or had customers. */
function portfolios(
  { rules }: Scene,
  staffOf: ReadonlyMap<string, Employee>,
  customers: readonly PortfolioCustomer[],
  before: readonly Manager[],
): ReadonlyMap<string, Portfolio> {
  const all = new Map<string, Portfolio>();
  const portfolioOf = (key: string, no: string | null, name: string | null): Portfolio => {
    const known = all.get(key) ?? { no, name, own: [] };
    all.set(key, known);
    return known;
  };
  for (const [key, { empName, empNo, role, isPresent }] of staffOf) {
    if (isPresent !== false && teamOf(role ?? null, rules) !== otherTeam) portfolioOf(key, empNo, empName);
  }
  for (const { key, employeeNo, employeeName } of before) portfolioOf(key, employeeNo, employeeName);
  for (const customer of customers) {
    const { employeeNo, employeeName } = customer;
    portfolioOf(managerKey(employeeNo, employeeName), employeeNo, employeeName).own.push(customer);
  }
  return all;
}

export interface EmployeeFigures {
  readonly employees: readonly EmployeePortfolio[];
  readonly total: PortfolioFigures;
}

/** Every customer is with exactly one employee or 未分配, so that the rows add up to the total. */
export function employeeFigures(scene: Scene, customers: readonly PortfolioCustomer[]): EmployeeFigures {
  const { input, rules, assigned } = scene;
  const turnovers = turnoverInput(scene);
  const turnoverOf = turnoverReader(turnovers);
  const staffOf = new Map((input.employees ?? []).map((employee) => [assigned.managerOf(employee).key, employee]));
  const all = portfolios(scene, staffOf, customers, openingManagers(turnovers));
  const employees = [...all].map(([key, { name, no, own }]): EmployeePortfolio => {
    const role = staffOf.get(key)?.role ?? null;
    const team = key === unassignedKey ? unassignedTeam : teamOf(role, rules);
    return { employeeNo: no, employeeName: name, role, team, ...figuresOf(own, customers, turnoverOf(key)) };
  });
  const unassignedBefore = turnoverOf(unassignedKey);
  if (!all.has(unassignedKey) && (unassignedBefore.opening ?? 0) > 0) {
    const nobody = { employeeNo: null, employeeName: null, role: null, team: unassignedTeam };
    employees.push({ ...nobody, ...figuresOf([], customers, unassignedBefore) });
  }
  return {
    employees: employees.sort(order(rules)),
    total: figuresOf(customers, customers, sumOfTurnovers(employees)),
  };
}
