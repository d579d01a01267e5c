// The register as 转介台账 shows it (§4.8).
import { maskerFor } from '../../model/masker.js';
import { momentText } from '../../model/moment.js';
import type { Rules } from '../../model/rules.js';
import { type Episode, isTold } from './episode.js';
import { isWon } from './figures.js';
import type { FirstVisit } from './first-visit.js';
import { withoutNumbers } from './free-text.js';
import { referrerTypeOf, shownName } from './groups.js';
import type { PointsAccounts, ReferralRow } from './listed.js';
import { compare } from './order.js';
import { accountReader } from './points-account.js';
import type { Repurchase } from './repurchase.js';
import type { Uplift } from './uplift.js';

/** What the other parts of the analysis know of each referral. */
export interface RowFigures {
  readonly visitOf: (episode: Episode) => FirstVisit;
  readonly repurchase: Repurchase;
  readonly uplift: Uplift;
  readonly points: PointsAccounts;
  /** Names of the customer export, for rows without one. */
  readonly nameOf: ReadonlyMap<string, string>;
}

/** Only the referrer's own account: staff and customer points are never added up. */
function pointsReader(points: PointsAccounts): (episode: Episode) => number | null {
  const accountOf = accountReader(points);
  return ({ referrer, referralNo }) => {
    const own = accountOf(referrer)?.entries.filter((entry) => entry.referralNo === referralNo) ?? [];
    return own.length === 0 ? null : own.reduce((sum, entry) => sum + entry.points, 0);
  };
}

/** 在途 literally (clarification 24): young and not successful, failed ones among them. A row that counts nowhere is no success. */
function succeededOf(episode: Episode, windowDays: number): ReferralRow['succeeded'] {
  if (episode.state === '成功') return '是';
  if (!isTold(episode) || (isWon(episode) && !episode.isTimed)) return '未提供';
  const isOpen = episode.state === '在途' || episode.state === '在途未成交' || episode.state === '撤销';
  return isOpen && episode.ageDays < windowDays ? '在途' : '否';
}

function peopleOf(episode: Episode, nameOf: RowFigures['nameOf'], rules: Rules) {
  const { referrer, receiver, row, customerId } = episode;
  const customerName = row.custName ?? (customerId === null ? undefined : nameOf.get(customerId));
  return {
    referrerType: referrerTypeOf(episode),
    referrerName: shownName(referrer),
    referrerNo: referrer.no,
    referrerRole: referrer.role,
    receiverName: receiver?.name ?? null,
    receiverNo: receiver?.no ?? null,
    receiverRole: receiver?.role ?? null,
    customerId,
    customerName: maskerFor(rules.privacy.profile).name(customerName),
    customerType: episode.customerType,
  };
}

function visitCells({ row }: Episode, visit: FirstVisit) {
  return {
    firstVisitAt: row.firstVisitAt === undefined ? null : momentText(row.firstVisitAt),
    firstVisitHours: visit.hours,
    firstVisit: visit.state,
    hoursLeft: visit.hoursLeft,
    feedbackAt: row.feedbackAt === undefined ? null : momentText(row.feedbackAt),
  };
}

/** By 登记时间 descending, then 转介编号. */
export function referralRows(
  episodes: readonly Episode[],
  { visitOf, repurchase, uplift, points, nameOf }: RowFigures,
  rules: Rules,
): readonly ReferralRow[] {
  const pointsOf = pointsReader(points);
  const descending = [...episodes].sort(
    (a, b) => compare(momentText(b.registeredAt), momentText(a.registeredAt)) || compare(a.referralNo, b.referralNo),
  );
  return descending.map((episode): ReferralRow => {
    const { row } = episode;
    return {
      referralNo: episode.referralNo,
      registeredAt: momentText(episode.registeredAt),
      ...peopleOf(episode, nameOf, rules),
      receivedAt: row.receivedAt === undefined ? null : momentText(row.receivedAt),
      trigger: withoutNumbers(row.trigger, row.custName),
      intendedProduct: row.intendedProduct ?? null,
      intendedFen: row.intendedFen ?? null,
      direction: episode.direction,
      ...visitCells(episode, visitOf(episode)),
      status: row.status ?? null,
      dealDate: row.dealDate ?? null,
      dealProduct: row.dealProduct ?? null,
      dealFen: row.dealFen ?? null,
      state: episode.state,
      succeeded: succeededOf(episode, rules.ref.successDays),
      daysToSuccess: isWon(episode) ? episode.daysToSuccess : null,
      aumAtReceiptFen: uplift.receiptFen(episode),
      aumFen: uplift.presentFen(episode),
      repurchased: repurchase.of(episode),
      points: pointsOf(episode),
      note: withoutNumbers(row.note, row.custName),
      mergedInto: episode.mergedInto,
    };
  });
}
