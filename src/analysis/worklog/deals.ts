// 产品销售情况: what counts as a deal of each category, and whose it is.
import type { Day } from '../../model/day.js';
import { fundOrdersOf, orderDay } from '../sales/fund-orders.js';
import { isUndone } from '../sales/undone.js';
import type { SalesCategory } from './report.js';
import type { Doer, LogScene } from './scene.js';

export interface Deal {
  readonly on: Day;
  readonly by: Doer;
  readonly amountFen: number;
}

interface DealSource {
  readonly unit: 'fen' | 'pieces';
  /** undefined = no export tells. */
  readonly deals: (scene: LogScene) => readonly Deal[] | undefined;
}

const bought = new Set(['认购', '申购', '认购确认']);
const lostStates = new Set(['未成交', '退回', '失效']);

function wealthDeals({ input }: LogScene): readonly Deal[] | undefined {
  return input.wealthSales
    ?.filter(({ status }) => !isUndone(status))
    .map(({ tradeDate, salesNo, salesName, custNo, amountFen }) => ({
      on: tradeDate,
      by: { no: salesNo, name: salesName, custNo },
      amountFen,
    }));
}

function fundDeals({ input, asOf }: LogScene): readonly Deal[] | undefined {
  if (input.fundTransactions === undefined) return undefined;
  const { orders } = fundOrdersOf(input.fundTransactions, asOf);
  return orders.flatMap((order) => {
    const on = orderDay(order);
    if (on === undefined || isUndone(order.status) || !bought.has(order.business)) return [];
    const amountFen = order.confirmedFen ?? order.appliedFen ?? 0;
    return [{ on, by: { no: order.managerNo, name: order.managerName, custNo: order.custNo }, amountFen }];
  });
}

/** Only where holdings say when they were bought. */
function heldDeals(words: RegExp): DealSource['deals'] {
  return ({ input }) => {
    if (input.holdings?.some(({ buyDate }) => buyDate !== undefined) !== true) return undefined;
    return input.holdings.flatMap(({ productCategory = '', buyDate, custNo, amountFen = 0 }) =>
      buyDate === undefined || !words.test(productCategory) ? [] : [{ on: buyDate, by: { custNo }, amountFen }],
    );
  };
}

function loanDeals({ input }: LogScene): readonly Deal[] | undefined {
  return input.loans?.flatMap(({ grantDate, custNo, amountFen = 0 }) =>
    grantDate === undefined ? [] : [{ on: grantDate, by: { custNo }, amountFen }],
  );
}

/** Whoever referred has the success; the receiver's sale stands in its own category. */
function referralDeals({ input }: LogScene): readonly Deal[] | undefined {
  return input.referrals?.flatMap(({ dealDate, status = '', referrerNo, referrerName, dealFen = 0 }) =>
    dealDate === undefined || lostStates.has(status)
      ? []
      : [{ on: dealDate, by: { no: referrerNo, name: referrerName }, amountFen: dealFen }],
  );
}

const nothing = () => undefined;

/** 储蓄存款净增 is no deal: it is read from snapshots. */
export const dealSources: Readonly<Record<Exclude<SalesCategory, '储蓄存款净增'>, DealSource>> = {
  理财: { unit: 'fen', deals: wealthDeals },
  基金: { unit: 'fen', deals: fundDeals },
  保险: { unit: 'fen', deals: heldDeals(/保险|年金|寿险/) },
  贵金属: { unit: 'fen', deals: heldDeals(/贵金属|黄金|积存金/) },
  贷款: { unit: 'fen', deals: loanDeals },
  信用卡: { unit: 'pieces', deals: nothing },
  电子渠道签约: { unit: 'pieces', deals: nothing },
  成功转介: { unit: 'pieces', deals: referralDeals },
};
