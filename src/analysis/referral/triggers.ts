// What should have been referred: deposits on new accounts (C6) and large ones over the counter (C7).
import type { Activity, Measure } from '../../engine/activity.js';
import { type Day, dayFromSerial, daySerial } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import type { Rules } from '../../model/rules.js';
import type { TxnClass } from '../../model/transaction.js';
import { type AnswerReader, answerReader } from './answers.js';
import { customersById } from './customers-by-id.js';
import { groupBy } from './group-by.js';
import type { ReferralInput } from './input.js';
import type { MissedReferral } from './listed.js';
import { isPrivate, newAccountsOf } from './new-accounts.js';
import { openingReader } from './opening.js';

type Period = Pick<ReferralInput, 'from' | 'through'>;
export type TriggerInput = Pick<ReferralInput, 'accounts' | 'customers' | 'engine' | 'measures'> & Period;

export interface Trigger {
  readonly custNo: string;
  readonly reason: MissedReferral['reason'];
  /** Days on which the customer should have been referred, ascending. */
  readonly days: readonly Day[];
  readonly amountFen: number;
}

/** Money that somebody brings: what the bank books itself (结息, 理财到期) is none. UNKNOWN counts as `txn.unknownAs` says. */
const deposited: readonly TxnClass[] = ['ACTIVE', 'THIRD_PARTY'];

const names = {
  deposits: 'referral.missed.depositsFen',
  first: 'referral.missed.large.first',
  last: 'referral.missed.large.last',
  amount: 'referral.missed.large.amountFen',
} as const;

/** What `missedReferrals` must know of the transactions: deposits per new account, large counter credits per customer. */
export function missedMeasures(
  input: Pick<ReferralInput, 'accounts' | 'customers'> & Period,
  rules: Rules,
  asOf: Day,
): readonly Measure[] {
  const anchors = new Map(newAccountsOf(input, asOf).map(({ acctNo, openDate }) => [acctNo, openDate]));
  const within = { anchors, fromDays: 0, throughDays: rules.ref.newAccountDepositDays };
  const after = input.from === null ? null : dayFromSerial(daySerial(input.from) - 1);
  const large = {
    classes: deposited,
    within: { after, through: lastDay(input, asOf) },
    direction: 'C',
    channel: 'counter',
    minFen: fenFromYuan(rules.ref.largeDeposit),
  } as const;
  return [
    { name: names.deposits, of: 'sum', classes: deposited, within, per: 'account', direction: 'C' },
    { name: names.first, of: 'first', ...large },
    { name: names.last, of: 'last', ...large },
    { name: names.amount, of: 'sum', ...large },
  ];
}

function lastDay({ through }: Period, asOf: Day): Day {
  return through !== undefined && through < asOf ? through : asOf;
}

function isInPeriod(day: Day, period: Period, asOf: Day): boolean {
  return (period.from === null || day >= period.from) && day <= lastDay(period, asOf);
}

/** Whether the transactions tell of any day of the period (§1.12). */
export function coversPeriod({ engine, ...period }: Pick<TriggerInput, 'engine'> & Period, asOf: Day): boolean {
  const coverage = engine?.coverage ?? null;
  return coverage !== null && coverage.from <= lastDay(period, asOf) && coverage.to >= (period.from ?? coverage.to);
}

/** C6, one per customer, from the first account with enough; null = accounts with 开户日期 or transactions by account not provided. */
export function newAccountTriggers(input: TriggerInput, rules: Rules, asOf: Day): readonly Trigger[] | null {
  const { engine, accounts } = input;
  if (engine === undefined || engine.accounts.size === 0 || !coversPeriod(input, asOf)) return null;
  if (!(accounts ?? []).some(({ openDate }) => openDate !== undefined)) return null;
  const read = answerReader(input.measures);
  const min = fenFromYuan(rules.ref.newAccountDeposit);
  const opened = newAccountsOf(input, asOf)
    .filter(({ openDate }) => isInPeriod(openDate, input, asOf))
    .map((account) => ({ ...account, amountFen: read(engine.accounts.get(account.acctNo), names.deposits) ?? 0 }))
    .filter(({ amountFen }) => amountFen >= min);
  return [...groupBy(opened, ({ custNo }) => custNo)].map(([custNo, own]) => {
    const days = own.map(({ openDate }) => openDate).sort();
    // Not added up: the same money may have gone from one new account to the next.
    const amountFen = Math.max(...own.map((account) => account.amountFen));
    return { custNo, reason: '新开户存入', days: days.slice(0, 1), amountFen };
  });
}

/**
 * C7, one per customer with the first and the last such day and all their amounts; those between are not known. Customers
 * opened at most `newAccountDepositDays` before are left to C6. null = transactions of the period not provided, only by account, or
 * without 渠道.
 */
export function largeDepositTriggers(input: TriggerInput, rules: Rules, asOf: Day): readonly Trigger[] | null {
  const { engine } = input;
  if (engine === undefined || engine.accountsAsCustomers || !engine.statesChannel) return null;
  if (!coversPeriod(input, asOf)) return null;
  const customerOf = customersById(input.customers);
  const customerSince = openingReader(input);
  const read = answerReader(input.measures);
  return [...engine.activities].flatMap(([custNo, activity]): readonly Trigger[] => {
    const opened = customerSince(custNo);
    const isExisting = (day: Day) =>
      opened === undefined || daySerial(day) > daySerial(opened) + rules.ref.newAccountDepositDays;
    const days = largeDays(read, activity).filter((day) => isInPeriod(day, input, asOf) && isExisting(day));
    if (days.length === 0 || !isPrivate(customerOf.get(custNo))) return [];
    const amountFen = read(activity, names.amount) ?? 0;
    return [{ custNo, reason: '大额入账', days, amountFen }];
  });
}

function largeDays(read: AnswerReader, activity: Activity): readonly Day[] {
  const [first, last] = [read(activity, names.first), read(activity, names.last)];
  if (first === null || last === null) return [];
  return (first === last ? [first] : [first, last]).map(dayFromSerial);
}
