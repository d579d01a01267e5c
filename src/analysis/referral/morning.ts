// 晨会: what closed since the previous working day (C17).
import { addDays, type Day } from '../../model/day.js';
import { weekday } from '../../model/period.js';
import { type Episode, isCounted } from './episode.js';
import { withoutNumbers } from './free-text.js';
import { shownName } from './groups.js';
import type { MorningCase } from './listed.js';
import { byRegistration } from './order.js';

/**
 * Friday for Saturday, Sunday and Monday, else the day before; public holidays are not known.
 * @example previousWorkingDay('2025-09-29') // => '2025-09-26'
 */
export function previousWorkingDay(asOf: Day): Day {
  return addDays(asOf, -Math.max(1, [3, 1, 1, 1, 1, 1, 2][weekday(asOf)] ?? 1));
}

/** A failure is dated by its feedback, the only day that the register has for it. */
function closedOn({ state, successOn, isFailed, row }: Episode): Pick<MorningCase, 'outcome' | 'on'> | null {
  if ((state === '成功' || state === '逾期成交') && successOn !== null) return { outcome: '成功', on: successOn };
  return isFailed && row.feedbackAt !== undefined ? { outcome: '失败', on: row.feedbackAt.day } : null;
}

/** From the previous working day (inclusive) through asOf; by day, then registration. */
export function morningCases(episodes: readonly Episode[], asOf: Day): readonly MorningCase[] {
  const since = previousWorkingDay(asOf);
  return [...episodes]
    .sort(byRegistration)
    .flatMap((episode): readonly MorningCase[] => {
      const closed = isCounted(episode) ? closedOn(episode) : null;
      if (closed === null || closed.on < since) return [];
      const { referralNo, referrer, receiver, row } = episode;
      return [
        {
          referralNo,
          ...closed,
          referrerName: shownName(referrer),
          receiverName: receiver?.name ?? null,
          product: row.dealProduct ?? row.intendedProduct ?? null,
          reason: withoutNumbers(row.note, row.custName),
        },
      ];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
