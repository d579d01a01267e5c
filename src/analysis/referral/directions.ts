// From which post to which, and whether the need fits (C2–C5).
import type { Referral } from '../../model/referral.js';
import type { Rules } from '../../model/rules.js';
import type { ReferralRow } from './listed.js';
import type { Parties } from './parties.js';

/** 柜员 in the rules means every kind of teller. */
const kindsOfPost: Readonly<Record<string, readonly string[]>> = { 柜员: ['柜员', '高柜柜员', '低柜柜员'] };

/** @example isPost('低柜柜员', '柜员') // => true */
export function isPost(role: string | null, post: string): boolean {
  return role !== null && (kindsOfPost[post] ?? [post]).includes(role);
}

type Direction = Rules['ref']['directions'][number];

/** Whether all the words that a direction asks for are there; `isRecorded` lets pass what the register never states. */
function fits({ needs, triggers = [] }: Direction, stated: string, isRecorded: Recorded): boolean {
  const has = (words: readonly string[], isKnown: boolean) =>
    !isKnown || words.length === 0 || words.some((word) => stated.includes(word));
  return has(needs, isRecorded.needs) && has(triggers, isRecorded.triggers);
}

/** What some row of the register states: 意向产品 or 触发条件 at all, and 触发条件 alone. */
interface Recorded {
  readonly needs: boolean;
  readonly triggers: boolean;
}

/**
 * 合规 where a triple of `ref.directions` fits: a need is any of its words in 意向产品 or 触发条件, and where it has triggers, one
 * of those must stand there too. 需求缺失 where it could fit but for columns that the register never fills. Customers refer to
 * whom they like: 不适用.
 */
export function directionReader(
  register: readonly Referral[],
  { ref }: Rules,
): (row: Referral, parties: Parties) => ReferralRow['direction'] {
  const triggers = register.some(({ trigger }) => trigger !== undefined);
  const needs = triggers || register.some(({ intendedProduct }) => intendedProduct !== undefined);
  return (row, { referrer, receiver }) => {
    if (referrer.kind === '存量客户') return '不适用';
    const to = receiver?.role ?? null;
    if (referrer.role === null || to === null) return '岗位缺失';
    const stated = `${row.intendedProduct ?? ''}\n${row.trigger ?? ''}`;
    const own = ref.directions.filter((allowed) => isPost(referrer.role, allowed.from) && isPost(to, allowed.to));
    if (own.some((allowed) => fits(allowed, stated, { needs: true, triggers: true }))) return '合规';
    return own.some((allowed) => fits(allowed, stated, { needs, triggers })) ? '需求缺失' : '方向不符';
  };
}
