import { describe, expect, test } from 'vitest';
import { isSensitive } from '../../src/exports/sensitive-columns.js';
import { memoryFile, readWhole, refusedWith, table } from './memory.js';

test.each([
  ...[
    '密码',
    '交易密码',
    '查询密码',
    '登录密码',
    '密 码',
    '*支付密码：',
    '密码（密文）',
    '密码密文',
    '动态口令',
    'password',
    'PIN',
  ],
  ...['CVV', 'cvv2', 'CVN2', 'CVC', '卡片CVV码', '安全码', '卡安全码', '卡片验证码', 'ＣＶＶ'],
  ...['指纹', '指纹信息', '人脸', '人脸特征值', '人脸照片', '虹膜', '声纹数据', '指静脉模板'],
])('a column %s is sensitive', (header) => expect(isSensitive(header)).toBe(true));

test.each([
  ...[
    '密码标志',
    '是否设置密码',
    '有无密码',
    '密码重置日期',
    '密码状态',
    '密码错误次数',
    '凭密标志',
    'PIN标志',
    '密码锁',
  ],
  ...['人脸识别标志', '是否采集人脸', '指纹登录签约标志', '安全工具', '验证方式', 'CVVX', '客户号', '摘要码', ''],
])('a column %s is not', (header) => expect(isSensitive(header)).toBe(false));

describe('a file with sensitive columns is refused', () => {
  const header = '客户号,客户姓名,开户日期,交易密码,CVV2';
  const file = memoryFile(table(header, 'C1,甲某,2020-01-02,483920,771'));
  test('with the names of all of them, and nothing out of them', async () => {
    const { exitCode, problems } = await refusedWith(readWhole(file));
    expect(exitCode).toBe(3);
    expect(problems).toMatchObject([
      { code: 'sensitive-column', line: 1, column: '交易密码' },
      { code: 'sensitive-column', line: 1, column: 'CVV2' },
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/483920|771/);
  });
  test('also where the user maps one of them', async () => {
    const work = readWhole(file, { columns: new Map([['customers.custName', '交易密码']]) });
    expect((await refusedWith(work)).codes).toContain('sensitive-column');
  });
  test('also under a group', async () => {
    const lines = ['交易日期,客户号,交易金额,,卡片信息,', ',,收入,支出,卡面,密码', '2025-01-02,C1,5,,金卡,483920'];
    expect((await refusedWith(readWhole(memoryFile(table(...lines))))).problems).toMatchObject([
      { code: 'sensitive-column', column: '卡片信息-密码' },
    ]);
  });
});
