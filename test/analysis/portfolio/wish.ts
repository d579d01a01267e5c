// The invented branch of the portfolio and its sheets: seven customers, four employees, one quirk each.
import type { Booking } from '../branch.js';
import { bookingsOf, customer, on, rulesWith } from '../branch.js';
import { balance, managed, type PortfolioWish } from './branch.js';

const parts = (deposit: number, wealth: number, fund: number, insurance: number) => {
  const [depositFen, wealthFen, fundFen, insuranceFen] = [deposit, wealth, fund, insurance].map(
    (yuan) => balance('', '2025-09-30', yuan).aumFen,
  );
  return { depositFen, wealthFen, fundFen, insuranceFen };
};

/** Snapshots of two dates, so that 年日均 and the beginning of the quarter are known. */
const balances = [
  balance('C1', '2025-06-30', 600_000),
  balance('C1', '2025-08-31', 640_000),
  balance('C1', '2025-09-30', 650_000, parts(150_000, 300_000, 150_000, 50_000)),
  balance('C2', '2025-06-30', 300_000),
  balance('C2', '2025-08-31', 300_000),
  balance('C2', '2025-09-30', 290_000, parts(290_000, 0, 0, 0)),
  balance('C3', '2025-06-30', 250_000),
  balance('C3', '2025-08-31', 250_000),
  balance('C3', '2025-09-30', 260_000, parts(200_000, 50_000, 0, 0)),
  balance('C4', '2025-06-30', 800_000),
  balance('C4', '2025-08-31', 100_000),
  balance('C4', '2025-09-30', 30_000, parts(30_000, 0, 0, 0)),
  balance('C5', '2025-09-30', 900_000, parts(900_000, 0, 0, 0)),
  balance('C6', '2025-06-30', 10_000),
  balance('C6', '2025-09-30', 10_000, parts(10_000, 0, 0, 0)),
  balance('C7', '2025-06-30', 500_000),
];

const bookings: readonly Booking[] = [
  ...bookingsOf('C1', on('2025-09-20'), 6, 60_000_000),
  ...bookingsOf('C2', on('2025-06-30'), 1, 100),
  ...bookingsOf('C3', on('2025-03-01'), 1, 100),
];

export const branchWish: PortfolioWish = {
  rules: rulesWith(),
  customers: [
    customer('C1', on('2010-01-01'), {
      custName: '陈思奎',
      phone: '13212342345',
      gender: '男',
      birthDate: on('1990-05-01'),
      riskLevel: '稳健型',
      riskExpiry: on('2025-10-15'),
      occupation: '教师',
      managerNo: '001',
    }),
    customer('C2', on('2010-01-01'), { custName: '王芳', birthDate: on('1960-05-01') }),
    customer('C3', on('2010-01-01')),
    customer('C4', on('2010-01-01')),
    customer('C5', on('2025-08-15')),
    customer('C6', on('2010-01-01')),
    customer('C7', on('2010-01-01'), { closeDate: on('2025-08-01') }),
  ],
  employees: [
    { empNo: '001', empName: '周晓梅', role: '客户经理', isPresent: true },
    { empNo: '002', empName: '李强', role: '网点负责人' },
    { empNo: '003', empName: '赵敏', role: '低柜柜员' },
    { empNo: '009', empName: '钱进', role: '运营主管' },
  ],
  assignments: [
    managed('C1', '001', '2024-01-01'),
    managed('C2', '003', '2024-01-01', '2025-07-31'),
    managed('C2', '001', '2025-08-01'),
    managed('C4', '002', '2024-01-01'),
    managed('C5', '002', '2025-08-20'),
    managed('C7', '001', '2024-01-01'),
  ],
  balances,
  bookings,
  holdings: [
    {
      custNo: 'C1',
      productCategory: '理财',
      amountFen: balance('', '2025-09-30', 300_000).aumFen,
      maturityDate: on('2025-10-07'),
      signed: { mobileBanking: true, payroll: false },
    },
    { custNo: 'C2', productCategory: '保险', status: '已退保', signed: { mobileBanking: false } },
  ],
  contacts: [
    { custNo: 'C1', contactedAt: { day: on('2025-07-01') } },
    { custNo: 'C2', contactedAt: { day: on('2025-06-30') } },
  ],
};
