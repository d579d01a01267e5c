// 到期: products of customers with their last day (D2).
import type { Day } from '../../model/day.js';
import { maskText } from '../../model/mask-text.js';
import { isOpenOn } from '../dormant/open-account.js';
import { endedWords } from '../ended-product.js';
import { latestHoldings } from '../portfolio/held.js';
import { isUndone } from '../sales/undone.js';
import { isTimeDeposit } from '../time-deposit.js';
import type { LogScene } from './scene.js';

export interface Maturity {
  readonly custNo: string;
  readonly on: Day;
  /** What matures, in words of the trade. */
  readonly about: string;
}

const depositWords = /定期|整存|零存|存单|通知存款/;

function depositsOf({ input, asOf }: LogScene): readonly Maturity[] {
  return (input.accounts ?? []).flatMap((account) => {
    const { custNo, maturityDate, balanceFen, autoRenew } = account;
    if (maturityDate === undefined || balanceFen === 0 || !isOpenOn(account, asOf) || !isTimeDeposit(account))
      return [];
    return [{ custNo, on: maturityDate, about: autoRenew === true ? '定期存款（自动转存）' : '定期存款' }];
  });
}

/** Deposits among the holdings are left to the account export, where there is one. */
function holdingsOf({ input, asOf }: LogScene): readonly Maturity[] {
  return latestHoldings(input.holdings ?? [], asOf).flatMap(
    ({ custNo, maturityDate, amountFen, status = '', productCategory, productName }) => {
      const words = productCategory ?? productName ?? '产品';
      const isCounted = input.accounts !== undefined && depositWords.test(words);
      if (maturityDate === undefined || amountFen === 0 || endedWords.test(status) || isCounted) return [];
      return [{ custNo, on: maturityDate, about: maskText(words) }];
    },
  );
}

/** Only where no holdings tell what is still in stock. */
function salesOf({ input, asOf }: LogScene): readonly Maturity[] {
  if (input.holdings !== undefined) return [];
  return (input.wealthSales ?? []).flatMap(({ custNo, tradeDate, maturityDate, status = '' }) =>
    maturityDate === undefined || tradeDate > asOf || endedWords.test(status) || isUndone(status)
      ? []
      : [{ custNo, on: maturityDate, about: '理财' }],
  );
}

function loansOf({ input }: LogScene): readonly Maturity[] {
  return (input.loans ?? []).flatMap(({ custNo, maturityDate, settleDate, balanceFen, status }) =>
    maturityDate === undefined || settleDate !== undefined || balanceFen === 0 || status === '结清'
      ? []
      : [{ custNo, on: maturityDate, about: '贷款' }],
  );
}

/** undefined = no export tells. What ended by asOf is not there any more, even for the days before. */
export function maturitiesOf(scene: LogScene): readonly Maturity[] | undefined {
  const { accounts, holdings, wealthSales, loans } = scene.input;
  if ([accounts, holdings, wealthSales, loans].every((records) => records === undefined)) return undefined;
  return [...depositsOf(scene), ...holdingsOf(scene), ...salesOf(scene), ...loansOf(scene)];
}
