// node bench/generate.mjs DIR [--transactions N] [--customers N] [--seed N] [--encoding utf8|gb18030]
// Plain exports of an invented branch as of 2025-03-31: one year of bookings in date order, 13 columns, nothing messy.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { acctNo, custNo, days, two, yuan } from './cells.mjs';
import { dice } from './random.mjs';
import { writeTextFile } from './text-file.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    transactions: { type: 'string', default: '1000000' },
    customers: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    encoding: { type: 'string', default: 'utf8' },
  },
});
const folder = positionals[0];
const transactions = Number(values.transactions);
const customers = Number(values.customers);
const isSound = Number.isSafeInteger(transactions) && Number.isSafeInteger(customers) && customers > 0;
if (!folder || !isSound || !['utf8', 'gb18030'].includes(values.encoding)) {
  console.error('node bench/generate.mjs DIR [--transactions N] [--customers N] [--seed N] [--encoding utf8|gb18030]');
  process.exit(2);
}
const below = dice(Number(values.seed));

/** Summary, direction, channel, counterparty, share in ten thousandths of the rows. */
const kinds = [
  ['POS消费', 'D', 'POS', '云栖超市', 1800],
  ['支付宝快捷支付', 'D', '第三方支付', '竹溪书店', 2200],
  ['财付通-微信支付', 'D', '第三方支付', '青禾菜场', 2200],
  ['手机银行转出', 'D', '手机银行', '周若水', 700],
  ['他行汇入', 'C', '网银', '钱知秋', 700],
  ['代发工资', 'C', '批处理', '云栖纸品有限公司', 400],
  ['理财购买', 'D', '手机银行', '', 200],
  ['现金存入', 'C', '柜面', '', 300],
  ['结息', 'C', '批处理', '', 500],
  ['短信服务费', 'D', '批处理', '', 600],
  ['代扣电费', 'D', '批处理', '云栖供电所', 400],
];
const drawn = kinds.flatMap((kind) => Array(kind[4] / 100).fill(kind));

function* perCustomer(row) {
  for (let n = 0; n < customers; n++) yield row(n);
}

function* transactionRows() {
  for (let n = 0; n < transactions; n++) {
    const day = days[Math.floor((n / transactions) * days.length)];
    // Squared: a few customers have most of the bookings, and some have none.
    const owner = Math.floor((below(1_000_000) / 1_000_000) ** 2 * customers);
    const [summary, direction, channel, party] = drawn[below(drawn.length)];
    const fen = summary === '结息' ? 1 + below(5_000) : 100 + below(below(50) === 0 ? 20_000_000 : 80_000);
    const time = `${two[8 + below(14)]}:${two[below(60)]}:${two[below(60)]}`;
    const partyAcct = party === '' ? '' : acctNo(900_000_000 + below(1000));
    yield `${day},${time},${String(n + 1).padStart(12, '0')},${acctNo(owner)},${custNo(owner)},${direction},${yuan(fen)},${yuan(below(50_000_000))},CNY,${summary},${channel},${party},${partyAcct}`;
  }
}

const openedOn = (n) => `20${two[5 + (n % 19)]}-06-15`;
const files = [
  {
    name: 'customers.csv',
    header: '客户号,客户姓名,客户类型,开户日期,客户状态,风险等级,管户员工',
    rows: perCustomer((n) => `${custNo(n)},赵云栖,个人,${openedOn(n)},正常,C${1 + (n % 5)},钱知秋`),
  },
  {
    name: 'accounts.csv',
    header: '账号,客户号,账户类型,币种,余额,开户日期,账户状态',
    rows: perCustomer((n) => `${acctNo(n)},${custNo(n)},活期,CNY,${yuan(below(50_000_000))},${openedOn(n)},正常`),
  },
  {
    name: 'balances.csv',
    header: '客户号,数据日期,金融资产,活期,定期',
    rows: perCustomer((n) => {
      const [demand, time] = [below(20_000_000), below(30_000_000)];
      return `${custNo(n)},2025-03-31,${yuan(demand + time)},${yuan(demand)},${yuan(time)}`;
    }),
  },
  {
    name: 'transactions.csv',
    header: '交易日期,交易时间,交易流水号,账号,客户号,借贷标志,交易金额,余额,币种,摘要,交易渠道,对方户名,对方账号',
    rows: transactionRows(),
  },
];

mkdirSync(folder, { recursive: true });
for (const { name, header, rows } of files) writeTextFile(join(folder, name), header, rows, values.encoding);
