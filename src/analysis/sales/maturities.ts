// 到期承接台账 (§4.9.5): what matured in the last days, and what its owners bought since [O-2].
import { addDays, type Day } from '../../model/day.js';
import { addFen, fenOf, zeroFen } from '../../model/fen.js';
import { ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import { datedAum } from '../dated-aum.js';
import { purchasesOf } from '../purchases.js';
import { groupBy } from '../referral/group-by.js';
import type { SalesInput } from './input.js';
import { type MaturedProduct, maturedProducts } from './matured.js';
import { type People, peopleOf } from './people.js';
import type { MaturityLedger, MaturityRow, RetentionFigures, RetentionState } from './report.js';
import { type Retained, retainedOf } from './retained.js';
import { saleKeys } from './sale-key.js';

interface Settled {
  readonly product: MaturedProduct;
  /** null = no sales exports. */
  readonly retained: Retained | null;
}

function stateOf({ product, retained }: Settled): RetentionState {
  if (retained === null) return '未提供';
  if (retained.boughtOn === null) return '未承接';
  return product.amountFen === null || retained.retainedFen >= product.amountFen ? '已承接' : '部分承接';
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce<number>((total, amount) => addFen(fenOf(total), fenOf(amount)), zeroFen);
}

interface AumAround {
  /** At the latest snapshot before the day; null = there is none. */
  before(custNo: string, day: Day): number | null;
  now(custNo: string): number | null;
}

/** Both sides need a snapshot of their own: the same one twice would keep everything. */
function aumAround({ balances }: SalesInput, asOf: Day): AumAround {
  const aum = datedAum(balances);
  const last = aum.latest(asOf);
  return {
    before(custNo, day) {
      const date = aum.latest(addDays(day, -1));
      return date === undefined || date === last ? null : aum.on(custNo, date);
    },
    now: (custNo) => (last === undefined ? null : aum.on(custNo, last)),
  };
}

function keptOf(byCustomer: ReadonlyMap<string, readonly Settled[]>, aum: AumAround) {
  const pairs = [...byCustomer].map(([custNo, own]) => {
    const first = own.map(({ product }) => product.maturedOn).sort()[0];
    return { before: first === undefined ? null : aum.before(custNo, first), now: aum.now(custNo) };
  });
  const known = pairs.flatMap(({ before, now }) => (before === null || now === null ? [] : [{ before, now }]));
  const keptRate = ratio(sum(known.map(({ now }) => now)), sum(known.map(({ before }) => before)));
  return { keptRate: known.length === 0 ? null : keptRate, withoutAumBefore: pairs.length - known.length };
}

function figuresOf(settled: readonly Settled[], aum: AumAround): RetentionFigures {
  const byCustomer = groupBy(settled, ({ product }) => product.custNo);
  const isProvided = settled.every(({ retained }) => retained !== null);
  const won = [...byCustomer.values()].filter((own) =>
    own.some(({ retained }) => (retained?.boughtOn ?? null) !== null),
  );
  const withoutAmount = settled.filter(({ product }) => product.amountFen === null).length;
  const hasAmounts = settled.length === 0 || withoutAmount < settled.length;
  const maturedFen = hasAmounts ? sum(settled.map(({ product }) => product.amountFen ?? 0)) : null;
  const retainedFen = isProvided && hasAmounts ? sum(settled.map(({ retained }) => retained?.retainedFen ?? 0)) : null;
  return {
    customers: byCustomer.size,
    matured: settled.length,
    withoutAmount,
    maturedFen,
    retainedFen,
    customerRate: isProvided ? ratio(won.length, byCustomer.size) : null,
    assetRate: retainedFen === null || maturedFen === null ? null : ratio(retainedFen, maturedFen),
    ...keptOf(byCustomer, aum),
  };
}

function toRow(settled: Settled, key: string, people: People, days: number): MaturityRow {
  const { product, retained } = settled;
  const { custNo, maturedOn } = product;
  return {
    key,
    customerId: custNo,
    customerName: people.customerName(custNo, product.custName),
    managerName: people.managerName(custNo),
    productKind: product.kind,
    productName: product.name,
    maturedOn,
    maturedFen: product.amountFen,
    windowEndsOn: addDays(maturedOn, days),
    boughtOn: retained?.boughtOn ?? null,
    retainedFen: product.amountFen === null ? null : (retained?.retainedFen ?? null),
    state: stateOf(settled),
  };
}

/** In the order of `products`, which is by day. */
function settle(products: readonly MaturedProduct[], input: SalesInput, days: number, asOf: Day): readonly Settled[] {
  const purchases = purchasesOf(input, asOf);
  if (purchases === undefined) return products.map((product) => ({ product, retained: null }));
  const retained = new Map<MaturedProduct, Retained>();
  for (const [custNo, own] of groupBy(products, ({ custNo }) => custNo)) {
    const answers = retainedOf(own, purchases.get(custNo) ?? [], days);
    for (const [index, product] of own.entries()) {
      const answer = answers[index];
      if (answer !== undefined) retained.set(product, answer);
    }
  }
  return products.map((product) => ({ product, retained: retained.get(product) ?? null }));
}

/** Matured after asOf − ledger.retentionDays and through asOf. null = neither sales nor accounts nor holdings were given. */
export function maturitiesOf(input: SalesInput, rules: Rules, asOf: Day): MaturityLedger | null {
  const { retentionDays } = rules.ledger;
  const products = maturedProducts(input, { after: addDays(asOf, -retentionDays), through: asOf });
  if (products === undefined) return null;
  const people = peopleOf(input, rules, asOf);
  const aum = aumAround(input, asOf);
  const settled = settle(products, input, retentionDays, asOf);
  const keys = saleKeys(
    products,
    ({ keyBase }) => keyBase,
    ({ maturedOn }) => maturedOn,
  );
  const rows = settled.map((one) => ({
    one,
    row: toRow(one, keys.get(one.product) ?? one.product.keyBase, people, retentionDays),
  }));
  const byManager = [...groupBy(rows, ({ row }) => row.managerName ?? '未分配')]
    .map(([managerName, own]) => ({
      managerName,
      ...figuresOf(
        own.map(({ one }) => one),
        aum,
      ),
    }))
    .sort((a, b) => (a.managerName < b.managerName ? -1 : 1));
  return {
    days: { from: addDays(asOf, 1 - retentionDays), through: asOf },
    rows: people.showsCustomers ? rows.map(({ row }) => row) : [],
    figures: figuresOf(settled, aum),
    byManager,
  };
}
