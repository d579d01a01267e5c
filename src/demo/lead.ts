// One line of the referral register before its dates are written: who referred whom, and whether it came to a deal.
import type { Customer } from '../model/customer.js';
import { fenOf } from '../model/fen.js';
import type { Moment } from '../model/moment.js';
import type { Referral } from '../model/referral.js';
import { days } from './history.js';
import type { Random } from './random.js';
import type { StaffMember } from './staff.js';

export interface Deal {
  readonly day: number;
  readonly product: string;
  readonly amountFen: number;
}

export interface Lead {
  /** Index of the day of registration. */
  readonly day: number;
  readonly referrer: StaffMember | Customer;
  /** A person without 客户号 is no customer yet. */
  readonly referred: Pick<Customer, 'custName' | 'phone'> & { readonly custNo?: string | undefined };
  readonly deal?: Deal | undefined;
  /** Overrides what the referrer's post usually asks for. */
  readonly need?: string;
  readonly isVisitedBefore?: true;
}

/** How well a season keeps its promises. */
export interface Discipline {
  /** Share of first visits within three days. */
  readonly inTime: number;
  readonly feedback: number;
  readonly hasNumbers: boolean;
  /** Index of the last day that the register knows. */
  readonly through: number;
}

const needs: Readonly<Record<string, readonly string[]>> = {
  理财经理: ['企业贷款', '对公结算'],
  客户经理: ['家族信托', '高端医疗'],
  others: ['理财', '理财', '理财', '大额存单理财', '信用卡'],
};

const intendedYuan = [50_000, 100_000, 200_000, 300_000] as const;

export function isStaff(referrer: StaffMember | Customer): referrer is StaffMember {
  return 'empNo' in referrer;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** About half of the cells carry a time; hours are those of the branch. */
function momentAt(day: number, hour: number, random: Random): Moment {
  const on = days[day]!;
  return random.chance(0.55) ? { day: on, time: `${two(hour)}:${two(random.int(0, 59))}:00` } : { day: on };
}

function referrerCells(referrer: Lead['referrer']): Partial<Referral> {
  if (isStaff(referrer)) {
    const { empNo, empName, role } = referrer;
    return { referrerType: '员工', referrerNo: empNo, referrerName: empName, referrerRole: role };
  }
  return { referrerType: '存量客户', referrerNo: referrer.custNo, referrerName: referrer.custName };
}

/** First visit and feedback as far as they have happened. */
function visitCells(lead: Lead, hour: number, discipline: Discipline, random: Random): Partial<Referral> {
  const { day, deal, isVisitedBefore } = lead;
  if (isVisitedBefore) return { firstVisitAt: { day: days[day - 2]! }, feedbackAt: { day: days[day]! } };
  const isInTime = random.chance(discipline.inTime);
  if (!isInTime && deal === undefined && random.chance(0.5)) return {};
  const visitedAt = Math.min(
    day + (isInTime ? random.int(0, 2) : random.int(4, 9)),
    deal?.day ?? Number.POSITIVE_INFINITY,
  );
  if (visitedAt > discipline.through) return {};
  const visitHour = visitedAt === day ? Math.min(17, hour + 1) : random.int(9, 16);
  const firstVisitAt = momentAt(visitedAt, visitHour, random);
  const feedbackDay = visitedAt + (visitedAt === day ? 1 : 0);
  if (!random.chance(discipline.feedback) || feedbackDay > discipline.through) return { firstVisitAt };
  return { firstVisitAt, feedbackAt: momentAt(feedbackDay, 17, random) };
}

function outcomeCells(
  { day, deal }: Lead,
  visit: Partial<Referral>,
  through: number,
  random: Random,
): Partial<Referral> {
  if (deal) {
    const { product, amountFen } = deal;
    return { status: '已成交', dealDate: days[deal.day], dealProduct: product, dealFen: fenOf(amountFen) };
  }
  if (through - day < 20) return { status: visit.firstVisitAt ? '跟进中' : '已登记' };
  const status = visit.firstVisitAt
    ? random.pick(['未成交', '未成交', '跟进中', '已首访'])
    : random.pick(['已接收', '退回']);
  return { status, ...(status === '未成交' && { note: random.pick(['暂无需求', '比较他行利率', '联系不上', '']) }) };
}

/** The line as the branch keeps it; `serial` numbers the lines of one day. */
export function registered(
  lead: Lead,
  serial: number,
  receiver: StaffMember,
  discipline: Discipline,
  random: Random,
): Referral {
  const { day, referrer, referred, deal } = lead;
  const hour = random.int(9, 15);
  const post = isStaff(referrer) ? referrer.role : '';
  const intendedProduct = lead.need ?? random.pick(needs[post] ?? needs.others!);
  const visit = visitCells(lead, hour, discipline, random);
  const receivedDay = Math.min(day + random.int(0, 1), discipline.through, deal?.day ?? discipline.through);
  const isTeller = post.includes('柜员');
  return {
    referralNo: discipline.hasNumbers
      ? `ZJ${days[day]!.replaceAll('-', '')}9901${String(serial).padStart(3, '0')}`
      : undefined,
    registeredAt: momentAt(day, hour, random),
    ...referrerCells(referrer),
    receiverNo: receiver.empNo,
    receiverName: receiver.empName,
    receiverRole: receiver.role,
    receivedAt: { day: days[receivedDay]! },
    custNo: referred.custNo,
    custName: referred.custName,
    phone: referred.phone,
    trigger: isTeller && intendedProduct.includes('理财') ? '新开户存5万以上+咨询理财' : '客户提出需求',
    intendedProduct,
    intendedFen: fenOf(deal?.amountFen ?? random.pick(intendedYuan) * 100),
    ...visit,
    ...outcomeCells(lead, visit, discipline.through, random),
  };
}
