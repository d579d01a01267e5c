// What referred customers' assets gained since they were received (C16).
import { isCorporate } from '../../model/corporate.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import { datedAum } from '../dated-aum.js';
import { aumReader } from './assets.js';
import { type Episode, isCounted } from './episode.js';
import { isReceived } from './funnel.js';
import type { ReferralInput } from './input.js';
import { byRegistration } from './order.js';
import type { UpliftFigures } from './report.js';

export interface Uplift {
  /** Retail customers only, each once, from their first referral with a day of receipt or a success. */
  readonly figures: UpliftFigures;
  /** The register's 接收时AUM, else the snapshot of the day of receipt; null = neither received nor successful, or not known. */
  receiptFen(episode: Episode): number | null;
  /** On asOf; null = no snapshot since the day of receipt, or none at all. */
  presentFen(episode: Episode): number | null;
}

type UpliftInput = Pick<ReferralInput, 'balances' | 'customers'> &
  Partial<Pick<ReferralInput, 'register' | 'referrals'>>;

/** A success without 接收时间 is measured from its registration. */
export function upliftOf(episodes: readonly Episode[], input: UpliftInput, asOf: Day): Uplift {
  const aum = aumReader(input);
  const latest = datedAum(input.balances).latest(asOf);
  const presentFen = (episode: Episode): number | null => {
    const [{ customerId }, since] = [episode, receiptDay(episode, asOf)];
    // The same snapshot on both days would tell of a gain of 0 that nobody has seen.
    const isOld = latest !== asOf && since !== null && latest !== undefined && latest <= since;
    return customerId === null || isOld ? null : aum(customerId, asOf);
  };
  const receiptFen = (episode: Episode): number | null => {
    const on = receiptDay(episode, asOf);
    if (on === null) return null;
    if (episode.row.aumAtReceiptFen !== undefined) return episode.row.aumAtReceiptFen;
    return episode.customerId === null ? null : aum(episode.customerId, on);
  };
  return { figures: figuresOf(episodes, input, asOf, { receiptFen, presentFen }), receiptFen, presentFen };
}

/** null = neither received nor successful until asOf. */
function receiptDay({ row, successOn, registeredAt }: Episode, asOf: Day): Day | null {
  const { receivedAt } = row;
  if (receivedAt !== undefined && receivedAt.day <= asOf) return receivedAt.day;
  return successOn === null ? null : registeredAt.day;
}

/** Received private customers, each with the first referral whose day of receipt is known, else the first. */
function receivedCustomers(
  counted: readonly Episode[],
  customers: readonly Customer[] | undefined,
  asOf: Day,
): readonly Episode[] {
  const corporate = new Set(
    (customers ?? []).filter(({ custType, idType }) => isCorporate(custType, idType)).map(({ custNo }) => custNo),
  );
  const firstOf = new Map<string, Episode>();
  for (const episode of counted.filter(isReceived).sort(byRegistration)) {
    const { customerId } = episode;
    if (customerId === null || corporate.has(customerId)) continue;
    const known = firstOf.get(customerId);
    if (known === undefined || receiptDay(known, asOf) === null) firstOf.set(customerId, episode);
  }
  return [...firstOf.values()];
}

function figuresOf(
  episodes: readonly Episode[],
  { balances, customers, register, referrals }: UpliftInput,
  asOf: Day,
  { receiptFen, presentFen }: Pick<Uplift, 'receiptFen' | 'presentFen'>,
): UpliftFigures {
  const counted = episodes.filter(isCounted);
  const received = receivedCustomers(counted, customers, asOf);
  const gains = received.flatMap((episode) => {
    const [before, after] = [receiptFen(episode), presentFen(episode)];
    return before === null || after === null ? [] : [after - before];
  });
  const rows = register ?? referrals ?? counted.map(({ row }) => row);
  const isRecorded =
    counted.length === 0 || rows.some(({ receivedAt, status }) => (receivedAt ?? status) !== undefined);
  const isKnown = balances !== undefined && (received.length === 0 ? isRecorded : gains.length > 0);
  const sum = (values: readonly number[]) => (isKnown ? values.reduce((total, value) => total + value, 0) : null);
  return {
    positiveFen: sum(gains.map((gain) => Math.max(0, gain))),
    netFen: sum(gains),
    customers: gains.length,
    unknownCustomers: received.length - gains.length,
  };
}
