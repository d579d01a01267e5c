// node bench/generate-ledger.mjs DIR [--customers N] [--employees N] [--seed N]
// An invented branch with everything the ledgers are made from, as of 2025-03-31. One customer in five is 贵宾.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { acctNo, custNo, days, two, yuan } from './cells.mjs';
import { dice } from './random.mjs';
import { writeTextFile } from './text-file.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    customers: { type: 'string', default: '10000' },
    employees: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = positionals[0];
const customers = Number(values.customers);
const employees = Number(values.employees);
const isSound = [customers, employees].every((count) => Number.isSafeInteger(count) && count > 0);
if (!folder || !isSound) {
  console.error('node bench/generate-ledger.mjs DIR [--customers N] [--employees N] [--seed N]');
  process.exit(2);
}
const below = dice(Number(values.seed));
const chosen = (list) => list[below(list.length)];

const isVip = (n) => n % 5 === 0;
const vips = Array.from({ length: Math.ceil(customers / 5) }, (_, n) => n * 5);
const wan = 1_000_000;
const empNo = (n) => `8${String(n + 1).padStart(4, '0')}`;
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const givenNames = ['云栖', '若水', '知秋', '望舒', '听雨', '南乔'];
const nameOf = (n) => `${surnames[n % surnames.length]}${givenNames[n % givenNames.length]}`;
const staffNo = (customer) => empNo(customer % employees);
const staffName = (customer) => nameOf(customer % employees);
const openedOn = (n) => `20${two[5 + (n % 19)]}-06-15`;
/** A day of the last quarter. */
const recently = () => days[275 + below(90)];
const soon = () => `2025-${two[4 + below(3)]}-${two[1 + below(28)]}`;

function* each(list, row) {
  let line = 0;
  for (const n of list) yield row(n, line++);
}
const everybody = Array.from({ length: customers }, (_, n) => n);
/** Some lines of customers, with repeats. */
const some = (list, lines) => Array.from({ length: lines }, () => chosen(list));

function balanceRow(n, day) {
  const share = isVip(n) ? wan * (25 + below(200)) : wan + below(15 * wan);
  const [demand, time, wealth, fund] = [share / 5, share / 4, share / 3, share / 10].map(Math.floor);
  const aum = demand + time + wealth + fund;
  const average = isVip(n) ? Math.max(aum, 21 * wan) : aum;
  return `${custNo(n)},${day},${[aum, average, demand + time, demand, time, wealth, fund].map(yuan).join(',')}`;
}

function* balanceRows() {
  for (const day of ['2024-12-31', '2025-03-31']) yield* each(everybody, (n) => balanceRow(n, day));
}

function* transactionRows(lines) {
  for (let n = 0; n < lines; n++) {
    const owner = Math.floor((below(1_000_000) / 1_000_000) ** 2 * customers);
    const [summary, direction, channel] = chosen([
      ['POS消费', 'D', 'POS'],
      ['手机银行转出', 'D', '手机银行'],
      ['他行汇入', 'C', '网银'],
      ['现金存入', 'C', '柜面'],
      ['结息', 'C', '批处理'],
    ]);
    const day = days[Math.floor((n / lines) * days.length)];
    const fen = 100 + below(below(20) === 0 ? 20_000_000 : 500_000);
    yield `${day},${String(n + 1).padStart(12, '0')},${acctNo(owner)},${custNo(owner)},${direction},${yuan(fen)},CNY,${summary},${channel}`;
  }
}

