import { expect, test } from 'vitest';
import { aumSnapshotOn } from '../../src/analysis/aum.js';
import { keepingOf } from '../../src/analysis/own-customers.js';
import { recordsOfKeepers } from '../../src/analysis/own-records.js';
import type { BranchInput } from '../../src/analysis/portfolio/input.js';
import { fenOf } from '../../src/model/fen.js';
import { asOf, on, rulesWith } from './branch.js';
import { branchInput } from './portfolio/branch.js';
import { at } from './referral/register.js';

const of = (custNo: string) => ({ custNo });
const both = <T>(make: (who: { readonly custNo: string }) => T): readonly T[] => [make(of('C1')), make(of('C2'))];

/** One row of everything for a customer of 001 and one for a customer of 002. */
const input: BranchInput = {
  ...branchInput({ rules: rulesWith(), bookings: both(({ custNo }) => ({ custNo, day: asOf, amountFen: 1 })) }),
  customers: [
    { ...of('C1'), managerNo: '001' },
    { ...of('C2'), managerNo: '002' },
  ],
  accounts: both((who) => ({ ...who, acctNo: `A${who.custNo}` })),
  balances: both((who) => ({ ...who, dataDate: asOf })),
  holdings: both((who) => ({ ...who, signed: {} })),
  wealthSales: both((who) => ({ ...who, tradeDate: asOf, productName: 'P', amountFen: fenOf(1) })),
  fundTransactions: both((who) => ({ ...who, fundCode: '000001', business: '申购' })),
  loans: both((who) => who),
  contacts: both((who) => ({ ...who, contactedAt: { day: asOf } })),
  complaints: both((who) => ({ ...who, receivedAt: { day: asOf }, revisits: [] })),
  nps: both((who) => ({ ...who, ratedOn: asOf, score: 9 })),
  riskTests: both((who) => ({ ...who, testedOn: asOf, riskLevel: 'C1' })),
  points: both((who) => ({ ...who, day: asOf, points: undefined })),
  referrals: [
    ...both((who) => ({ ...who, registeredAt: at('2025-09-01'), receiverNo: '002' })),
    { registeredAt: at('2025-09-01'), custName: '准客户甲', receiverNo: '001' },
    { registeredAt: at('2025-09-01'), custName: '准客户乙', receiverNo: '002' },
  ],
};

function bookOf(employeeNo: string): BranchInput {
  const { keepers } = keepingOf(input, asOf);
  const keeper = keepers.find((one) => one.employeeNo === employeeNo);
  if (keeper === undefined) throw new Error(`nobody is ${employeeNo}`);
  return recordsOfKeepers(input, keepers)(keeper);
}

const kinds = [
  ...(['customers', 'accounts', 'balances', 'holdings', 'wealthSales', 'fundTransactions', 'loans'] as const),
  ...(['contacts', 'complaints', 'nps', 'riskTests', 'points'] as const),
];

test.each(kinds)('%s of other customers are in no own book', (kind) => {
  expect(bookOf('001')[kind]?.map(({ custNo }) => custNo)).toEqual(['C1']);
});

test('a snapshot without any of the customers says that they hold nothing', () => {
  const later = {
    ...of('C2'),
    dataDate: on('2025-10-31'),
    aumFen: fenOf(5),
    wealthFen: fenOf(5),
    aumYearAvgFen: fenOf(5),
  };
  const balances = [
    { ...of('C1'), dataDate: asOf, aumFen: fenOf(7) },
    { ...of('C2'), dataDate: asOf, aumFen: fenOf(5) },
    later,
  ];
  const { keepers } = keepingOf(input, asOf);
  const [keeper, other] = keepers.map(recordsOfKeepers({ ...input, balances }, keepers)).map((own) => own.balances);
  expect(keeper).toEqual([balances[0], { ...of('C1'), dataDate: on('2025-10-31'), aumFen: 0, wealthFen: 0 }]);
  expect(other).toEqual([balances[1], later]);
  expect(aumSnapshotOn(keeper, on('2025-10-31'))?.fenOf.get('C1')).toBe(0);
});

test('a referral belongs to who looks after the customer, else to who received it', () => {
  const told = (no: string) => bookOf(no).referrals?.map(({ custNo, custName }) => custNo ?? custName);
  expect([told('001'), told('002')]).toEqual([
    ['C1', '准客户甲'],
    ['C2', '准客户乙'],
  ]);
});

test('the engine answers for own customers only', () => {
  expect([...(bookOf('002').engine?.activities.keys() ?? [])]).toEqual(['C2']);
});

test('no list is walked again for every keeper', () => {
  let reads = 0;
  const row = {
    contactedAt: { day: asOf },
    get custNo() {
      reads += 1;
      return 'C1';
    },
  };
  const { keepers } = keepingOf(input, asOf);
  const recordsOf = recordsOfKeepers({ ...input, contacts: [row] }, keepers);
  expect(keepers.map((keeper) => recordsOf(keeper).contacts?.length)).toEqual([1, 0]);
  expect(reads).toBe(1);
});
