// The register after the rules of attribution: one Episode per row, each in exactly one state (C1, §5.6).
import { type Day, daysBetween } from '../../model/day.js';
import type { Referral } from '../../model/referral.js';
import type { Rules } from '../../model/rules.js';
import { attributed, filledIn, inRegisterOrder, isFailure, knownOn } from './attribution.js';
import { directionReader } from './directions.js';
import type { Episode } from './episode.js';
import { type ReferralInput, registerOf } from './input.js';
import type { ReferralState } from './listed.js';
import { openingReader } from './opening.js';
import { type Outcome, successReader } from './outcome.js';
import { partyReader } from './parties.js';
import { personReader } from './persons.js';
import { referralNumbers } from './referral-number.js';
import { selfReferralTest } from './self-referral.js';

interface Standing {
  readonly ageDays: number;
  readonly outcome: Outcome | null;
  readonly daysToSuccess: number | null;
  readonly isFailed: boolean;
}

function openState({ ageDays, outcome, daysToSuccess, isFailed }: Standing, windowDays: number): ReferralState {
  if (outcome === null) return '未提供';
  if (outcome.isCancelled) return '撤销';
  if (daysToSuccess !== null) return daysToSuccess <= windowDays ? '成功' : '逾期成交';
  // Without a date only a young referral has surely succeeded within the window.
  if (outcome.isUndated) return ageDays <= windowDays ? '成功' : '逾期成交';
  if (ageDays >= windowDays) return '未成功';
  return isFailed ? '在途未成交' : '在途';
}

function customerTypeOf(customerId: string | null, opened: Day | undefined, registered: Day, asOf: Day) {
  if (customerId === null || (opened !== undefined && opened > asOf)) return '潜在';
  return opened !== undefined && opened >= registered ? '新客户' : '存量';
}

function isOutOfPeriod({ registeredAt: { day } }: Referral, { from, through }: ReferralInput): boolean {
  return (from !== null && day < from) || (through !== undefined && day > through);
}

/** Whether the days of successes are known: of 已成交 alone they are not. */
function datesDeals(input: ReferralInput, { ref }: Rules): boolean {
  const register = registerOf(input);
  if (ref.successDef !== 'deal' || register.some(({ dealDate }) => dealDate !== undefined)) return true;
  return register.every(({ status }) => status !== '已成交');
}

/** The first registration of each person and what later rows add to it; rows that refer themselves stand aside. */
function mergedRows(
  rows: readonly Referral[],
  keys: readonly string[],
  isSelf: readonly boolean[],
  windowDays: number,
) {
  const places = rows.flatMap((_, place) => (isSelf[place] === true ? [] : [place]));
  const pick = <T>(of: readonly T[]) => places.map((place) => of[place] as T);
  const firstOf = new Map<number, number>();
  const laterOf = new Map<number, Referral[]>();
  attributed(pick(keys), pick(rows), windowDays).forEach((first, at) => {
    const [place, target] = [places[at] as number, first === undefined ? undefined : (places[first] as number)];
    if (target === undefined) return;
    firstOf.set(place, target);
    laterOf.set(target, [...(laterOf.get(target) ?? []), rows[place] as Referral]);
  });
  return { firstOf, rows: rows.map((row, place) => filledIn(row, laterOf.get(place) ?? [])) };
}

/**
 * Every row of the register up to asOf, by registration; later rows are left out. Exactly W days after the first registration
 * still merges into it (以内 includes the number, §1.6). The order of the input never matters.
 */
export function episodesOf(input: ReferralInput, rules: Rules, asOf: Day): readonly Episode[] {
  const windowDays = rules.ref.successDays;
  const upToAsOf = (input.referrals ?? []).filter(({ registeredAt }) => registeredAt.day <= asOf);
  const rows = inRegisterOrder(upToAsOf).map((row) => knownOn(row, asOf));
  const persons = rows.map(personReader(rows, input.customers));
  const parties = rows.map(partyReader(rows, input.employees, input.customers));
  const numbers = referralNumbers(rows, input.employees, input.customers);
  const testSelf = selfReferralTest(input.customers);
  const isSelf = rows.map((row, place) => testSelf(row, persons[place]!, parties[place]!));
  const merged = mergedRows(
    rows,
    persons.map(({ key }) => key),
    isSelf,
    windowDays,
  );
  const readParties = partyReader(rows, input.employees, input.customers);
  const successOf = successReader(input, rules, asOf);
  const openedOn = openingReader(input);
  const directionOf = directionReader(registerOf(input), rules);
  const isTimed = datesDeals(input, rules);
  return merged.rows.map((row, place): Episode => {
    const { customerId, key } = persons[place]!;
    const first = merged.firstOf.get(place);
    const ageDays = daysBetween(row.registeredAt.day, asOf);
    const outcome = first === undefined ? successOf(row, customerId) : null;
    const successOn = outcome?.on ?? null;
    const daysToSuccess = successOn === null ? null : daysBetween(row.registeredAt.day, successOn);
    const standing = { ageDays, outcome, daysToSuccess, isFailed: isFailure(row) };
    const decide = (): ReferralState => {
      if (isOutOfPeriod(row, input)) return '期外';
      if (isSelf[place] === true) return '自荐';
      return first === undefined ? openState(standing, windowDays) : '重复';
    };
    const state = decide();
    const opened = customerId === null ? undefined : openedOn(customerId);
    const sides = readParties(row);
    return {
      referralNo: numbers[place]!,
      row,
      registeredAt: row.registeredAt,
      ageDays,
      ...sides,
      direction: directionOf(row, sides),
      customerId,
      personKey: key,
      customerType: customerTypeOf(customerId, opened, row.registeredAt.day, asOf),
      state,
      successOn,
      daysToSuccess,
      isTimed,
      isFailed: standing.isFailed,
      mergedInto: state === '重复' && first !== undefined ? numbers[first]! : null,
    };
  });
}
