// 转介首访将到期 and 投诉回访: what a register says must be done by a day (C12, I3).
import { addDays, type Day, daysBetween } from '../../model/day.js';
import type { LogKeeper } from './log-keepers.js';
import { isDoneBy, type LogScene } from './scene.js';

export interface Duty {
  readonly custNo: string | undefined;
  readonly custName: string | undefined;
  readonly on: Day;
  /** It stands on the days from `shownFrom` through `shownThrough`, until it is done. */
  readonly shownFrom: Day;
  readonly shownThrough: Day;
  /** undefined = not by asOf. */
  readonly doneOn: Day | undefined;
  readonly about: string;
}

const closedStates = new Set(['已成交', '未成交', '退回', '失效']);
const dayHours = 24;

/** Until the limit has passed; undefined = no register. */
export function firstVisits(scene: LogScene, keeper: LogKeeper): readonly Duty[] | undefined {
  const days = Math.floor(scene.rules.ref.firstVisitHours / dayHours);
  return scene.input.referrals?.flatMap((referral) => {
    const {
      registeredAt,
      receiverNo,
      receiverName,
      custNo,
      custName,
      firstVisitAt,
      status = '',
      intendedProduct,
    } = referral;
    if (closedStates.has(status) || !isDoneBy(scene, keeper, { no: receiverNo, name: receiverName, custNo })) return [];
    const on = addDays(registeredAt.day, days);
    const span = { shownFrom: registeredAt.day, shownThrough: on };
    return [{ custNo, custName, on, ...span, doneOn: firstVisitAt?.day, about: visitText(intendedProduct) }];
  });
}

function visitText(product: string | undefined): string {
  return product === undefined ? '转介首访' : '转介首访（有意向产品）';
}

/** Days after the solution (I3), each with a day of grace on both sides. */
const revisitDays = [3, 7, 30] as const;
const graceDays = 1;
const revisitReason = '投诉回访';

function revisitedOn(scene: LogScene, custNo: string | undefined, due: Day): Day | undefined {
  return scene.contacts
    ?.filter((contact) => custNo !== undefined && contact.custNo === custNo && contact.reason === revisitReason)
    .map(({ contactedAt }) => contactedAt.day)
    .filter((day) => Math.abs(daysBetween(due, day)) <= graceDays)
    .sort()[0];
}

/** undefined = no complaints given. */
export function complaintRevisits(scene: LogScene, keeper: LogKeeper): readonly Duty[] | undefined {
  return scene.input.complaints?.flatMap(({ custNo, custName, handler, resolvedAt, revisits, complaintNo: _ }) => {
    const isOwn =
      handler === undefined
        ? isDoneBy(scene, keeper, { custNo })
        : handler === keeper.employeeNo || handler === keeper.employeeName;
    if (resolvedAt === undefined || resolvedAt.day > scene.asOf || !isOwn) return [];
    return revisitDays.map((days, place) => {
      const on = addDays(resolvedAt.day, days);
      const span = { shownFrom: addDays(on, -graceDays), shownThrough: addDays(on, graceDays) };
      const doneOn = revisits[place] ?? revisitedOn(scene, custNo, on);
      return { custNo, custName, on, ...span, doneOn, about: `投诉办结后第 ${days} 日回访` };
    });
  });
}
