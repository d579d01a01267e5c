// The references of the benchmark do the work of segment: their figures of every customer are ours.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runIn } from '../run.js';

const script = (name: string) => fileURLToPath(new URL(`../../bench/${name}`, import.meta.url));
const isInstalled = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const python = isInstalled('/usr/bin/python3', '-c', 'import pandas') ? '/usr/bin/python3' : 'python3';
const hasPandas = isInstalled(python, '-c', 'import pandas');
const hasMiller = isInstalled('mlr', '--version');

const exports = {
  'customers.csv': `客户号,客户姓名,客户类型,开户日期,客户状态,风险等级,管户员工
0088000001,周若水,个人,2010-06-15,正常,C1,钱知秋
0088000002,赵云栖,个人,2010-06-15,正常,C1,钱知秋
0088000003,孙青禾,个人,2010-06-15,正常,C1,钱知秋
0088000004,李竹溪,个人,2025-01-15,正常,C1,钱知秋
0088000005,吴云栖,个人,2010-06-15,销户,C1,钱知秋
0088000006,云栖纸品,对公,2010-06-15,正常,C1,钱知秋
`,
  'accounts.csv': `账号,客户号,账户类型,币种,余额,开户日期,账户状态
9900000000000000001,0088000001,活期,CNY,1.00,2010-06-15,正常
9900000000000000011,0088000001,活期,CNY,1.00,2010-06-15,正常
9900000000000000002,0088000002,活期,CNY,1.00,2010-06-15,正常
9900000000000000003,0088000003,活期,CNY,1.00,2010-06-15,正常
9900000000000000004,0088000004,活期,CNY,1.00,2025-01-15,正常
`,
  'balances.csv': `客户号,数据日期,金融资产,活期,定期
0088000001,2025-03-31,100.10,100.10,0.00
0088000002,2025-03-31,200.20,200.20,0.00
`,
};

const header = '交易日期,交易时间,交易流水号,账号,客户号,借贷标志,交易金额,余额,币种,摘要,交易渠道,对方户名,对方账号';
const plain = [
  '2024-04-01,09:00:00,1,9900000000000000003,0088000003,D,10.00,1.00,CNY,POS消费,POS,云栖超市,',
  '2025-03-02,09:00:00,3,9900000000000000001,0088000001,D,600000.55,1.00,CNY,POS消费,POS,云栖超市,',
  '2025-03-02,09:00:00,3,9900000000000000001,0088000001,D,600000.55,1.00,CNY,POS消费,POS,云栖超市,',
  '2025-03-03,10:00:00,4,9900000000000000001,0088000001,C,60.00,1.00,CNY,现金存入,柜面,赵云栖,',
  '2025-03-04,10:00:00,5,9900000000000000002,0088000002,D,77.00,1.00,CNY,POS消费,POS,云栖超市,',
  '2025-03-05,10:00:00,6,9900000000000000002,0088000002,C,60.00,1.00,CNY,现金存入,柜面,赵云栖,',
  '2025-03-06,10:00:00,7,9900000000000000002,0088000002,D,1.00,1.00,CNY,短信服务费,批处理,,',
  '2025-03-07,10:00:00,8,9900000000000000002,0088000002,D,1.00,1.00,CNY,代扣电费,批处理,云栖供电所,',
  '2025-04-01,10:00:00,9,9900000000000000004,0088000004,D,1.00,1.00,CNY,POS消费,POS,云栖超市,',
];
const ownTransfer = [
  '2025-03-09,09:00:00,20,9900000000000000001,0088000001,D,300.00,1.00,CNY,转出,手机银行,周若水,9900000000000000011',
  '2025-03-09,09:00:00,20,9900000000000000011,0088000001,C,300.00,1.00,CNY,转入,手机银行,周若水,9900000000000000001',
];
const reversals = [
  '2025-03-10,10:00:00,30,9900000000000000002,0088000002,D,88.00,1.00,CNY,POS消费,POS,云栖超市,',
  '2025-03-10,11:00:00,31,9900000000000000002,0088000002,C,88.00,1.00,CNY,冲正,POS,云栖超市,',
  '2025-03-11,10:00:00,32,9900000000000000002,0088000002,D,-77.00,1.00,CNY,POS消费,POS,云栖超市,',
];

interface Listed {
  readonly customerId: string;
  readonly tier: string;
  readonly recencyDays: number | string | null;
  readonly frequency: number;
  readonly amountFen: number;
  readonly aumFen: number;
}

interface Scored {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

const figuresOf = ({ customerId, tier, recencyDays, frequency, amountFen, aumFen }: Listed) =>
  [customerId, tier, recencyDays, frequency, amountFen, aumFen].join();

const scoresOf = ({ r, f, m }: Scored) => [r, f, m];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'references-'));
  for (const [name, text] of Object.entries(exports)) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Customers as `segment` lists them, and as the reference does. */
async function listsOver(rows: readonly string[], command: string, args: readonly string[]) {
  writeFileSync(join(folder, 'transactions.csv'), [header, ...rows, ''].join('\n'));
  const { stdout } = await runIn(folder, ['segment', '.', '-f', 'json', '--quiet']);
  const ours: { customers: readonly (Listed & { scores: Scored })[] } = JSON.parse(stdout);
  const reference = spawnSync(command, args, { encoding: 'utf8', cwd: folder });
  const theirs: readonly (Listed & Scored)[] = JSON.parse(reference.stdout);
  return { ours: ours.customers, theirs };
}

test.skipIf(!hasPandas)('pandas finds our figures and scores, with copies, own transfers and reversals', async () => {
  const rows = [...plain, ...ownTransfer, ...reversals];
  const { ours, theirs } = await listsOver(rows, python, [script('pandas-segment.py'), folder]);
  expect(theirs.map(figuresOf)).toEqual(ours.map(figuresOf));
  expect(theirs.map(scoresOf)).toEqual(ours.map(({ scores }) => scoresOf(scores)));
});

test.skipIf(!hasMiller)(
  'Miller finds our figures where nothing is reversed or moved between own accounts',
  async () => {
    const files = ['customers.csv', 'accounts.csv', 'balances.csv', 'transactions.csv'];
    const args = ['-S', '--icsv', '--ojson', 'put', '-q', '-f', script('miller-segment.mlr'), ...files];
    const { ours, theirs } = await listsOver(plain, 'mlr', args);
    expect(theirs.map(figuresOf)).toEqual(ours.map(figuresOf));
  },
);
