// What a success is (`ref.successDef`, C1, C10, C19), and what takes it away (§5.6).
import { addDays, type Day, monthEnd } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import type { Referral } from '../../model/referral.js';
import type { Rules } from '../../model/rules.js';
import { type DatedAum, datedAum } from '../dated-aum.js';
import { isFailure } from './attribution.js';
import { cancellationReader } from './cancellation.js';
import type { ReferralInput } from './input.js';
import { openingReader } from './opening.js';

/** On or before asOf. */
export interface Outcome {
  readonly on: Day | null;
  /** 已成交 without a date: a success, but nobody knows after how many days. */
  readonly isUndated: boolean;
  /** Taken away by 退回, 撤单 or 赎回. */
  readonly isCancelled: boolean;
}

export type SuccessReader = (row: Referral, customerId: string | null) => Outcome;

const none: Outcome = { on: null, isUndated: false, isCancelled: false };

function dated(on: Day | undefined, asOf: Day): Outcome {
  return on === undefined || on > asOf ? none : { ...none, on };
}

function dealReader(input: ReferralInput, rules: Rules, asOf: Day): SuccessReader {
  const isCancelled = cancellationReader(input, rules, asOf);
  return (row, customerId) => {
    const { dealDate, registeredAt, status } = row;
    if (dealDate === undefined) return status === '已成交' ? { ...none, isUndated: true } : none;
    if (dealDate < registeredAt.day || status === '未成交') return none;
    return isFailure(row) || isCancelled(row, customerId) ? { ...none, isCancelled: true } : dated(dealDate, asOf);
  };
}

function openedReader(input: ReferralInput, _rules: Rules, asOf: Day): SuccessReader {
  const openedOn = openingReader(input);
  return ({ registeredAt }, customerId) => {
    const opened = customerId === null ? undefined : openedOn(customerId);
    return dated(opened !== undefined && opened >= registeredAt.day ? opened : undefined, asOf);
  };
}

/** The first month end from registration on with a snapshot of that very day and enough in it. */
export function qualifiedOn(aum: DatedAum, customerId: string, from: Day, thresholdFen: number): Day | undefined {
  return aum.dates.find(
    (date) => date >= from && date === monthEnd(date) && (aum.on(customerId, date) ?? 0) >= thresholdFen,
  );
}

function qualifiedReader(input: ReferralInput, rules: Rules, asOf: Day): SuccessReader {
  const aum = datedAum(input.balances);
  const thresholdFen = fenFromYuan(rules.ref.qualifyAum);
  return ({ registeredAt }, customerId) =>
    dated(customerId === null ? undefined : qualifiedOn(aum, customerId, registeredAt.day, thresholdFen), asOf);
}

function aumUpReader(input: ReferralInput, rules: Rules, asOf: Day): SuccessReader {
  const aum = datedAum(input.balances);
  return ({ receivedAt, aumAtReceiptFen, aumGainFen }, customerId) => {
    if (receivedAt === undefined) return none;
    const on = addDays(receivedAt.day, rules.ref.aumUpDays);
    const later = aum.latest(on);
    if (customerId === null || later === undefined || later <= receivedAt.day)
      return dated((aumGainFen ?? 0) > 0 ? on : undefined, asOf);
    const start = aum.latest(receivedAt.day);
    const before = aumAtReceiptFen ?? (start === undefined ? undefined : aum.on(customerId, start));
    const after = aum.on(customerId, later);
    const isUp = before !== undefined && before !== null && after !== null && after > before;
    return dated(isUp ? on : undefined, asOf);
  };
}

const definitions: Readonly<
  Record<Rules['ref']['successDef'], (input: ReferralInput, rules: Rules, asOf: Day) => SuccessReader>
> = { deal: dealReader, opened: openedReader, qualified: qualifiedReader, aumUp: aumUpReader };

/** Reads the success of a row as of asOf, at any age. A deal before the registration is an error of the register, not a success. */
export function successReader(input: ReferralInput, rules: Rules, asOf: Day): SuccessReader {
  return definitions[rules.ref.successDef](input, rules, asOf);
}
