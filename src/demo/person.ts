// One customer of the invented branch: the line of 客户信息 and what he is going to do.

import type { Customer } from '../model/customer.js';
import { type Day, daySerial } from '../model/day.js';
import { type Plan, planOf, type Role } from './habit.js';
import { asOf, days, indexOf, lastIndex, shifted } from './history.js';
import { inventCompany, inventCreditCode, inventIdNo, inventName, inventPhone } from './people.js';
import { type Random, randomOf } from './random.js';

export interface Person {
  /** From 0, in the order of the files. */
  readonly index: number;
  readonly role: Role;
  readonly customer: Customer;
  /** null = no booking that counts in all fourteen months. */
  readonly plan: Plan | null;
  /** Index of the opening day when it lies inside the history: then every balance begins at 0. */
  readonly openedAt: number | null;
  /** Index of the day on which the last account was closed. */
  readonly closedAt: number | null;
  readonly hasDollars: boolean;
  /** Wealth products from before, on top of what the role brings along. */
  readonly moreWealthFen: number;
}

/** A seat of the branch: which role, the how-manieth of it, and whether the first ones stand on the thresholds. */
export interface Seat {
  readonly index: number;
  readonly role: Role;
  readonly nth: number;
  readonly withEdges: boolean;
  readonly managers: readonly Manager[];
}

export interface Manager {
  readonly no: string;
  readonly name: string;
}

function custNoOf(index: number): string {
  return `0088${String(index + 1).padStart(6, '0')}`;
}

function between(from: string, to: string, random: Random): Day {
  return shifted(from as Day, random.int(0, daySerial(to as Day) - daySerial(from as Day)));
}

/** §7.2 C11 and C12: silent since the opening 180 days ago is 睡眠, 179 days ago is 新开未动户. */
function openingAge(seat: Seat, plan: Plan | null, random: Random): number | null {
  if (seat.role === '新开未动户') return seat.nth === 0 ? 179 : random.int(0, 178);
  if (seat.role === '睡眠客户' && plan === null && seat.withEdges && seat.nth === 1) return 180;
  const mayBeNew = ['潜力客户', '基础客户', '一般活跃'].includes(seat.role) && seat.nth > 3;
  if (!mayBeNew || plan === null || plan.count < 2 || !random.chance(0.1)) return null;
  return lastIndex - random.int(plan.from, plan.last - 1);
}

function identity(role: Role, random: Random): Partial<Customer> {
  if (role === '对公') {
    return {
      custName: inventCompany(random),
      custType: '对公',
      idType: '统一社会信用代码',
      idNo: inventCreditCode(random),
    };
  }
  const isFemale = random.chance(0.52);
  const birthDate = between('1945-01-01', '2004-12-31', random);
  const idNo = inventIdNo(random, birthDate, isFemale);
  const gender = isFemale ? '女' : '男';
  const risk = random.chance(0.9)
    ? { riskLevel: `C${random.int(1, 5)}`, riskExpiry: between('2024-06-01', '2026-03-31', random) }
    : {};
  return { custName: inventName(random), custType: '个人', idType: '身份证', idNo, gender, birthDate, ...risk };
}

const statusOf: Readonly<Partial<Record<Role, NonNullable<Customer['custStatus']>>>> = {
  销户: 'closed',
  死亡: 'deceased',
};

export function inventPerson(seat: Seat, seed: number): Person {
  const random = randomOf(seed, seat.index * 2);
  const planned = planOf(seat.role, seat.nth, seat.withEdges, random);
  const age = openingAge(seat, planned, random);
  const openDate = age === null ? between('2004-01-01', '2023-12-31', random) : shifted(asOf, -age);
  const openedAt = age === null ? null : indexOf(openDate);
  const plan = planned && openedAt !== null ? { ...planned, from: openedAt } : planned;
  const isClosed = seat.role === '销户' || seat.role === '账户全销';
  const closedAt = isClosed && plan ? Math.min(plan.last + random.int(1, 10), lastIndex) : null;
  const manager = random.chance(0.95) ? random.pick(seat.managers) : undefined;
  const customer: Customer = {
    custNo: custNoOf(seat.index),
    ...identity(seat.role, random),
    phone: inventPhone(random),
    openDate,
    closeDate: seat.role === '销户' && closedAt !== null ? days[closedAt] : undefined,
    custStatus: statusOf[seat.role] ?? 'open',
    branchNo: '9901',
    branchName: '云栖支行',
    managerNo: manager?.no,
    managerName: manager?.name,
    isStaff: seat.role !== '对公' && random.chance(0.02),
  };
  const hasDollars = seat.role === '核心客户' && seat.nth === 1;
  return { index: seat.index, role: seat.role, customer, plan, openedAt, closedAt, hasDollars, moreWealthFen: 0 };
}

/** Somebody who becomes a customer after the first fourteen months; has no plan, only a course. */
export function inventNewcomer(
  index: number,
  openedAt: number,
  isCorporate: boolean,
  managers: readonly Manager[],
  seed: number,
): Person {
  const random = randomOf(seed, index * 2);
  const role: Role = isCorporate ? '对公' : '一般活跃';
  const manager = random.pick(managers);
  const customer: Customer = {
    custNo: custNoOf(index),
    ...identity(role, random),
    phone: inventPhone(random),
    openDate: days[openedAt],
    custStatus: 'open',
    branchNo: '9901',
    branchName: '云栖支行',
    managerNo: manager.no,
    managerName: manager.name,
    isStaff: false,
  };
  return { index, role, customer, plan: null, openedAt, closedAt: null, hasDollars: false, moreWealthFen: 0 };
}
