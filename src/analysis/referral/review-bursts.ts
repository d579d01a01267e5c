// 月末集中登记.
import { type Day, daySerial, monthEnd } from '../../model/day.js';
import type { Episode } from './episode.js';
import { groupBy } from './group-by.js';
import { isReferrerKnown, numbersOf, partyText, type ReviewCheck } from './review-check.js';

/** Per referrer and month that has ended: every row counts, also 重复 and 自荐, since it is the registering that is looked at. */
export const monthEndBursts: ReviewCheck = (episodes, _input, { ref: { review } }, asOf) => {
  const rows = episodes.filter((episode) => episode.state !== '期外' && isReferrerKnown(episode));
  const groups = groupBy(rows, (episode) => JSON.stringify([episode.referrer.key, monthOf(episode)]));
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined || monthEnd(first.registeredAt.day) > asOf) return [];
    const late = own.filter(({ registeredAt }) => daysLeft(registeredAt.day) < review.burstDays);
    if (late.length < review.burstMin || late.length < own.length * review.burstShare) return [];
    return [
      {
        rule: '月末集中登记',
        referralNos: numbersOf(late),
        about: partyText(first.referrer),
        evidence: `${monthOf(first)}登记${own.length}笔，其中月末最后${review.burstDays}天${late.length}笔`,
        question: '这些转介是当天发生的，还是平时发生、月末补登？',
      },
    ];
  });
};

function monthOf({ registeredAt }: Episode): string {
  return registeredAt.day.slice(0, 7);
}

/** 0 on the last day of the month. */
function daysLeft(day: Day): number {
  return daySerial(monthEnd(day)) - daySerial(day);
}
