// What the checks of 待核实 share. Their texts name employees, and customers by 客户号 only.
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import type { Episode, Party } from './episode.js';
import type { ReferralInput } from './input.js';
import type { ReviewQuestion } from './listed.js';
import { byRegistration, compare } from './order.js';

export type ReviewInput = Pick<
  ReferralInput,
  'customers' | 'accounts' | 'wealthSales' | 'fundTransactions' | 'engine' | 'measures'
>;

export type ReviewCheck = (
  episodes: readonly Episode[],
  input: ReviewInput,
  rules: Rules,
  asOf: Day,
) => readonly ReviewQuestion[];

/** @example partyText({ kind: '存量客户', no: 'C1', name: '张三', role: null, key: '客户 C1' }) // => '客户C1' */
export function partyText({ kind, no, name }: Party): string {
  if (kind === '存量客户') return customerText(no);
  if (name === null) return no === null ? '未填写的转介人' : `工号${no}`;
  return no === null ? name : `${name}（${no}）`;
}

/** @example customerText(null) // => '未填客户号的客户' */
export function customerText(customerId: string | null): string {
  return customerId === null ? '未填客户号的客户' : `客户${customerId}`;
}

/** Customers of several episodes, each once, ascending; those without 客户号 are counted at the end. */
export function customersText(episodes: readonly Episode[]): string {
  const ids = new Set(episodes.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])));
  const unnumbered = new Set(episodes.flatMap(({ customerId, personKey }) => (customerId === null ? [personKey] : [])));
  const named = [...ids].sort(compare).map(customerText);
  return [...named, ...(unnumbered.size === 0 ? [] : [`${unnumbered.size}位未填客户号的客户`])].join('、');
}

/** 转介编号 in the order of registration. */
export function numbersOf(episodes: readonly Episode[]): readonly string[] {
  return [...new Set([...episodes].sort(byRegistration).map(({ referralNo }) => referralNo))];
}

/** Whether the register says at all who refers; empty names are not one person. */
export function isReferrerKnown({ referrer: { no, name } }: Episode): boolean {
  return no !== null || name !== null;
}

/** Day of the deal, also of one that was cancelled, through asOf. */
export function dealDay({ successOn, row: { dealDate } }: Episode, asOf: Day): Day | null {
  const on = successOn ?? dealDate ?? null;
  return on === null || on > asOf ? null : on;
}
