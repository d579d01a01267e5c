import { describe, expect, test } from 'vitest';
import { withoutPersons } from '../../src/cli/without-persons.js';
import type { Contact } from '../../src/model/contact.js';
import type { Customer } from '../../src/model/customer.js';
import type { Profile } from '../../src/model/masker.js';
import type { Referral } from '../../src/model/referral.js';
import { on } from '../analysis/branch.js';
import { at } from '../analysis/referral/register.js';

const customers: readonly Customer[] = [
  { custNo: 'C1', custName: '阮青山', phone: '13971230001', idNo: '110101198801011234' },
  { custNo: 'C2', custName: '孔令仪' },
  { custNo: 'C3', custName: '秦望舒', isStaff: true },
  { custNo: '13971230002', phone: '13971230002' },
];
const employees = [{ empNo: 'E1', empName: '何立夏' }];
const kinds = ['customers', 'contacts', 'referrals', 'employees', 'accounts'] as const;

function shown(
  given: { contact?: Partial<Contact>; referral?: Partial<Referral>; staff?: typeof employees | null },
  profile: Profile = 'manager',
) {
  const contacts = [{ contactedAt: { day: on('2025-09-01') }, custNo: 'C1', ...given.contact }];
  const referrals = [{ registeredAt: at('2025-09-01'), ...given.referral }];
  const list = given.staff === null ? undefined : employees;
  const accounts = [{ acctNo: '6222021234567890123', custNo: 'C1' }];
  const all = withoutPersons({ customers, contacts, referrals, employees: list, accounts }, kinds, profile);
  return { contact: all.contacts?.[0], referral: all.referrals?.[0], customers: all.customers };
}

test.each([
  ['2025-09-30 回电 139-7123-0001', '2025-09-30 回电 ****'],
  ['卡6222021234567890123', '卡****'],
  ['孔令仪介绍，秦望舒跟进', '孔*仪介绍,秦望舒跟进'],
  ['存 500000 元', '存 500000 元'],
  ['（下周再约）', '（下周再约）'],
])('a note “%s” is read as “%s”', (content, expected) => {
  expect(shown({ contact: { content } }).contact?.content).toBe(expected);
});

test('under full everything stays', () => {
  const content = '孔令仪 13971230001';
  expect(shown({ contact: { content } }, 'full').contact?.content).toBe(content);
});

describe('a name in a column of staff', () => {
  test.each([
    ['何立夏', '何立夏'],
    ['秦望舒', '秦望舒'],
    ['陌生人', '陌生人'],
    ['孔令仪', '孔*仪'],
    ['何立夏 13971230001', '何立夏 ****'],
  ])('%s is read as %s where there is a staff list', (staffName, expected) => {
    expect(shown({ contact: { staffName } }).contact?.staffName).toBe(expected);
  });

  test('may be an employee where there is no staff list', () => {
    expect(shown({ contact: { staffName: '孔令仪' }, staff: null }).contact?.staffName).toBe('孔令仪');
  });

  test.each([
    [{}, '孔*仪'],
    [{ referrerType: '存量客户' }, '孔令仪'],
    [{ referrerType: '柜员' }, '孔令仪'],
    [{ referrerNo: 'E9' }, '孔令仪'],
  ])('of a referrer with %j is read as %s without a staff list', (more, expected) => {
    const { referral } = shown({ referral: { referrerName: '孔令仪', ...more }, staff: null });
    expect(referral?.referrerName).toBe(expected);
  });
});

test.each([
  ['13971230001', '****0001'],
  ['110101198801011234', '110101******1234'],
  ['6222021234567890123', '622202******0123'],
  ['13971230002', '13971230002'],
  ['13971239999', '13971239999'],
  ['孔令仪', '孔*仪'],
  ['C2', 'C2'],
])('%s as 客户号 of a referral is read as %s', (custNo, expected) => {
  expect(shown({ referral: { custNo } }).referral?.custNo).toBe(expected);
});

test('the customers keep their own names, phones and numbers: the analysis masks them', () => {
  expect(shown({}).customers).toEqual(customers);
});
