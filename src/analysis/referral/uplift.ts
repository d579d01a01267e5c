// What referred customers' assets gained since they were received (C16).
import { isCorporate } from '../../model/corporate.js';
import type { Day } from '../../model/day.js';
import { aumReader } from './assets.js';
import { type Episode, isCounted } from './episode.js';
import type { ReferralInput } from './input.js';
import { byRegistration } from './order.js';
import type { UpliftFigures } from './report.js';

export interface Uplift {
  /** Retail customers only, each once, from their first referral that was received or succeeded. */
  readonly figures: UpliftFigures;
  /** The register's 接收时AUM, else the snapshot of the day of receipt; null = neither received nor successful, or not known. */
  receiptFen(episode: Episode): number | null;
  /** On asOf. */
  presentFen(episode: Episode): number | null;
}

/** A success without 接收时间 is measured from its registration. */
export function upliftOf(
  episodes: readonly Episode[],
  input: Pick<ReferralInput, 'balances' | 'customers'>,
  asOf: Day,
): Uplift {
  const aum = aumReader(input);
  const presentFen = ({ customerId }: Episode) => (customerId === null ? null : aum(customerId, asOf));
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

function figuresOf(
  episodes: readonly Episode[],
  { balances, customers }: Pick<ReferralInput, 'balances' | 'customers'>,
  asOf: Day,
  { receiptFen, presentFen }: Pick<Uplift, 'receiptFen' | 'presentFen'>,
): UpliftFigures {
  const corporate = new Set(
    (customers ?? []).filter(({ custType, idType }) => isCorporate(custType, idType)).map(({ custNo }) => custNo),
  );
  const received = episodes.filter((episode) => isCounted(episode) && receiptDay(episode, asOf) !== null);
  const firstOf = new Map<string, Episode>();
  for (const episode of [...received].sort(byRegistration)) {
    const { customerId } = episode;
    if (customerId !== null && !corporate.has(customerId) && !firstOf.has(customerId)) firstOf.set(customerId, episode);
  }
  const gains = [...firstOf.values()].flatMap((episode) => {
    const [before, after] = [receiptFen(episode), presentFen(episode)];
    return before === null || after === null ? [] : [after - before];
  });
  const isKnown = balances !== undefined && (gains.length > 0 || firstOf.size === 0);
  const sum = (values: readonly number[]) => (isKnown ? values.reduce((total, value) => total + value, 0) : null);
  return {
    positiveFen: sum(gains.map((gain) => Math.max(0, gain))),
    netFen: sum(gains),
    customers: gains.length,
  };
}
