// The shape of the report behind 总体情况 and 个人贵宾客户基本情况表 (§4.2, §4.3). Plain JSON.
import type { Day } from '../../model/day.js';
import type { Period } from '../../model/period.js';
import type { Problem } from '../../model/problem.js';
import type { Rules } from '../../model/rules.js';
import type { Tier } from '../../model/tier.js';
import type { AssetBand } from './asset-bands.js';
import type { Range } from './average-range.js';
import type { AverageMethod, AverageOrigin } from './customer-average.js';
import type { Service } from './services.js';

/** null in a figure = 未提供. */
export interface PortfolioReport {
  readonly report: 'portfolio';
  readonly asOf: Day;
  readonly period: Period;
  readonly rules: Rules;
  readonly problems: readonly Problem[];
  /** All customers in scope, not only 贵宾. */
  readonly includesAll: boolean;
  /** What decided who is 贵宾; null = nothing could, so that nobody is. */
  readonly basis: '年日均' | '时点' | null;
  /** null = 年日均 is 未提供. */
  readonly average: PortfolioAverage | null;
  /** 数据日期 of the snapshots of asOf, of the beginning of the period, of the month before. */
  readonly aumOn: Day | null;
  readonly openingOn: Day | null;
  readonly monthBeforeOn: Day | null;
  /** Services that some export carries. */
  readonly services: readonly Service[];
  /** Chinese sentences that a reader of the numbers must know. */
  readonly notes: readonly string[];
  /** By manager, then AUM descending, then customerId; empty where the profile shows no customers. */
  readonly customers: readonly PortfolioCustomer[];
  /** By team, then AUM descending, then 工号; 未分配 last, where anybody is. */
  readonly employees: readonly EmployeePortfolio[];
  readonly total: PortfolioFigures;
}

/** `from` and `through` are those of the rule. */
export interface PortfolioAverage extends Range {
  /** How many of the list by each way, best first. */
  readonly uses: readonly AverageUse[];
  /** Customers whose 年日均 is 未提供. */
  readonly unknown: number;
  /** Customers whose 积数 was not used: it is of another period. */
  readonly unfitSums: number;
  /** Customers whose bookings do not lead to their balances, so that these were not rebuilt. */
  readonly unbalanced: number;
}

/** The range begins later than the rule says where no earlier balance is known, and ends earlier where the data does. */
export interface AverageUse extends AverageOrigin {
  readonly customers: number;
}

/** A group of customers; every sum is null as soon as one part is. */
export interface PortfolioFigures {
  /** closing = opening + added − left where these are known. */
  readonly opening: number | null;
  readonly added: number | null;
  readonly left: number | null;
  readonly closing: number;
  /** In the order of `assetBands`. */
  readonly bands: readonly number[] | null;
  /** Of the customers of the end, at the beginning of the period. */
  readonly openingAumFen: number | null;
  readonly aumFen: number | null;
  readonly yearAverageFen: number | null;
  readonly depositFen: number | null;
  readonly wealthFen: number | null;
  readonly fundFen: number | null;
  readonly otherFen: number | null;
  readonly activity: ActivityCounts | null;
  /** Customers with at least one valid contact in the period. */
  readonly contacted: number | null;
  readonly products: number | null;
}

export interface ActivityCounts {
  readonly core: number;
  readonly promising: number;
  readonly basic: number;
  /** 沉寂预警, 一般活跃, 新开未动户 and 无法判定. */
  readonly other: number;
  readonly dormant: number;
}

/** Name and number null = 未分配. */
export interface EmployeePortfolio extends PortfolioFigures {
  readonly employeeNo: string | null;
  readonly employeeName: string | null;
  readonly role: string | null;
  /** A key of `rules.ledger.teams`, 其他岗位 or 未分配. */
  readonly team: string;
}

/** 储蓄存款 … 保险及其他 add up to AUM, unless the export's own parts are more than its AUM. */
export interface Composition {
  readonly depositFen: number | null;
  readonly wealthFen: number | null;
  readonly fundFen: number | null;
  readonly otherFen: number | null;
}

/** A9, H8: percentile ranks among the customers of the list, and their mean. */
export interface Contribution {
  readonly assets: number;
  readonly products: number;
  readonly frequency: number;
  readonly score: number;
}

export interface PortfolioCustomer extends Composition {
  readonly customerId: string;
  /** Masked by the profile, as is the phone. */
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly gender: string | null;
  /** Full years at asOf. */
  readonly age: number | null;
  readonly occupation: string | null;
  readonly band: AssetBand | null;
  readonly tier: Tier | null;
  /** 青年组·投资型. */
  readonly group: string;
  readonly riskLevel: string | null;
  readonly riskExpiresOn: Day | null;
  /** F13: 信贷客户. */
  readonly isCredit: boolean;
  readonly employeeNo: string | null;
  readonly employeeName: string | null;
  readonly managedSince: Day | null;
  readonly aumFen: number | null;
  readonly openingAumFen: number | null;
  readonly yearAverageFen: number | null;
  /** null with the figure itself. */
  readonly yearAverageMethod: AverageMethod | null;
  /** 近似: not from every day of the range. */
  readonly isYearAverageApproximate: boolean | null;
  /** Against the snapshot of the month before. */
  readonly monthChangeFen: number | null;
  readonly loanFen: number | null;
  /** Signed ones. */
  readonly services: readonly Service[];
  /** H1: categories held, of eight. */
  readonly products: readonly string[] | null;
  readonly lastActiveOn: Day | null;
  readonly recencyDays: number | null;
  readonly frequency: number | null;
  readonly amountFen: number | null;
  readonly nextMaturityOn: Day | null;
  readonly isContacted: boolean | null;
  readonly contribution: Contribution | null;
}
