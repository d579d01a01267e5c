// 客户群组 on two axes (F7): age, and the share of investments in AUM.
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';

const adultAge = 18;

/**
 * Full years on a day; someone born on 29 February has a birthday on 1 March of other years.
 * @example ageOn('1980-10-01', '2025-09-30') // => 44
 */
export function ageOn(birthDate: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function ageGroup(age: number | null, { group }: Rules): string {
  if (age === null) return '年龄未知';
  if (age < adultAge) return '未成年';
  return age < group.ageSplit ? '青年组' : '中老年组';
}

function preference(aumFen: number | null, investFen: number | null, { group }: Rules): string {
  if (aumFen === 0) return '—';
  if (aumFen === null || investFen === null) return '未提供';
  return investFen >= group.investShare * aumFen ? '投资型' : '储蓄型';
}

/** 青年组·投资型; `investFen` is what of AUM is neither deposit nor treasury bond. */
export function customerGroup(
  age: number | null,
  aumFen: number | null,
  investFen: number | null,
  rules: Rules,
): string {
  return `${ageGroup(age, rules)}·${preference(aumFen, investFen, rules)}`;
}
