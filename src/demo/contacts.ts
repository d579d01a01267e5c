// 联系记录: what the managers wrote down, little in the first year, a campaign for the sleepers from July 2025 on.
import type { Contact } from '../model/contact.js';
import type { Day } from '../model/day.js';
import { days, indexOf, lastIndex } from './history.js';
import type { Later } from './later.js';
import type { Manager, Person } from './person.js';
import type { Random } from './random.js';

const firstQuarter = [indexOf('2025-01-01' as Day), lastIndex] as const;
const july = indexOf('2025-07-01' as Day);
const methods = ['1', '2', '2', '3', '4', '电话', '面访'] as const;

function contact(
  person: Person,
  day: number,
  reason: string,
  result: string,
  manager: Manager,
  random: Random,
): Contact {
  const time = `${String(random.int(9, 16)).padStart(2, '0')}:${random.pick(['05', '20', '40'])}`;
  return {
    contactedAt: random.chance(0.5) ? { day: days[day]!, time } : { day: days[day]! },
    custNo: person.customer.custNo,
    custName: person.customer.custName,
    method: random.pick(methods),
    reason,
    result,
    staffNo: person.customer.managerNo ?? manager.no,
    staffName: person.customer.managerName ?? manager.name,
  };
}

/** Four in five of those who wake were spoken to before, and half of the others. */
function wakingContacts(later: Later, managers: readonly Manager[], random: Random): readonly Contact[] {
  return later.sleepers.cohort.flatMap((person, place) => {
    const wokenAt = place < later.sleepers.woken ? later.courseOf(person).firstAt : null;
    if (!random.chance(wokenAt === null ? 0.5 : 0.8)) return [];
    const day = random.int(Math.max(july, (wokenAt ?? july + 60) - 20), wokenAt ?? july + 60);
    const result =
      wokenAt === null ? random.pick(['未接通', '暂无意向', '再联系']) : random.pick(['有意向', '已到店', '同意办理']);
    return [contact(person, day, '睡眠客户唤醒', result, random.pick(managers), random)];
  });
}

/** By day, then in the order of the customers. */
export function inventContacts(
  inScope: readonly Person[],
  later: Later | undefined,
  managers: readonly Manager[],
  random: Random,
): readonly Contact[] {
  const reviewed = inScope.filter(({ role }) => role === '核心客户');
  const first = inScope.flatMap((person) => {
    const share = person.role === '核心客户' ? 0.4 : person.role === '睡眠客户' ? 0.1 : 0.03;
    if (!random.chance(share)) return [];
    const reason = person.role === '核心客户' ? '资产检视' : '节日问候';
    return [contact(person, random.int(...firstQuarter), reason, '已联系', random.pick(managers), random)];
  });
  const reviews = reviewed.flatMap((person) =>
    [lastIndex + 1, july].map((from) =>
      contact(person, from + random.int(0, 80), '资产检视', '已面谈', random.pick(managers), random),
    ),
  );
  const contacts = later ? [...first, ...reviews, ...wakingContacts(later, managers, random)] : first;
  return [...contacts].sort((a, b) =>
    a.contactedAt.day < b.contactedAt.day ? -1 : a.contactedAt.day > b.contactedAt.day ? 1 : 0,
  );
}
