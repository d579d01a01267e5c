// The view per account (B6): the customer may be active elsewhere.
import type { Account } from '../../model/account.js';
import type { Day } from '../../model/day.js';
import { addFen, type Fen, fenOf, zeroFen } from '../../model/fen.js';
import { maskAccount } from '../../model/mask.js';
import { ratio } from '../../model/ratio.js';
import { displayIds } from '../display-ids.js';
import { distinctAccounts, sumOfBalances } from './deposits.js';
import type { JudgedCustomer } from './judged.js';
import type { DormantAccount } from './listed.js';
import { isOpenOn } from './open-account.js';
import type { SettledPreset } from './presets.js';
import { isLoanAccount, isUnmaturedDeposit } from './products.js';
import type { AccountSummary } from './report.js';
import { accountsOf, maskedPerson, type Scene } from './scene.js';
import { isDormant, judgeStanding, type Standing } from './standing.js';

/** One account number; an export may list its sub-accounts line by line. */
interface JudgedAccount {
  readonly acctNo: string;
  /** Open lines on which transactions are expected. */
  readonly lines: readonly Account[];
  readonly owner: JudgedCustomer;
  readonly openDate: Day | undefined;
  readonly balanceFen: number | null;
  readonly standing: Standing;
}

export interface AccountView {
  readonly accounts: readonly DormantAccount[];
  readonly summary: AccountSummary;
}

function least(days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}

/** Only where every line states its last movement does none of them hide a later one. */
function lastMoved(lines: readonly Account[]): Day | undefined {
  const days = lines.map(({ lastTxnDate }) => lastTxnDate).filter((day) => day !== undefined);
  return days.length === lines.length ? days.sort().at(-1) : undefined;
}

function linesOf(scene: Scene, id: string): ReadonlyMap<string, readonly Account[]> {
  const { asOf } = scene;
  const lines = new Map<string, Account[]>();
  for (const account of distinctAccounts(accountsOf(scene, id))) {
    if (!isOpenOn(account, asOf) || isLoanAccount(account) || isUnmaturedDeposit(account, asOf)) continue;
    lines.set(account.acctNo, [...(lines.get(account.acctNo) ?? []), account]);
  }
  return lines;
}

function judgeAccounts(scene: Scene, owner: JudgedCustomer, preset: SettledPreset): readonly JudgedAccount[] {
  const { engine } = scene.input;
  return [...linesOf(scene, owner.id)].map(([acctNo, lines]) => {
    const openDate = least(lines.map((line) => line.openDate));
    const balanceFen = sumOfBalances(lines);
    const facts = {
      lastSerial: scene.read.accountLast(engine.accounts.get(acctNo)),
      openDate,
      lastMovedOn: lastMoved(lines),
      coveredFrom: engine.coverage?.from,
      balanceFen,
      aumFen: owner.aumFen,
    };
    return { acctNo, lines, owner, openDate, balanceFen, standing: judgeStanding(facts, preset) };
  });
}

function typeText(lines: readonly Account[]): string | null {
  const types = new Set(lines.flatMap(({ acctType, productClass }) => acctType ?? productClass ?? []));
  return types.size === 0 ? null : [...types].sort().join('、');
}

function toReport(scene: Scene, { lines, owner, openDate, balanceFen, standing }: JudgedAccount, account: string) {
  const { id, customer } = owner;
  return {
    account,
    customerId: owner.customerId,
    customerName: maskedPerson(scene, customer).customerName,
    managerName: owner.managerName,
    accountType: typeText(lines),
    lastActiveOn: standing.lastActiveOn,
    idleDays: standing.idleDays,
    balanceFen,
    openDate: openDate ?? null,
    customerIsActive: owner.standing.state === '活跃',
    flags: scene.flagsOf({ id, customer, accounts: lines, balanceFen }),
  };
}

/** By balance descending, unknown last, then account. */
function byBalance(a: JudgedAccount, b: JudgedAccount): number {
  const difference = (b.balanceFen ?? Number.NEGATIVE_INFINITY) - (a.balanceFen ?? Number.NEGATIVE_INFINITY);
  if (difference > 0 || difference < 0) return difference;
  const [keyA, keyB] = [`${a.acctNo} ${a.owner.customerId}`, `${b.acctNo} ${b.owner.customerId}`];
  return keyA < keyB ? -1 : 1;
}

/**
 * Open accounts of the customers in scope, without unmatured time deposits and loan accounts; judged like customers, by their own
 * days of opening and last movement. A test of AUM looks at the customer's. null = no account export.
 */
export function accountView(
  scene: Scene,
  judged: readonly JudgedCustomer[],
  preset: SettledPreset,
): AccountView | null {
  if (scene.input.accounts === undefined || scene.input.engine.accountsAsCustomers) return null;
  const all = judged.flatMap((owner) => judgeAccounts(scene, owner, preset));
  const dormant = all.filter(({ standing }) => isDormant(standing)).sort(byBalance);
  const ascending = dormant.map(({ acctNo }) => acctNo).sort();
  const shown = displayIds(ascending, () => scene.rules.privacy.profile !== 'full');
  const places = new Map(ascending.map((acctNo, place) => [acctNo, shown[place]]));
  const undetermined = all.filter(({ standing }) => standing.state === '无法判定').length;
  const balances = dormant.flatMap(({ balanceFen }) => balanceFen ?? []);
  return {
    accounts: dormant.map((one) => toReport(scene, one, places.get(one.acctNo) ?? maskAccount(one.acctNo))),
    summary: {
      inScope: all.length,
      dormant: dormant.length,
      undetermined,
      share: ratio(dormant.length, all.length - undetermined),
      dormantBalanceFen:
        all.every(({ balanceFen }) => balanceFen === null) && all.length > 0
          ? null
          : balances.reduce<Fen>((sum, balance) => addFen(sum, fenOf(balance)), zeroFen),
    },
  };
}
