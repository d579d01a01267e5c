// New customers who came with a referral (C16).
import { isCorporate } from '../../model/corporate.js';
import type { Day } from '../../model/day.js';
import { type Episode, isCounted } from './episode.js';
import type { ReferralInput } from './input.js';
import { tellsOpenings } from './opening.js';
import type { ReferralSummary } from './report.js';

/** 户 = customers, each once, opened on or before asOf; null without days of opening or a customer export, which alone knows who is 对公. */
export function openedAccounts(
  episodes: readonly Episode[],
  { customers, accounts }: Pick<ReferralInput, 'customers' | 'accounts'>,
  asOf: Day,
): ReferralSummary['opened'] {
  if (customers === undefined || !tellsOpenings({ customers, accounts })) return null;
  const referred = new Set(
    episodes.filter((episode) => isCounted(episode) && episode.customerType === '新客户').map((one) => one.customerId),
  );
  const opened = new Map(
    customers
      .filter(({ custNo, openDate }) => referred.has(custNo) && (openDate === undefined || openDate <= asOf))
      .map(({ custNo, custType, idType }) => [custNo, isCorporate(custType, idType)]),
  );
  const corporate = [...opened.values()].filter((isOne) => isOne).length;
  return { personal: opened.size - corporate, corporate };
}
