import { describe, expect, test } from 'vitest';
import { type Branch, inventBranch } from '../../src/demo/branch.js';
import { givenNames, idCheck, surnames } from '../../src/demo/people.js';
import { tierQuotas } from '../../src/demo/quota.js';
import { type Day, daysBetween, parseDay } from '../../src/model/day.js';
import type { Tier } from '../../src/model/tier.js';
import type { Transaction } from '../../src/model/transaction.js';

const branch = inventBranch({ customers: 200, seed: 1 });
const stories = branch.people.map((person) => ({ person, story: branch.storyOf(person) }));
const silentSummaries = /结息|服务费$|手续费$|代扣|代缴|定投|到期|冲正/;

/** R, F and M by simple loops over the bookings: written from §3.A and §5.2, sharing nothing with the generator. */
function naiveTier(openDate: Day, transactions: readonly Transaction[], asOf: Day): Tier {
  const seen = new Set<string>();
  const undone = new Set<string>();
  for (const txn of transactions) {
    if (txn.origTxnId) undone.add(txn.origTxnId);
    if (txn.summary !== '冲正' || txn.reversal !== 'normal') continue;
    const original = transactions.find(
      (other) =>
        other.summary !== '冲正' &&
        other.acctNo === txn.acctNo &&
        other.amountFen === Math.abs(txn.amountFen) &&
        other.direction === 'D' &&
        !undone.has(other.txnId ?? ''),
    );
    undone.add(original?.txnId ?? '');
  }
  let [frequency, amountFen] = [0, 0];
  let recencyDays = Number.POSITIVE_INFINITY;
  for (const txn of transactions) {
    const id = txn.txnId ?? '';
    if (txn.currency !== 'CNY' || undone.has(id) || seen.has(id) || silentSummaries.test(txn.summary ?? '')) continue;
    seen.add(id);
    const age = daysBetween(txn.txnDate, asOf);
    recencyDays = Math.min(recencyDays, age);
    if (age >= 365) continue;
    frequency++;
    amountFen += txn.amountFen;
  }
  if (recencyDays === Number.POSITIVE_INFINITY) return daysBetween(openDate, asOf) >= 180 ? '睡眠客户' : '新开未动户';
  if (recencyDays >= 180) return '睡眠客户';
  if (recencyDays <= 30 && frequency >= 5 && amountFen >= 50_000_000) return '核心客户';
  if (recencyDays <= 60 && frequency >= 3 && amountFen >= 20_000_000) return '潜力客户';
  if (recencyDays <= 90 && frequency >= 2 && amountFen >= 5_000_000) return '基础客户';
  return recencyDays > 90 ? '沉寂预警' : '一般活跃';
}

function naiveTiers(of: Branch): Map<string, Tier> {
  const scope = of.people.filter((person) => of.expectedTiers.has(person.customer.custNo));
  return new Map(
    scope.map((person) => [
      person.customer.custNo,
      naiveTier(person.customer.openDate as Day, of.storyOf(person).transactions, of.asOf),
    ]),
  );
}

