import { describe, expect, test } from 'vitest';
import { readMoment } from '../../src/exports/moment.js';
import type { ExportKind } from '../../src/model/intake.js';
import { memoryFile, readWhole, refusedWith, table } from './memory.js';

/** The first record of a header row and one data row. */
async function recordOf(...lines: readonly string[]): Promise<unknown> {
  return (await readWhole(memoryFile(table(...lines)))).records[0];
}

describe('推荐人 in a list of wealth sales', () => {
  const record = (headers: string, cells: string) =>
    recordOf(`购买日期,客户号,产品名称,购买金额,${headers}`, `2025-09-01,C1,稳盈一号,50000,${cells}`);

  test.each([
    ['is the salesperson where no column names one', '推荐人', '李四', { salesName: '李四', referrerName: undefined }],
    ['is the referrer beside 销售人员', '推荐人,销售人员', '李四,王五', { salesName: '王五', referrerName: '李四' }],
    ['is so also where 销售人员 is empty', '推荐人,销售人员', '李四,', { salesName: undefined, referrerName: '李四' }],
    [
      'sells where 客户经理 looks after',
      '推荐人,客户经理',
      '李四,王五',
      { salesName: '李四', referrerName: undefined },
    ],
    [
      'refers beside 转介人 only by that name',
      '转介人,推荐人',
      '赵六,李四',
      { salesName: '李四', referrerName: '赵六' },
    ],
    ['has a 工号 likewise', '推荐人工号,销售人员编号', '0101,0202', { salesNo: '0202', referrerNo: '0101' }],
    ['has a 工号 likewise, alone', '推荐人工号', '0101', { salesNo: '0101', referrerNo: undefined }],
  ])('%s', async (_, headers, cells, expected) => {
    expect(await record(headers, cells)).toMatchObject(expected);
  });
});

describe('what a record says', () => {
  test.each<readonly [ExportKind, string, readonly string[], object]>([
    [
      'referrals',
      'times to the second, and days alone',
      ['登记时间,转介人,接收人,客户姓名,首访时间', '2025-09-01 09:30:00,0101,李四,某某,2025-09-03'],
      {
        registeredAt: { day: '2025-09-01', time: '09:30:00' },
        firstVisitAt: { day: '2025-09-03' },
        referrerNo: '0101',
        receiverName: '李四',
      },
    ],
    [
      'complaints',
      'three revisits, with what is missing in its place',
      ['工单号,受理时间,级别,办结时间,回访日期1,回访日期3', 'T1,2025-09-01 08:00,一般,,2025-09-04,2025-10-01'],
      { level: '普通', resolvedAt: undefined, revisits: ['2025-09-04', undefined, '2025-10-01'] },
    ],
    [
      'holdings',
      'the services of a customer',
      ['客户号,手机银行标志,网银标志', 'C1,1,0'],
      { signed: { mobileBanking: true, onlineBanking: false } },
    ],
    [
      'targets',
      'the unit of the header and the year of the period',
      ['期间,指标,目标值(万元)', '2025Q3,AUM净增,1500'],
      { year: 2025, unit: '万元', target: { numerator: 1500, denominator: 1 } },
    ],
    [
      'events',
      'all customers of one cell',
      ['活动编号,活动日期,邀请名单客户号', 'E1,2025-09-01,C1、C2'],
      { invitedCustNos: ['C1', 'C2'] },
    ],
    [
      'fundTransactions',
      'the kind of business',
      ['申请日期,基金代码,业务类型,申请份额', '20250901,000001,124,1000.55'],
      { business: '赎回', fundCode: '000001' },
    ],
  ])('%s: %s', async (kind, _, lines, expected) => {
    const { open, records } = await readWhole(memoryFile(table(...lines)));
    expect(open.kind).toBe(kind);
    expect(records[0]).toMatchObject(expected);
  });

  test('a real date cell keeps its time', async () => {
    const rows = [
      ['登记时间', '转介人', '客户号'],
      [{ day: readMoment('2025-09-01')?.day, time: '09:30:00' }, '李四', 'C1'],
      [45901.25, '李四', 'C2'],
    ];
    const { records } = await readWhole(memoryFile(rows));
    expect(records).toMatchObject([
      { registeredAt: { day: '2025-09-01', time: '09:30:00' } },
      { registeredAt: { day: '2025-09-01', time: '06:00:00' } },
    ]);
  });
});

describe('names, branches and managers beside accounts and balances are read and not kept', () => {
  const decoration = '户名,机构号,机构名称,管户工号,客户经理';
  const decorated = '张三,0101,城东支行,0202,李四';

  test('in an account', async () => {
    expect(
      await recordOf(
        `账号,客户号,账户类型,币种,余额,可用余额,开户日期,状态,上次动户日期,${decoration}`,
        `62220001,C1,活期,CNY,1.25,1.20,2020-01-01,正常,2025-09-01,${decorated}`,
      ),
    ).toEqual({
      acctNo: '62220001',
      custNo: 'C1',
      acctType: '活期',
      currency: 'CNY',
      balanceFen: 125,
      availBalanceFen: 120,
      openDate: '2020-01-01',
      status: 'open',
      lastTxnDate: '2025-09-01',
    });
  });

  test('in a balance', async () => {
    expect(await recordOf(`客户号,数据日期,AUM,存款余额,${decoration}`, `C1,2025-09-30,10.01,5,${decorated}`)).toEqual({
      custNo: 'C1',
      dataDate: '2025-09-30',
      aumFen: 1001,
      depositFen: 500,
    });
  });

  test('and yet a branch whose last digits are lost refuses the file', async () => {
    const file = memoryFile(table(`账号,客户号,余额,${decoration}`, '62220001,C1,1,张三,6.2E+18,,,'));
    const { codes, problems } = await refusedWith(readWhole(file));
    expect(codes).toEqual(['digits-lost']);
    expect(problems).toMatchObject([{ line: 2, column: '机构号' }]);
  });
});
