// Whether a product suits its buyer (D7, §5.7): product level ≤ customer level, by a test in force.
import type { Day } from '../../model/day.js';
import type { RiskTest } from '../../model/risk-test.js';
import type { Rules } from '../../model/rules.js';
import { contentKey } from '../content-key.js';
import { groupByCustomer } from '../dormant/by-customer.js';
import type { SalesInput } from './input.js';
import type { Suitability } from './report.js';

interface Purchase {
  readonly custNo: string | undefined;
  readonly on: Day;
  readonly productRisk: string | undefined;
  readonly productType: string | undefined;
}

interface SuitabilityVerdict {
  /** C1…C5 where it is a known level, else as written; null = not tested or not provided. */
  readonly riskLevel: string | null;
  readonly suitability: Suitability;
  /** The test was not known for the day of the purchase: judged by the one in force on asOf. */
  readonly isByAsOf: boolean;
}

interface Assessed {
  readonly riskLevel: string;
  readonly expiresOn: Day | undefined;
}

/** 未测评 = nobody tested this customer; 未提供 = no export says. */
type Standing = { readonly test: Assessed | '未测评' | '未提供'; readonly on: Day; readonly isByAsOf: boolean };

/** What a 保守型 customer may buy at all, whatever its level [S0]: fixed income and cash. */
const conservativeTypes = /固定收益|固收|债|存单|存款|现金|货币/;

/** What is neither, also beside a word of the former (偏债混合). */
const riskyTypes = /权益|股票|混合|商品|衍生|指数|QDII|贵金属|黄金|白银|外汇|另类|信托|保险/i;

/** 1 … 5; null = written in a way that the rules do not know. */
function levelOf(text: string, riskLevels: Readonly<Record<string, string>>): number | null {
  const known = /^[CR]([1-5])$/.exec(riskLevels[text.trim()] ?? text.trim().toUpperCase());
  return known?.[1] === undefined ? null : Number(known[1]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By customer, the oldest first. */
function testsByCustomer(tests: readonly RiskTest[], asOf: Day): ReadonlyMap<string, readonly RiskTest[]> {
  const known = tests.filter(({ testedOn }) => testedOn <= asOf);
  return groupByCustomer(
    [...known].sort((a, b) => compare(a.testedOn, b.testedOn) || compare(contentKey(a), contentKey(b))),
  );
}

function standingReader(input: SalesInput, asOf: Day): (custNo: string | undefined, on: Day) => Standing {
  const tests = testsByCustomer(input.riskTests ?? [], asOf);
  const isHistory = [...tests.values()].some((own) => new Set(own.map(({ testedOn }) => testedOn)).size > 1);
  const customers = new Map((input.customers ?? []).map((customer) => [customer.custNo, customer]));
  const states = (input.customers ?? []).some(({ riskLevel }) => riskLevel !== undefined);
  const none = input.riskTests === undefined && !states ? '未提供' : '未测评';
  const fromCustomer = (custNo: string): Standing['test'] => {
    const customer = customers.get(custNo);
    if (customer?.riskLevel !== undefined) return { riskLevel: customer.riskLevel, expiresOn: customer.riskExpiry };
    return customer === undefined && input.riskTests === undefined ? '未提供' : none;
  };
  return (custNo, on) => {
    if (custNo === undefined) return { test: '未提供', on, isByAsOf: false };
    const own = tests.get(custNo) ?? [];
    const test = own.findLast(({ testedOn }) => testedOn <= on);
    if (test !== undefined)
      return { test: { riskLevel: test.riskLevel, expiresOn: test.expiresOn }, on, isByAsOf: false };
    const latest = own.at(-1);
    if (latest === undefined) return { test: fromCustomer(custNo), on: asOf, isByAsOf: true };
    if (isHistory) return { test: '未测评', on, isByAsOf: false };
    return { test: { riskLevel: latest.riskLevel, expiresOn: latest.expiresOn }, on: asOf, isByAsOf: true };
  };
}

function judge(
  { riskLevel, expiresOn }: Assessed,
  on: Day,
  { productRisk, productType }: Purchase,
  rules: Rules,
): Suitability {
  const { riskLevels } = rules.ledger;
  if (expiresOn !== undefined && expiresOn < on) return '测评过期';
  const own = levelOf(riskLevel, riskLevels);
  if (own === 1 && riskyTypes.test(productType ?? '')) return '不适配';
  if (productRisk === undefined) return '未提供';
  const product = levelOf(productRisk, riskLevels);
  if (own === null || product === null) return '无法判定';
  if (product > own) return '不适配';
  return own === 1 ? judgeType(productType) : '适配';
}

/** Of a 保守型 customer; many exports write 运作模式 or just 理财 as the type, which says nothing of what the money is put into. */
function judgeType(productType: string | undefined): Suitability {
  if (productType === undefined) return '未提供';
  return conservativeTypes.test(productType) ? '适配' : '无法判定';
}

/** A test that expires on the day itself is still in force; one without expiry does not expire. */
export function suitabilityReader(
  input: SalesInput,
  rules: Rules,
  asOf: Day,
): (purchase: Purchase) => SuitabilityVerdict {
  const standingOf = standingReader(input, asOf);
  return (purchase) => {
    const { test, on, isByAsOf } = standingOf(purchase.custNo, purchase.on);
    if (typeof test === 'string')
      return { riskLevel: null, suitability: test, isByAsOf: isByAsOf && test !== '未提供' };
    const level = levelOf(test.riskLevel, rules.ledger.riskLevels);
    return {
      riskLevel: level === null ? test.riskLevel : `C${level}`,
      suitability: judge(test, on, purchase, rules),
      isByAsOf,
    };
  };
}
