// The same figures by referrer, post, pair of posts and product.
import { maskName } from '../../model/mask.js';
import type { Rules } from '../../model/rules.js';
import { type Episode, isTold, type Party } from './episode.js';
import { successFigures } from './figures.js';
import { groupBy } from './group-by.js';
import type { PointsAccounts } from './listed.js';
import { compare } from './order.js';
import { accountReader } from './points-account.js';
import type {
  DirectionFigures,
  ProductFigures,
  ReferrerFigures,
  RoleFigures,
  SuccessFigures,
} from './success-figures.js';

const unknownPost = '岗位缺失';
const unknownProduct = '未登记';

/** Says no more than the kind of referrer, in words that the dropdown does not know. */
const bareKind = /^(?:本行|行内|内部|老)?(?:员工|客户)$/;

/** 柜员、理财经理 … as the dictionary of 转介人类型 has them (§4.1); what the register writes comes first, unless it only says 员工. */
export function referrerTypeOf({ referrer, row: { referrerType } }: Episode): string {
  if (referrerType !== undefined && !bareKind.test(referrerType)) return referrerType;
  if (referrer.kind === '存量客户') return referrer.kind;
  return ['柜员', '理财经理', '客户经理', '大堂经理'].find((type) => referrer.role?.endsWith(type)) ?? '其他员工';
}

/** Employees in full, customers masked. */
export function shownName({ kind, name }: Party): string | null {
  return name === null || kind === '员工' ? name : maskName(name);
}

function postOf(party: Party | null): string {
  return party?.kind === '存量客户' ? party.kind : (party?.role ?? unknownPost);
}

/** Ranked ones first, best rate first; then those with too small a sample, by registrations descending. Equal rates by key. */
function byRank(a: Keyed, b: Keyed): number {
  if (a.isSmallSample !== b.isSmallSample) return a.isSmallSample ? 1 : -1;
  const better = a.isSmallSample ? b.registered - a.registered : compareRates(a, b);
  return better || compare(a.key, b.key);
}

type Keyed = SuccessFigures & { readonly key: string };

/** Exact: fractions are compared by their products. */
function compareRates({ matured: a }: SuccessFigures, { matured: b }: SuccessFigures): number {
  return b.numerator * a.denominator - a.numerator * b.denominator;
}

/** Ranks are those of competitions (1, 2, 2, 4), by matured rate, among those with `ref.minSample` matured referrals. */
export function byReferrer(
  counted: readonly Episode[],
  points: PointsAccounts,
  rules: Rules,
): readonly ReferrerFigures[] {
  const accountOf = accountReader(points);
  const figures = [...groupBy(counted, ({ referrer }) => referrer.key)].map(([key, own]) => {
    const { referrer } = own.at(-1)!;
    const named = own.findLast(({ referrer: { no } }) => no !== null)?.referrer ?? referrer;
    const points = own.every(isTold) ? (accountOf(named)?.points ?? 0) : null;
    const staffPoints = referrer.kind === '员工' ? points : 0;
    return { key, own: own.at(-1)!, named, staffPoints, ...successFigures(own, rules) };
  });
  const sorted = figures.sort(byRank);
  return sorted.map(({ key: _, own, named, ...rest }): ReferrerFigures => {
    const rank = 1 + sorted.filter((other) => !other.isSmallSample && compareRates(other, rest) < 0).length;
    return {
      rank: rest.isSmallSample ? null : rank,
      referrerNo: named.no,
      referrerName: shownName(named),
      referrerRole: own.referrer.role,
      referrerType: referrerTypeOf(own),
      ...rest,
    };
  });
}

function byRegistered<T extends SuccessFigures>(nameOf: (figures: T) => string) {
  return (a: T, b: T) => b.registered - a.registered || compare(nameOf(a), nameOf(b));
}

/** By registrations descending, then post. */
export function byRole(counted: readonly Episode[], rules: Rules): readonly RoleFigures[] {
  return [...groupBy(counted, ({ referrer }) => postOf(referrer))]
    .map(([role, own]) => ({ role, ...successFigures(own, rules) }))
    .sort(byRegistered(({ role }) => role));
}

/** By registrations descending, then product. */
export function byProduct(counted: readonly Episode[], rules: Rules): readonly ProductFigures[] {
  return [...groupBy(counted, ({ row }) => row.intendedProduct ?? unknownProduct)]
    .map(([product, own]) => ({ product, ...successFigures(own, rules) }))
    .sort(byRegistered(({ product }) => product));
}

/** null = of nobody is it known. */
function compliantOf(own: readonly Episode[]): number | null {
  const compliant = own.filter(({ direction }) => direction === '合规').length;
  return compliant > 0 || own.some(({ direction }) => direction === '方向不符') ? compliant : null;
}

/** Every pair of posts that occurs, by from, then to. */
export function byDirection(counted: readonly Episode[], rules: Rules): readonly DirectionFigures[] {
  const pairs = groupBy(counted, ({ referrer, receiver }) => JSON.stringify([postOf(referrer), postOf(receiver)]));
  return [...pairs.values()]
    .map((own): DirectionFigures => {
      const { referrer, receiver } = own[0]!;
      return {
        from: postOf(referrer),
        to: postOf(receiver),
        ...successFigures(own, rules),
        compliant: compliantOf(own),
      };
    })
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
}
