// Marks beside a dormant customer (B7, clarification 21): flagged, never removed.
import type { Account } from '../../model/account.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import type { Holding, SignedService } from '../../model/holding.js';
import type { Loan } from '../../model/loan.js';
import type { Rules } from '../../model/rules.js';
import type { WealthSale } from '../../model/wealth-sale.js';
import { groupByCustomer } from './by-customer.js';
import type { DormantInput } from './input.js';
import { isOpenOn } from './open-account.js';
import {
  isRunningLoan,
  isStatedInStock,
  isUnmaturedDeposit,
  isUnmaturedSale,
  isUnmaturedTimeHolding,
  isUnmaturedWealth,
  isWealthHolding,
} from './products.js';

interface FlagFacts {
  readonly asOf: Day;
  readonly customer: Customer | undefined;
  /** Open ones. */
  readonly accounts: readonly Account[];
  readonly holdings: readonly Holding[];
  readonly sales: readonly WealthSale[];
  readonly loans: readonly Loan[];
  readonly balanceFen: number | null;
}

interface FlagRule {
  readonly flag: string;
  readonly holds: (facts: FlagFacts) => boolean;
}

function hasSigned(service: SignedService) {
  return ({ holdings }: FlagFacts) => holdings.some(({ signed }) => signed[service] === true);
}

function hasDeposit({ accounts, holdings, asOf }: FlagFacts): boolean {
  return (
    accounts.some((account) => isUnmaturedDeposit(account, asOf)) ||
    holdings.some((holding) => isUnmaturedTimeHolding(holding, asOf))
  );
}

function hasWealth({ holdings, sales, asOf }: FlagFacts): boolean {
  return (
    holdings.some((holding) => isUnmaturedWealth(holding, asOf)) || sales.some((sale) => isUnmaturedSale(sale, asOf))
  );
}

const fixedRules: readonly FlagRule[] = [
  { flag: '代发户', holds: hasSigned('payroll') },
  { flag: '贷款还款户', holds: ({ loans, asOf }) => loans.some((loan) => isRunningLoan(loan, asOf)) },
  { flag: '三方存管', holds: hasSigned('securitiesCustody') },
  { flag: '未到期定期', holds: hasDeposit },
  { flag: '未到期理财', holds: hasWealth },
  {
    flag: '司法冻结',
    holds: ({ accounts, customer }) =>
      customer?.custStatus === 'frozen' || accounts.some(({ status }) => status === 'frozen'),
  },
  { flag: '持有未到期产品', holds: (facts) => hasDeposit(facts) || hasWealth(facts) },
  { flag: '本行员工', holds: ({ customer }) => customer?.isStaff === true },
  { flag: '零余额', holds: ({ balanceFen }) => balanceFen === 0 },
];

function wordRules(rules: Rules): readonly FlagRule[] {
  return Object.entries(rules.dormant.exemptWords).map(([flag, words]) => ({
    flag,
    holds: ({ accounts, holdings }) => {
      const texts = [
        ...accounts.flatMap(({ acctType, productClass, acctClass }) => [acctType, productClass, acctClass]),
        ...holdings.flatMap(({ productCategory, productName }) => [productCategory, productName]),
      ];
      return texts.some((text) => text !== undefined && words.some((word) => text.includes(word)));
    },
  }));
}

/** Every flag, in the order in which they stand beside a customer. */
export function flagNames(rules: Rules): readonly string[] {
  return [...wordRules(rules), ...fixedRules].map(({ flag }) => flag);
}

/** Of several 数据日期 of one category only the latest on or before asOf: what was redeemed since is no longer listed. */
function latestHoldings(holdings: readonly Holding[], asOf: Day): readonly Holding[] {
  const latest = new Map<string | undefined, Day>();
  for (const { productCategory, dataDate } of holdings) {
    if (dataDate === undefined || dataDate > asOf) continue;
    const known = latest.get(productCategory);
    if (known === undefined || dataDate > known) latest.set(productCategory, dataDate);
  }
  return holdings.filter(
    ({ productCategory, dataDate }) => dataDate === undefined || dataDate === latest.get(productCategory),
  );
}

/** Holdings decide what is in stock; those without any wealth product (signed services, funds) say nothing of a sale that states it. */
function salesInStock({ holdings, wealthSales = [] }: DormantInput): readonly WealthSale[] {
  if (holdings === undefined) return wealthSales;
  return holdings.some(isWealthHolding) ? [] : wealthSales.filter(isStatedInStock);
}

/** Whose flags, seen through which accounts. */
export interface FlagSubject {
  readonly id: string;
  readonly customer: Customer | undefined;
  readonly accounts: readonly Account[];
  readonly balanceFen: number | null;
}

/** Reads the flags of a customer, or of one account where the subject carries only that one; in the order of B7. */
export function flagReader(input: DormantInput, rules: Rules, asOf: Day): (subject: FlagSubject) => readonly string[] {
  const flagRules = [...wordRules(rules), ...fixedRules];
  const holdingsOf = groupByCustomer(latestHoldings(input.holdings ?? [], asOf));
  const salesOf = groupByCustomer(salesInStock(input));
  const loansOf = groupByCustomer(input.loans ?? []);
  return ({ id, customer, accounts, balanceFen }) => {
    const facts: FlagFacts = {
      asOf,
      customer,
      accounts: accounts.filter((account) => isOpenOn(account, asOf)),
      holdings: holdingsOf.get(id) ?? [],
      sales: salesOf.get(id) ?? [],
      loans: loansOf.get(id) ?? [],
      balanceFen,
    };
    return flagRules.flatMap(({ flag, holds }) => (holds(facts) ? [flag] : []));
  };
}
