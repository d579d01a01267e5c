import { expect, test } from 'vitest';
import type { Measure } from '../../src/engine/activity.js';
import { ownershipOf } from '../../src/engine/ownership.js';
import { daySerial } from '../../src/model/day.js';
import { asOf, booked, type Draft, day, reportOn } from './bookings.js';

const closeDate = day('2025-07-20');
const ownership = ownershipOf(undefined, [
  { acctNo: 'A1', custNo: 'C1' },
  { acctNo: 'A2', custNo: 'C1', closeDate },
  { acctNo: 'B1', custNo: 'C2' },
]);
const first: Measure = {
  name: 'first',
  of: 'first',
  classes: ['ACTIVE'],
  within: { after: null, through: asOf },
  closings: 'out',
};
const later: Draft = { acctNo: 'A1', on: '2025-08-10' };

test.each<readonly [string, readonly Draft[], string | null]>([
  ['on the closed account, that day', [{ acctNo: 'A2', on: '2025-07-20' }], null],
  ['on the closed account, the day before', [{ acctNo: 'A2', on: '2025-07-19' }], '2025-07-19'],
  ['on another account, that day', [{ acctNo: 'A1', on: '2025-07-20' }], '2025-07-20'],
  ['on the closed account, and later on another', [{ acctNo: 'A2', on: '2025-07-20' }, later], '2025-08-10'],
  [
    'on a number that lives on, as one of its sub-accounts was closed',
    [
      { acctNo: 'A2', on: '2025-07-20' },
      { acctNo: 'A2', on: '2025-08-10' },
    ],
    '2025-08-10',
  ],
  [
    'between two accounts, one of them closed that day',
    [
      { acctNo: 'A2', on: '2025-07-20', txnId: 'T1' },
      { acctNo: 'A1', on: '2025-07-20', txnId: 'T1', direction: 'C' },
    ],
    null,
  ],
  ['without an account, that day', [{ acctNo: undefined, custNo: 'C1', on: '2025-07-20' }], null],
  ['without an account, on a later day', [{ acctNo: undefined, custNo: 'C1', on: '2025-08-10' }], '2025-08-10'],
])('what counts first where closings are left out, booked %s: %s', async (_name, drafts, expected) => {
  const { activities } = await reportOn([drafts.map(booked)], { ownership, measures: [first] });
  expect(activities.get('C1')).toEqual([expected === null ? null : daySerial(day(expected))]);
});

test('a closing day of one customer is nothing to another', async () => {
  const drafts: readonly Draft[] = [{ acctNo: undefined, custNo: 'C2', on: '2025-07-20' }];
  const { activities } = await reportOn([drafts.map(booked)], { ownership, measures: [first] });
  expect(activities.get('C2')).toEqual([daySerial(closeDate)]);
});
