// 已开通产品 (§4.3, W–AD): which services a customer has, from whichever export carries them.
import type { Account } from '../../model/account.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import type { Holding, SignedService } from '../../model/holding.js';
import { groupByCustomer } from '../dormant/by-customer.js';
import { isOpenOn } from '../dormant/open-account.js';
import { isHeldOn } from './held.js';

export const services = [
  '借记卡',
  '手机银行',
  '网上银行',
  '短信通知',
  '信用卡',
  '代发工资',
  '三方存管',
  '快捷支付',
] as const;
export type Service = (typeof services)[number];

interface Evidence {
  /** The flag of 产品持有. */
  readonly signed?: SignedService;
  /** How products, account kinds and 持有产品 of the customer export call it. */
  readonly words: RegExp;
}

const evidence: Readonly<Record<Service, Evidence>> = {
  借记卡: { words: /借记卡|储蓄卡|银行卡|理财卡/ },
  手机银行: { signed: 'mobileBanking', words: /手机银行|掌上银行/ },
  网上银行: { signed: 'onlineBanking', words: /网上银行|网银/ },
  短信通知: { signed: 'smsNotice', words: /短信/ },
  信用卡: { signed: 'creditCard', words: /信用卡|贷记卡/ },
  代发工资: { signed: 'payroll', words: /代发/ },
  三方存管: { signed: 'securitiesCustody', words: /三方存管|第三方存管|银证/ },
  快捷支付: { signed: 'quickPayment', words: /快捷支付/ },
};

export interface ServiceReader {
  /** Those that some export carries, in the order of `services`. */
  readonly known: readonly Service[];
  /** Those of one customer. */
  readonly of: (id: string) => readonly Service[];
}

interface ServiceFiles {
  readonly customers: readonly Customer[] | undefined;
  readonly accounts: readonly Account[] | undefined;
  /** Only the latest 数据日期. */
  readonly holdings: readonly Holding[];
}

interface Witness {
  readonly custNo: string;
  readonly has: (service: Service) => boolean | undefined;
}

function holdingWitness(holding: Holding, asOf: Day): Witness {
  const text = `${holding.productCategory ?? ''} ${holding.productName ?? ''}`;
  return {
    custNo: holding.custNo,
    has(service) {
      const { signed, words } = evidence[service];
      const flag = signed === undefined ? undefined : holding.signed[signed];
      if (!words.test(text)) return flag;
      return flag === true || (holding.signed.product !== false && isHeldOn(holding, asOf));
    },
  };
}

function textWitness(custNo: string, text: string, isValid: boolean): Witness {
  return { custNo, has: (service) => (evidence[service].words.test(text) ? isValid : undefined) };
}

function witnesses({ customers, accounts, holdings }: ServiceFiles, asOf: Day): readonly Witness[] {
  return [
    ...holdings.map((holding) => holdingWitness(holding, asOf)),
    ...(accounts ?? []).map((account) =>
      textWitness(
        account.custNo,
        `${account.acctType ?? ''} ${account.productClass ?? ''} ${account.acctClass ?? ''}`,
        isOpenOn(account, asOf),
      ),
    ),
    ...(customers ?? []).map(({ custNo, productsHeld = '' }) => textWitness(custNo, productsHeld, true)),
  ];
}

/** A service that no export mentions at all is not known; a customer whom none mentions beside a known one does not have it. */
export function serviceReader(files: ServiceFiles, asOf: Day): ServiceReader {
  const all = witnesses(files, asOf);
  const ofCustomer = groupByCustomer(all);
  const known = services.filter((service) => all.some(({ has }) => has(service) !== undefined));
  return {
    known,
    of: (id) => known.filter((service) => ofCustomer.get(id)?.some(({ has }) => has(service) === true) === true),
  };
}
