// From which post to which, and whether the need fits (C2–C5).
import type { Rules } from '../../model/rules.js';
import type { Episode } from './episode.js';
import type { ReferralRow } from './report.js';

/** 柜员 in the rules means every kind of teller. */
const kindsOfPost: Readonly<Record<string, readonly string[]>> = { 柜员: ['柜员', '高柜柜员', '低柜柜员'] };

/** @example isPost('低柜柜员', '柜员') // => true */
export function isPost(role: string | null, post: string): boolean {
  return role !== null && (kindsOfPost[post] ?? [post]).includes(role);
}

/** 合规 where a triple of `ref.directions` fits; a need is any of its words in 意向产品 or 触发条件. Customers refer to whom they like: 不适用. */
export function directionOf({ referrer, receiver, row }: Episode, rules: Rules): ReferralRow['direction'] {
  if (referrer.kind === '存量客户') return '不适用';
  const to = receiver?.role ?? null;
  if (referrer.role === null || to === null) return '岗位缺失';
  const stated = `${row.intendedProduct ?? ''}\n${row.trigger ?? ''}`;
  const isAllowed = rules.ref.directions.some(
    (allowed) =>
      isPost(referrer.role, allowed.from) &&
      isPost(to, allowed.to) &&
      (allowed.needs.length === 0 || allowed.needs.some((need) => stated.includes(need))),
  );
  return isAllowed ? '合规' : '方向不符';
}