describe('the invented branch', () => {
  test('shows 睡眠占比 of exactly 22 % over 200 customers in scope', () => {
    const tiers = [...branch.expectedTiers.values()];
    expect(tiers).toHaveLength(200);
    expect(tiers.filter((tier) => tier === '睡眠客户')).toHaveLength(44);
    expect(tiers).not.toContain('无法判定');
  });

  test.each([
    { customers: 200, seed: 1 },
    { customers: 200, seed: 2 },
    { customers: 120, seed: 77 },
    { customers: 37, seed: 4_294_967_295 },
    { customers: 1, seed: 1 },
    { customers: 1_000, seed: 3 },
  ])('gives every one of $customers customers (seed $seed) bookings that lead to the expected tier', (options) => {
    const invented = inventBranch(options);
    expect(naiveTiers(invented)).toEqual(new Map(invented.expectedTiers));
  });

  test('has customers exactly on the thresholds of the golden vectors', () => {
    const planOf = (tier: Tier) =>
      stories.filter(({ person }) => person.role === tier).map(({ person }) => person.plan);
    expect(planOf('核心客户')).toContainEqual({ from: 60, last: 394, count: 5, amountFen: 50_000_000 });
    expect(planOf('潜力客户')).toContainEqual({ from: 60, last: 404, count: 5, amountFen: 49_999_999 });
    expect(planOf('睡眠客户')).toContainEqual({ from: 60, last: 244, count: 12, amountFen: 200_000_000 });
    const openings = stories
      .filter(({ story }) => story.transactions.length === 0)
      .map(({ person }) => daysBetween(person.customer.openDate as Day, branch.asOf));
    expect(openings).toContain(179);
    expect(openings).toContain(180);
  });

  test('gives every customer at least one account', () => {
    expect(stories.filter(({ story }) => story.accounts.length === 0)).toEqual([]);
  });

  test('has closed, deceased and corporate customers outside the expected tiers', () => {
    const outside = stories.filter(({ person }) => !branch.expectedTiers.has(person.customer.custNo));
    const count = (isOne: (each: (typeof outside)[number]) => boolean) => outside.filter(isOne).length;
    expect(count(({ person }) => person.customer.custStatus === 'closed')).toBe(8);
    expect(count(({ person }) => person.customer.custStatus === 'deceased')).toBe(1);
    expect(count(({ person }) => person.customer.custType === '对公')).toBe(6);
    const emptied = outside.filter(({ story }) => story.accounts.every((account) => account.status === 'closed'));
    expect(emptied.filter(({ person }) => person.customer.custStatus === 'open')).toHaveLength(1);
    expect(outside).toHaveLength(16);
  });

  test('invents every person again alike and other people for another seed', () => {
    const [again, other] = [inventBranch({ customers: 200, seed: 1 }), inventBranch({ customers: 200, seed: 2 })];
    expect(again.people).toEqual(branch.people);
    expect(again.people.map((person) => again.storyOf(person))).toEqual(stories.map(({ story }) => story));
    expect(other.people.map((person) => person.customer.custName)).not.toEqual(
      branch.people.map((person) => person.customer.custName),
    );
  });
});

test('a story told for some days only is the whole story without its other bookings', () => {
  for (const { person, story } of stories) {
    const part = branch.storyOf(person, '2024-06-01' as Day, '2024-06-30' as Day);
    const june = story.transactions.filter((txn) => txn.txnDate.startsWith('2024-06'));
    expect(part).toEqual({ ...story, transactions: june });
  }
});

describe('the stories', () => {
  const transactions = stories.flatMap(({ story }) => story.transactions);

  test('strike balances that follow from each booking, never below 0, and end in the account list', () => {
    for (const { story } of stories) {
      for (const account of story.accounts) {
        const booked = story.transactions.filter((txn) => txn.acctNo === account.acctNo);
        for (const [at, txn] of booked.entries()) {
          expect(txn.balanceFen).toBeGreaterThanOrEqual(0);
          const before = booked[at - 1]?.balanceFen;
          const moved = txn.direction === 'C' ? txn.amountFen : -txn.amountFen;
          if (before !== undefined) expect(txn.balanceFen).toBe(before + moved);
        }
        if (booked.length > 0) expect(account.balanceFen).toBe(booked.at(-1)?.balanceFen);
      }
    }
  });

  test('take month-end snapshots that agree with the accounts at as-of and with their own parts', () => {
    for (const { story } of stories) {
      for (const balance of story.balances) {
        expect(balance.depositFen).toBe((balance.demandFen ?? 0) + (balance.timeFen ?? 0));
        const parts = (balance.depositFen ?? 0) + (balance.wealthFen ?? 0) + (balance.fundFen ?? 0);
        expect(balance.aumFen).toBe(parts);
        expect(
          Math.min(balance.demandFen ?? -1, balance.wealthFen ?? -1, balance.fundFen ?? -1),
        ).toBeGreaterThanOrEqual(0);
      }
      const last = story.balances.find((balance) => balance.dataDate === branch.asOf);
      const held = story.accounts.filter((account) => account.currency === 'CNY');
      const total = held.reduce((sum, account) => sum + (account.balanceFen ?? 0), 0);
      if (last) expect(last.depositFen).toBe(total);
    }
  });

  test('book nothing outside the fourteen months', () => {
    const dates = transactions.map((txn) => txn.txnDate);
    expect(dates.filter((date) => date < '2024-02-01' || date > '2025-03-31')).toEqual([]);
    expect(dates.every((date) => parseDay(date) === date)).toBe(true);
  });

  test('number every booking once, but both legs of an own transfer and its fee alike', () => {
    const keys = transactions.map((txn) => `${txn.txnId} ${txn.acctNo} ${txn.direction} ${txn.summary}`);
    expect(new Set(keys).size).toBe(keys.length);
    const ids = new Map<string, Set<string>>();
    for (const txn of transactions) {
      const owners = ids.get(txn.txnId ?? '') ?? new Set<string>();
      ids.set(txn.txnId ?? '', owners.add(txn.custNo ?? ''));
    }
    expect([...ids.values()].filter((owners) => owners.size > 1)).toEqual([]);
  });

  test.each([
    '结息',
    '短信服务费',
    '代扣电费',
    '代发工资',
    '理财购买',
    'ATM取款',
    '惠民券核销',
    '冲正',
    '转账',
    '跨行转账手续费',
  ])('contain %s', (summary) => {
    expect(transactions.some((txn) => txn.summary === summary)).toBe(true);
  });

  test('contain reversals by flag with 原流水号, by text and by red letters, and foreign rows', () => {
    const ids = new Set(transactions.map((txn) => txn.txnId));
    const flagged = transactions.filter((txn) => txn.reversal === 'reversal');
    expect(flagged.length).toBeGreaterThan(0);
    expect(flagged.every((txn) => ids.has(txn.origTxnId))).toBe(true);
    expect(transactions.some((txn) => txn.summary === '冲正' && txn.reversal === 'normal' && txn.amountFen > 0)).toBe(
      true,
    );
    expect(transactions.some((txn) => txn.amountFen < 0)).toBe(true);
    expect(transactions.filter((txn) => txn.isForeign)).toHaveLength(5);
  });
});

