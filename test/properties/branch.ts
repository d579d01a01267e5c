// An invented branch as plain records: who its customers are, what they hold, what was booked. Nothing here knows of files.
import { inventBookings } from './bookings.js';
import { dayAfter } from './calendar.js';
import { type Dice, diceOf } from './dice.js';
import type { ExpectedClass } from './summaries.js';

export interface CustomerRecord {
  readonly custNo: string;
  readonly name: string;
  readonly custType: string;
  readonly idType: string;
  readonly idNo: string;
  readonly phone: string;
  readonly openDate?: string;
  readonly closeDate?: string;
  readonly status: '正常' | '销户' | '死亡';
  readonly riskLevel?: string;
  readonly riskExpiry?: string;
  readonly lastTxnDate?: string;
  readonly manager: string;
}

export interface AccountRecord {
  readonly acctNo: string;
  readonly custNo: string;
  readonly product: '活期' | '定期';
  readonly openDate: string;
  readonly closeDate?: string;
  readonly status: '正常' | '销户' | '久悬';
  readonly balanceFen: number;
}

export interface BalanceRecord {
  readonly custNo: string;
  readonly dataDate: string;
  readonly aumFen: number;
}

export interface BookingRecord {
  readonly date: string;
  readonly time?: string;
  readonly txnId?: string;
  readonly acctNo?: string;
  readonly custNo?: string;
  readonly direction: 'D' | 'C';
  /** Negative for a booking in red letters. */
  readonly amountFen: number;
  readonly currency?: string;
  /** 折人民币, where a foreign row has it. */
  readonly amountCnyFen?: number;
  readonly balanceFen?: number;
  readonly summary?: string;
  readonly memo?: string;
  readonly txnType?: string;
  readonly flag: 'normal' | 'reversal' | 'reversed';
  readonly origTxnId?: string;
  readonly trigger?: 'active' | 'passive' | undefined;
  readonly channel?: string;
  readonly teller?: string;
  readonly cpName?: string;
  readonly cpAcct?: string;
  /** What the booking is by DOMAIN.md §5.3; never written to a file. */
  readonly is: ExpectedClass;
}

export interface Branch {
  readonly seed: number;
  readonly asOf: string;
  /** undefined = the branch delivers no such export. */
  readonly customers: readonly CustomerRecord[] | undefined;
  readonly accounts: readonly AccountRecord[] | undefined;
  readonly balances: readonly BalanceRecord[] | undefined;
  readonly bookings: readonly BookingRecord[];
}

const days = ['2025-09-30', '2024-02-29', '2025-03-31', '2024-12-31', '2025-08-31', '2026-01-01'] as const;
const surnames = [...'赵钱孙李周吴郑王冯陈'];
const givenNames = ['伟', '秀英', '建国', '丽', '𠮷', '志强', '小芳', '喆', '玉兰', '永昌'];

/** The people and what they hold; the same seed gives the same branch. */
export function inventBranch(seed: number): Branch {
  const dice = diceOf(seed);
  const asOf = dice.pick(days);
  const historyDays = dice.pick([420, 400, 366, 250, 179, 178, 120, 45]);
  const customers = Array.from({ length: dice.between(5, 30) }, (_, index) => inventCustomer(dice, asOf, index));
  const accounts = customers.flatMap((customer, index) => inventAccounts(dice, customer, index));
  const balances = inventBalances(dice, customers, asOf);
  // Every tenth branch lacks one export or another.
  const lacks = seed % 10;
  const hasAccounts = lacks !== 3 && lacks !== 7;
  const identified = lacks === 3 ? ('customer' as const) : ('account' as const);
  const bookings = inventBookings(dice, { customers, accounts, asOf, historyDays, identified });
  return {
    seed,
    asOf,
    customers: lacks === 5 || lacks === 7 ? undefined : repeated(dice, customers),
    accounts: hasAccounts ? accounts : undefined,
    balances: lacks === 9 || lacks === 7 ? undefined : balances,
    bookings,
  };
}

/** Exports are glued together and cut: now and then a customer stands there twice, or not at all. */
function repeated(dice: Dice, customers: readonly CustomerRecord[]): readonly CustomerRecord[] {
  return customers.flatMap((customer) => {
    if (dice.chance(0.03)) return [];
    if (!dice.chance(0.05)) return [customer];
    return [customer, dice.chance(0.5) ? customer : { ...customer, manager: '换人' }];
  });
}

function inventCustomer(dice: Dice, asOf: string, index: number): CustomerRecord {
  const custNo = `${dice.pick(['00', '80', 'K7'])}${String(index * 37 + 1001).padStart(6, '0')}`;
  const name = dice.pick(surnames) + dice.pick(givenNames);
  const isCorporate = dice.chance(0.05);
  const openDate = dice.chance(0.1)
    ? undefined
    : dayAfter(asOf, -dice.pick([3000, 1200, 800, 500, 365, 200, 181, 180, 179, 120, 60, 5, 0, -20]));
  const isClosed = dice.chance(0.06);
  return {
    custNo,
    name,
    custType: isCorporate ? '对公' : '个人',
    idType: isCorporate ? '营业执照' : '身份证',
    idNo: `110101${19600101 + index * 10007}${String(1000 + index).slice(-3)}X`,
    phone: `138${String(20000000 + index * 7919)}`,
    ...(openDate === undefined ? {} : { openDate }),
    ...(isClosed && dice.chance(0.5) ? { closeDate: dayAfter(asOf, -dice.pick([0, 30, -20])) } : {}),
    status: isClosed ? '销户' : dice.chance(0.03) ? '死亡' : '正常',
    ...(dice.chance(0.7) ? { riskLevel: dice.pick(['C1', 'C2', 'C3', 'C4', 'C5']) } : {}),
    ...(dice.chance(0.5) ? { riskExpiry: dayAfter(asOf, dice.pick([-30, 0, -1, 200])) } : {}),
    ...(dice.chance(0.4) ? { lastTxnDate: dayAfter(asOf, -dice.pick([0, 40, 179, 180, 400, 900])) } : {}),
    manager: dice.pick(['林一', '林二']),
  };
}

function inventAccounts(dice: Dice, { custNo, openDate }: CustomerRecord, index: number): readonly AccountRecord[] {
  return Array.from({ length: dice.pick([1, 1, 2, 3]) }, (_, place): AccountRecord => {
    const isOld = dice.chance(0.1);
    return {
      acctNo: `${dice.pick(['62220212', '00623300'])}${String(index * 1009 + place).padStart(9, '0')}${place}`,
      custNo,
      product: dice.chance(0.8) ? '活期' : '定期',
      openDate: openDate ?? '2015-06-01',
      ...(isOld ? { closeDate: '2023-01-01' } : {}),
      status: isOld ? '销户' : dice.chance(0.05) ? '久悬' : '正常',
      balanceFen: dice.between(0, 90_000_000),
    };
  });
}

function inventBalances(dice: Dice, customers: readonly CustomerRecord[], asOf: string): readonly BalanceRecord[] {
  const dates = [dayAfter(asOf, -31), dice.chance(0.7) ? asOf : dayAfter(asOf, -1), dayAfter(asOf, 30)];
  return dates.flatMap((dataDate) =>
    customers
      .filter(() => dice.chance(0.9))
      .map(({ custNo }) => ({
        custNo,
        dataDate,
        aumFen: dice.pick([0, 5_000_000, 50_000_000, dice.between(1, 999_999_999)]),
      })),
  );
}
