// 今日系统提醒 of one employee (D1, D2, C12, I3): how many of each kind, and the most pressing ones.
import { addDays, type Day, daysBetween } from '../../model/day.js';
import { groupByCustomer } from '../dormant/by-customer.js';
import { nextBirthday } from './birthdays.js';
import { complaintRevisits, type Duty, firstVisits } from './duties.js';
import type { LogKeeper } from './log-keepers.js';
import { type Maturity, maturitiesOf } from './maturities.js';
import { type DayReminders, type Reminder, type ReminderKind, reminderKinds } from './report.js';
import type { LogScene } from './scene.js';
import { type Sleeper, sleepersOf } from './sleepers.js';

const mostLines = 8;

/** What cannot wait stands first. */
const pressing: readonly ReminderKind[] = ['投诉回访', '转介首访将到期', '到期', '生日', '流失预警', '睡眠待联系'];

/** The reminders of a kind on a day; undefined = the exports do not tell. */
type Source = ((day: Day) => readonly Reminder[]) | undefined;

interface Party {
  readonly custNo: string | undefined;
  readonly custName?: string | undefined;
}

function reminderOf(
  { shown, masker }: LogScene,
  kind: ReminderKind,
  on: Day,
  { custNo, custName }: Party,
  about: string,
): Reminder {
  const known = custNo === undefined ? null : shown(custNo).customerName;
  return { kind, on, customerId: custNo ?? null, customerName: known ?? masker.name(custName), about };
}

function birthdaysOf(scene: LogScene, { custNos }: LogKeeper): Source {
  const { customerOf, rules } = scene;
  const customers = custNos.flatMap((custNo) => customerOf.get(custNo) ?? []);
  if (!customers.some(({ birthDate, idNo }) => birthDate !== undefined || idNo !== undefined)) return undefined;
  return (day) => {
    const last = addDays(day, rules.remind.birthdayDays);
    return customers.flatMap((customer) => {
      const on = nextBirthday(customer, day);
      return on === undefined || on > last ? [] : [reminderOf(scene, '生日', on, { custNo: customer.custNo }, '生日')];
    });
  };
}

function maturingOf(scene: LogScene, maturities: readonly Maturity[] | undefined): Source {
  return (
    maturities &&
    ((day) => {
      const last = addDays(day, scene.rules.remind.maturityDays);
      return maturities
        .filter(({ on }) => on >= day && on <= last)
        .map((one) => reminderOf(scene, '到期', one.on, one, one.about));
    })
  );
}

/** Without a contact in the days of the wake-up window before. */
function sleepingOf(scene: LogScene, sleepers: readonly Sleeper[] | undefined): Source {
  const contactsOf = groupByCustomer(scene.contacts ?? []);
  const isContacted = (custNo: string, day: Day) => {
    const from = addDays(day, -scene.rules.wake.windowDays);
    return (contactsOf.get(custNo) ?? []).some(({ contactedAt: { day: on } }) => on >= from && on < day);
  };
  const asleep = (day: Day) =>
    (sleepers ?? []).filter(({ since, custNo }) => since <= day && !isContacted(custNo, day));
  const about = ({ lastActiveOn }: Sleeper, day: Day) => `已休眠 ${daysBetween(lastActiveOn, day)} 天`;
  if (sleepers === undefined) return undefined;
  return (day) => asleep(day).map((one) => reminderOf(scene, '睡眠待联系', one.lastActiveOn, one, about(one, day)));
}

function dutiesOf(scene: LogScene, kind: ReminderKind, duties: readonly Duty[] | undefined): Source {
  return (
    duties &&
    ((day) =>
      duties
        .filter(
          ({ shownFrom, shownThrough, doneOn }) => day >= shownFrom && day <= shownThrough && (doneOn ?? day) >= day,
        )
        .map((duty) => reminderOf(scene, kind, duty.on, duty, duty.about)))
  );
}

function orderOf({ kind, on, customerId, about }: Reminder): string {
  return [pressing.indexOf(kind), on, customerId ?? '~', about].join(' ');
}

/** Reads the reminders of a day for one employee after the other; exports are walked once. */
export function reminderReader(scene: LogScene): (keeper: LogKeeper) => (day: Day) => DayReminders {
  const [maturities, sleepers] = [maturitiesOf(scene), sleepersOf(scene)];
  return (keeper) => {
    const own = new Set(keeper.custNos);
    const ofKeeper = ({ custNo }: { readonly custNo: string }) => own.has(custNo);
    const sources: Readonly<Record<ReminderKind, Source>> = {
      生日: birthdaysOf(scene, keeper),
      到期: maturingOf(scene, maturities?.filter(ofKeeper)),
      睡眠待联系: sleepingOf(scene, sleepers?.filter(ofKeeper)),
      流失预警: undefined,
      转介首访将到期: dutiesOf(scene, '转介首访将到期', firstVisits(scene, keeper)),
      投诉回访: dutiesOf(scene, '投诉回访', complaintRevisits(scene, keeper)),
    };
    return (day) => {
      const found = reminderKinds.map((kind) => [kind, sources[kind]?.(day) ?? null] as const);
      const counts = Object.fromEntries(found.map(([kind, some]) => [kind, some?.length ?? null]));
      const first = found
        .flatMap(([, some]) => some ?? [])
        .map((reminder) => ({ reminder, order: orderOf(reminder) }))
        .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
        .slice(0, mostLines)
        .map(({ reminder }) => reminder);
      return { counts: counts as DayReminders['counts'], first };
    };
  };
}
