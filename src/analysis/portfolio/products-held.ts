// The product categories of H1 that a customer holds, and the next day on which one of them matures.
import type { Account } from '../../model/account.js';
import type { Balance } from '../../model/balance.js';
import type { Day } from '../../model/day.js';
import type { Fen } from '../../model/fen.js';
import type { Holding } from '../../model/holding.js';
import type { Loan } from '../../model/loan.js';
import type { WealthSale } from '../../model/wealth-sale.js';
import { fenIn, snapshotOn } from '../aum.js';
import { groupByCustomer } from '../dormant/by-customer.js';
import { isOpenOn } from '../dormant/open-account.js';
import { isRunningLoan, isUnmaturedDeposit, isUnmaturedSale } from '../dormant/products.js';
import { isTimeDeposit } from '../time-deposit.js';
import { holdingText, isHeldOn } from './held.js';
import type { ServiceReader } from './services.js';

interface Category {
  readonly name: string;
  readonly words: RegExp;
  /** Its column of the snapshot. */
  readonly figureOf?: (balance: Balance) => Fen | undefined;
}

/** A demand account or a debit card is no product (H1). */
const categories: readonly Category[] = [
  { name: '存款', words: /定期|存单|整存|零存|通知存款|结构性/, figureOf: ({ timeFen }) => timeFen },
  { name: '理财', words: /理财/, figureOf: ({ wealthFen }) => wealthFen },
  { name: '基金', words: /基金/, figureOf: ({ fundFen }) => fundFen },
  { name: '保险', words: /保险/, figureOf: ({ insuranceFen }) => insuranceFen },
  { name: '贵金属', words: /贵金属|黄金|积存|白银/, figureOf: ({ metalFen }) => metalFen },
  { name: '贷款', words: /贷款|按揭/, figureOf: ({ loanFen }) => loanFen },
  { name: '信用卡', words: /信用卡|贷记卡/ },
  { name: '电子渠道', words: /手机银行|网上银行|网银/ },
];

export interface ProductFiles {
  readonly accounts: readonly Account[] | undefined;
  readonly balances: readonly Balance[] | undefined;
  /** Only the latest 数据日期; undefined = not provided. */
  readonly holdings: readonly Holding[] | undefined;
  readonly wealthSales: readonly WealthSale[] | undefined;
  readonly loans: readonly Loan[] | undefined;
}

interface Stock {
  readonly accounts: readonly Account[];
  readonly holdings: readonly Holding[];
  /** Only where no holdings tell what is still in stock. */
  readonly sales: readonly WealthSale[];
  readonly loans: readonly Loan[];
}

function stockReader(files: ProductFiles, asOf: Day): (id: string) => Stock {
  const accounts = groupByCustomer((files.accounts ?? []).filter((account) => isOpenOn(account, asOf)));
  const holdings = groupByCustomer((files.holdings ?? []).filter((holding) => isHeldOn(holding, asOf)));
  const unsettled = files.holdings === undefined ? (files.wealthSales ?? []) : [];
  const sales = groupByCustomer(unsettled.filter((sale) => isUnmaturedSale(sale, asOf)));
  const loans = groupByCustomer((files.loans ?? []).filter((loan) => isRunningLoan(loan, asOf)));
  return (id) => ({
    accounts: accounts.get(id) ?? [],
    holdings: holdings.get(id) ?? [],
    sales: sales.get(id) ?? [],
    loans: loans.get(id) ?? [],
  });
}

/** Reads the categories held, in the order of H1; null = no export says anything of products. */
export function productReader(
  files: ProductFiles,
  services: ServiceReader,
  asOf: Day,
): (id: string) => readonly string[] | null {
  const stockOf = stockReader(files, asOf);
  const figures = categories.map(({ figureOf }) => figureOf && snapshotOn(files.balances, asOf, figureOf));
  const isTold = files.holdings !== undefined || figures.some((snapshot) => snapshot) || services.known.length > 0;
  if (!isTold) return () => null;
  return (id) => {
    const { accounts, holdings, sales, loans } = stockOf(id);
    const signed = services.of(id);
    const also: Readonly<Record<string, boolean>> = {
      存款: accounts.some(isTimeDeposit),
      理财: sales.length > 0,
      贷款: loans.length > 0,
      信用卡: signed.includes('信用卡'),
      电子渠道: signed.includes('手机银行') || signed.includes('网上银行'),
    };
    const isHeld = ({ name, words }: Category, place: number): boolean =>
      also[name] === true ||
      (fenIn(figures[place] ?? null, id) ?? 0) > 0 ||
      holdings.some((holding) => holding.productCategory !== undefined && words.test(holdingText(holding)));
    return categories.filter(isHeld).map(({ name }) => name);
  };
}

/** The first day after asOf on which a time deposit, a holding or a sold wealth product matures; null = none. */
export function maturityReader(files: ProductFiles, asOf: Day): (id: string) => Day | null {
  const stockOf = stockReader(files, asOf);
  return (id) => {
    const { accounts, holdings, sales } = stockOf(id);
    const due = [...accounts.filter((account) => isUnmaturedDeposit(account, asOf)), ...holdings, ...sales];
    const days = due.flatMap(({ maturityDate }) =>
      maturityDate !== undefined && maturityDate > asOf ? [maturityDate] : [],
    );
    return days.sort()[0] ?? null;
  };
}
