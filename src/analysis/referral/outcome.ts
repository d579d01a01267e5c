// What a success is (`ref.successDef`, C1, C10, C19), and what takes it away (§5.6).
import { addDays, type Day, daysBetween } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import type { Referral } from '../../model/referral.js';
import type { Rules } from '../../model/rules.js';
import { datedAum } from '../dated-aum.js';
import { isFailure } from './attribution.js';
import { cancellationReader } from './cancellation.js';
import { type ReferralInput, registerOf } from './input.js';
import { monthEndAum } from './month-ends.js';
import { openingReader, tellsOpenings } from './opening.js';

/** On or before asOf. */
export interface Outcome {
  readonly on: Day | null;
  /** 已成交 without a date: a success, but nobody knows after how many days. */
  readonly isUndated: boolean;
  /** Taken away by 退回, 撤单 or 赎回. */
  readonly isCancelled: boolean;
}

/** null = no file can tell. Whether it can does not hang on what it tells, so that rates of the others are not biased. */
export type SuccessReader = (row: Referral, customerId: string | null) => Outcome | null;

const none: Outcome = { on: null, isUndated: false, isCancelled: false };
const unknown: SuccessReader = () => null;

function dated(on: Day | undefined, asOf: Day): Outcome {
  return on === undefined || on > asOf ? none : { ...none, on };
}

function dealReader(input: ReferralInput, rules: Rules, asOf: Day): SuccessReader {
  const isRecorded = registerOf(input).some(({ dealDate, status }) => (dealDate ?? status) !== undefined);
  if (!isRecorded) return unknown;
  const isCancelled = cancellationReader(input, rules, asOf);
  return (row, customerId) => {
    const { dealDate, registeredAt, status } = row;
    if (dealDate === undefined) return status === '已成交' ? { ...none, isUndated: true } : none;
    if (dealDate < registeredAt.day || status === '未成交') return none;
    return isFailure(row) || isCancelled(row, customerId) ? { ...none, isCancelled: true } : dated(dealDate, asOf);
  };
}

function openedReader(input: ReferralInput, _rules: Rules, asOf: Day): SuccessReader {
  if (!tellsOpenings(input)) return unknown;
  const openedOn = openingReader(input);
  return ({ registeredAt }, customerId) => {
    const opened = customerId === null ? undefined : openedOn(customerId);
    return dated(opened !== undefined && opened >= registeredAt.day ? opened : undefined, asOf);
  };
}

function qualifiedReader(input: ReferralInput, { ref }: Rules, asOf: Day): SuccessReader {
  const aum = datedAum(input.balances);
  const thresholdFen = fenFromYuan(ref.qualifyAum);
  return ({ registeredAt: { day } }, customerId) => {
    const aumWithin = (days: number) => monthEndAum(aum, customerId, [day, days, asOf], thresholdFen);
    if (!aumWithin(ref.successDays).isCovered) return null;
    return dated(aumWithin(daysBetween(day, asOf)).reachedOn, asOf);
  };
}

/** Whether the register, or snapshots before and after, say if AUM went up; true while the days are still running. */
function aumUpTest(input: ReferralInput, { ref }: Rules, asOf: Day): (row: Referral) => boolean {
  const aum = datedAum(input.balances);
  return ({ receivedAt, aumAtReceiptFen, aumGainFen }) => {
    if (receivedAt === undefined || aumGainFen !== undefined) return true;
    const on = addDays(receivedAt.day, ref.aumUpDays);
    const [start, later] = [aum.latest(receivedAt.day), aum.latest(on)];
    const hasLater = later !== undefined && later > receivedAt.day;
    return on > asOf || (hasLater && (aumAtReceiptFen !== undefined || start !== undefined));
  };
}

function aumUpReader(input: ReferralInput, rules: Rules, asOf: Day): SuccessReader {
  const aum = datedAum(input.balances);
  const isTold = aumUpTest(input, rules, asOf);
  const received = registerOf(input).filter(({ receivedAt }) => receivedAt !== undefined);
  // Those who were never received have failed: without any of the others they would make the rate 0.
  if (!received.some(isTold)) return unknown;
  return (row, customerId) => {
    const { receivedAt, aumAtReceiptFen, aumGainFen } = row;
    if (receivedAt === undefined) return none;
    if (!isTold(row)) return null;
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
