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
  { custNo: 'C5', custName: '何立夏' },
  { custNo: 'C6', custName: '金卡', phone: '051288881' },
  { custNo: 'C7', phone: '62220212' },
];
const employees = [{ empNo: 'E1', empName: '何立夏' }];
const kinds = ['customers', 'contacts', 'referrals', 'employees', 'accounts'] as const;

function shown(
  given: { contact?: Partial<Contact>; referral?: Partial<Referral>; staff?: typeof employees | null },
  profile: Profile = 'manager',
) {
  const contacts = [{ contactedAt: { day: on('2025-09-01') }, custNo: 'C1', ...given.contact }];
  const other = { registeredAt: at('2025-09-02'), custName: '李清照' };
  const referrals = [{ registeredAt: at('2025-09-01'), ...given.referral }, other];
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
  ['存 5000000 元', '存 **** 元'],
  ['证件 11010119880101123X 已核', '证件 **** 已核'],
  ['李清照的邻居来问', '李*照的邻居来问'],
  ['何立夏的邻居来问', '何立夏的邻居来问'],
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
    ['何立夏 1397123000', '何立夏 1397123000'],
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
  [{ referrerType: '存量客户' }, '孔令仪'],
  [{ referrerType: '客户经理' }, '孔*仪'],
  [{ referrerRole: '客户主管' }, '孔*仪'],
])('a referrer with %j who is a customer is read as %s beside a staff list', (more, expected) => {
  expect(shown({ referral: { referrerName: '孔令仪', ...more } }).referral?.referrerName).toBe(expected);
});

test.each([
  ['孔令仪专属顾问', '孔*仪专属顾问'],
  ['白金卡专员', '白金卡专员'],
  ['金卡', '金*'],
])('a role “%s” is read as “%s”: a name of two characters may be a word there', (receiverRole, expected) => {
  expect(shown({ referral: { receiverRole } }).referral?.receiverRole).toBe(expected);
});

test('every column of a row is masked, not the last one alone', () => {
  const { contact } = shown({
    contact: { reason: '孔令仪来电', content: '回孔令仪', result: '好', place: '孔令仪家' },
  });
  expect(contact).toMatchObject({ reason: '孔*仪来电', content: '回孔*仪', result: '好', place: '孔*仪家' });
});

test('words that come again are masked again', () => {
  const row = { contactedAt: { day: on('2025-09-01') }, custNo: 'C1', content: '孔令仪来电 13971230001' };
  const { contacts } = withoutPersons(
    { customers, contacts: [row, row, { ...row }] },
    ['customers', 'contacts'],
    'manager',
  );
  expect(contacts?.map(({ content }) => content)).toEqual(Array(3).fill('孔*仪来电 ****'));
});

test('without a customer export nobody knows what is a 客户号, and account numbers stay', () => {
  const accounts = [{ acctNo: '6222021234567890123', custNo: '6222021234567890123' }];
  const masked = withoutPersons({ accounts, customers: undefined }, ['accounts', 'customers'], 'manager');
  expect(masked.accounts).toEqual(accounts);
});

test.each([
  ['051288881', '****8881'],
  ['62220212', '62220212'],
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