const products = ['云栖稳享90天', '云栖稳享180天', '云栖添利一年'];
const files = [
  {
    name: '客户信息.csv',
    header:
      '客户号,客户姓名,客户类型,证件号码,性别,出生日期,联系电话,职业,开户日期,客户状态,客户等级,风险等级,测评到期日',
    rows: each(everybody, (n) => {
      const birth = `19${two[50 + (n % 50)]}-${two[1 + (n % 12)]}-${two[1 + (n % 28)]}`;
      const idNo = `990101${birth.replaceAll('-', '')}${String(n % 1000).padStart(3, '0')}X`;
      const phone = `199${String(n).padStart(8, '0')}`;
      return `${custNo(n)},${nameOf(n)},个人,${idNo},${n % 2 ? '男' : '女'},${birth},${phone},教师,${openedOn(n)},正常,${isVip(n) ? '金卡' : '普通'},C${1 + (n % 5)},2025-${two[4 + (n % 9)]}-20`;
    }),
  },
  {
    name: '账户.csv',
    header: '账号,客户号,账户类型,币种,余额,开户日期,账户状态',
    rows: each(everybody, (n) => `${acctNo(n)},${custNo(n)},活期,CNY,${yuan(below(20 * wan))},${openedOn(n)},正常`),
  },
  {
    name: '资产快照.csv',
    header: '客户号,数据日期,金融资产,年日均,储蓄存款,活期,定期,理财,基金',
    rows: balanceRows(),
  },
  {
    name: '员工.csv',
    header: '工号,姓名,岗位,机构号,团队,状态',
    rows: each(
      Array.from({ length: employees }, (_, n) => n),
      (n) => `${empNo(n)},${nameOf(n)},${n % 4 === 0 ? '理财经理' : '客户经理'},0101,第${1 + (n % 4)}团队,在岗`,
    ),
  },
  {
    name: '管户关系.csv',
    header: '客户号,管户工号,管户员工,管户机构,分配日期,管理类型',
    rows: each(everybody, (n) => `${custNo(n)},${staffNo(n)},${staffName(n)},0101,2024-01-02,1`),
  },
  {
    name: '产品持有.csv',
    header: '客户号,产品类别,产品代码,产品名称,持有金额,购买日期,到期日,数据日期',
    rows: each(
      some(vips, vips.length * 2),
      (n, line) =>
        `${custNo(n)},理财,YQLC${two[line % 90]},${chosen(products)},${yuan(wan * (1 + below(50)))},${recently()},${soon()},2025-03-31`,
    ),
  },
  {
    name: '理财销售.csv',
    header:
      '购买日期,客户号,客户姓名,产品名称,产品代码,产品风险等级,购买金额,业绩比较基准,起息日,到期日,流水号,渠道,营销工号,营销人员',
    rows: each(some(everybody, Math.ceil(customers / 5)), (n, line) => {
      const bought = recently();
      return `${bought},${custNo(n)},${nameOf(n)},${chosen(products)},YQLC${two[line % 90]},R${1 + (line % 3)},${yuan(wan * (1 + below(50)))},2.30%-2.80%,${bought},${soon()},L${String(line).padStart(8, '0')},手机银行,${staffNo(n)},${staffName(n)}`;
    }),
  },
  {
    name: '基金交易.csv',
    header:
      '申请日期,确认日期,客户号,客户姓名,基金代码,基金名称,基金类型,业务类型,申请金额,确认金额,TA流水号,状态,客户经理',
    rows: each(some(everybody, Math.ceil(customers / 5)), (n, line) => {
      const [applied, fen] = [recently(), yuan(wan + below(20 * wan))];
      return `${applied},${applied},${custNo(n)},${nameOf(n)},${String(900_000 + (line % 50))},云栖稳健混合,混合型,申购,${fen},${fen},T${String(line).padStart(8, '0')},8,${staffName(n)}`;
    }),
  },
  {
    name: '转介登记.csv',
    header:
      '转介编号,登记时间,转介人编号,转介人姓名,转介岗位,接收人编号,接收人,被转介客户号,首访时间,转介状态,成交日期,成交产品,成交金额',
    rows: each(some(everybody, Math.ceil(customers / 10)), (n, line) => {
      const on = recently();
      const deal = line % 2 ? [on, chosen(products), yuan(wan * (1 + below(20)))] : ['', '', ''];
      return `Z${String(line).padStart(7, '0')},${on},${empNo((n + 7) % employees)},${nameOf((n + 7) % employees)},柜员,${staffNo(n)},${staffName(n)},${custNo(n)},${on},${line % 2 ? '已成交' : '跟进中'},${deal.join(',')}`;
    }),
  },
  {
    name: '联系记录.csv',
    header: '联系日期,客户号,客户姓名,接触方式,联系事由,接触结果,工号,客户经理',
    rows: each(
      some(vips, vips.length * 3),
      (n) => `${recently()},${custNo(n)},${nameOf(n)},电话,产品到期,约定面谈,${staffNo(n)},${staffName(n)}`,
    ),
  },
  {
    name: '交易明细.csv',
    header: '交易日期,交易流水号,账号,客户号,借贷标志,交易金额,币种,摘要,交易渠道',
    rows: transactionRows(customers * 20),
  },
];

mkdirSync(folder, { recursive: true });
for (const { name, header, rows } of files) writeTextFile(join(folder, name), header, rows, 'utf8');