describe('the people', () => {
  const persons = branch.people
    .filter((person) => person.customer.custType === '个人')
    .map((person) => person.customer);

  test('have ID numbers with a right check character in a region that does not exist', () => {
    for (const { idNo = '', birthDate = '' } of persons) {
      expect(idNo).toMatch(/^990100\d{11}[\dX]$/);
      expect(idNo.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
      // Independent of idCheck: weights 2^(17-i) over all 18 characters give 1 modulo 11 (GB 11643).
      const digits = [...idNo].map((character) => (character === 'X' ? 10 : Number(character)));
      expect(digits.reduce((sum, digit, at) => (sum + digit * (2 ** (17 - at) % 11)) % 11, 0)).toBe(1);
    }
  });

  // The example of the standard itself.
  test.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('have the check character of the standard: %s → %s', (first17, check) => {
    expect(idCheck(first17)).toBe(check);
  });

  test('have names of the invented lists and phone numbers that no network gives out', () => {
    const names = new Set(surnames.flatMap((surname) => givenNames.map((given) => surname + given)));
    expect(persons.filter((person) => !names.has(person.custName ?? ''))).toEqual([]);
    expect(persons.filter((person) => !/^100\d{8}$/.test(person.phone ?? ''))).toEqual([]);
  });

  test('have account numbers that no bank issues', () => {
    const accounts = stories.flatMap(({ story }) => story.accounts.map((account) => account.acctNo));
    expect(accounts.filter((account) => !/^9900\d{15}$/.test(account))).toEqual([]);
    expect(new Set(accounts).size).toBe(accounts.length);
  });
});

describe('the quotas', () => {
  test.each([1, 2, 3, 7, 49, 50, 51, 99, 100, 150, 199, 200, 201, 1_000, 12_345, 50_000])(
    'of %i customers add up',
    (customers) => {
      const quotas = tierQuotas(customers);
      expect([...quotas.values()].reduce((sum, quota) => sum + quota, 0)).toBe(customers);
      expect(Math.min(...quotas.values())).toBeGreaterThanOrEqual(0);
      expect(Math.abs((quotas.get('睡眠客户') ?? 0) - customers * 0.22)).toBeLessThanOrEqual(0.5 + 1e-9);
    },
  );

  test('fill seven tiers from 25 customers on', () => {
    expect([...tierQuotas(25).values()].every((quota) => quota > 0)).toBe(true);
  });
});

test.each([0, -1, 1.5, 1_000_001, Number.NaN])('a branch of %d customers is refused', (customers) => {
  expect(() => inventBranch({ customers, seed: 1 })).toThrow(RangeError);
});
