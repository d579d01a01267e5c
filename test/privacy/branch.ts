// Every export that the newer commands read, with the invented people in it: in their own cells, and in the free texts of others.
import { csv, type Files, type Person, people, type Rows } from './people.js';

/** Two employees, who are no customers: they are shown in full everywhere. */
export const staff = [
  { no: '0201', name: '何立夏' },
  { no: '0202', name: '丁小满' },
] as const;

/** Everybody with an even place belongs to the first employee. */
export function keeperOf(at: number): (typeof staff)[number] {
  return staff[at % 2 === 0 ? 0 : 1];
}

/** The register gives no 客户号 for them: whoever received the referral must know whom to visit. */
export function isProspectOf(no: string, at: number): boolean {
  return isWithoutNumber(at) && keeperOf(at + 1).no === no;
}

const isWithoutNumber = (at: number) => at % 5 === 4;

const sleeping = 6;
const woken = 10;

/** What people write about others, in turn: a name alone, within words, with a phone in one piece and in groups, an account, an ID. */
function remark(at: number, nth: number): string {
  const { name, phone, account, idNo } = people[(at + 5) % people.length]!;
  const grouped = `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`;
  const remarks = [
    name,
    `与${name}同来，回电${phone}`,
    `${name}的亲戚（${grouped}）`,
    `转到卡${account}`,
    `证件${idNo}，${name}代办`,
    `电话 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
  ];
  return remarks[(at + nth) % remarks.length]!;
}

type Cell = (person: Person, at: number, other: Person) => string;
type Sheet = Readonly<Record<string, Cell>>;

const is =
  (text: string): Cell =>
  () =>
    text;
const custNo: Cell = ({ custNo: no }) => no;
const name: Cell = (person) => person.name;
/** Names of two characters are looked for in people's own words only: in the name of a product they are rather a part of it. */
const label =
  (nth: number): Cell =>
  (_, at, { name: other, phone }) =>
    [...other].length < 3 ? `名单${phone}` : remark(at, nth);
const saying =
  (nth: number): Cell =>
  (_, at) =>
    remark(at, nth);

const sheets: Readonly<Record<string, Sheet>> = {
  客户信息: {
    客户号: custNo,
    客户姓名: name,
    证件号码: ({ idNo }) => idNo,
    联系电话: ({ phone }) => phone,
    地址: ({ phone }, at) => `${remark(at, 0)}家 ${phone}`,
    工作单位: saying(1),
    职业: saying(2),
    客户等级: label(0),
    风险等级: label(4),
    出生日期: is('1988-10-02'),
    开户日期: is('2015-01-01'),
    客户状态: is('正常'),
    来源渠道: saying(3),
  },
  账户: {
    账号: ({ account }) => account,
    客户号: custNo,
    户名: name,
    账户类型: label(1),
    产品大类: (person, at, other) => (at % 3 === 0 ? '定期' : `活期${label(0)(person, at, other)}`),
    余额: is('300000.00'),
    开户日期: is('2015-01-01'),
    到期日: (_, at) => (at % 3 === 0 ? '2025-09-20' : ''),
  },
  资产快照0630: {
    客户号: custNo,
    客户姓名: name,
    数据日期: is('2025-06-30'),
    AUM: is('600000.00'),
    储蓄存款: is('1.00'),
  },
  资产快照0930: {
    客户号: custNo,
    客户姓名: name,
    数据日期: is('2025-09-30'),
    AUM: is('700000.00'),
    储蓄存款: is('2.00'),
  },
  产品持有: {
    客户号: custNo,
    客户姓名: name,
    产品类别: (person, at, other) => (at % 4 === 0 ? '理财' : `理财 ${label(2)(person, at, other)}`),
    产品代码: (_, at) => `P${at}`,
    产品名称: label(1),
    持有金额: is('100000.00'),
    购买日期: is('2025-03-01'),
    到期日: (_, at) => (at % 2 === 0 ? '2025-09-15' : '2025-10-03'),
    状态: label(4),
  },
  基金交易: {
    申请日期: is('2025-08-01'),
    确认日期: is('2025-08-03'),
    客户号: custNo,
    客户姓名: name,
    基金代码: (_, at) => `00000${at}`,
    基金名称: label(0),
    基金类型: label(1),
    业务类型: (person, at, other) => (at % 5 === 4 ? label(2)(person, at, other) : '申购'),
    申请金额: is('50000.00'),
    确认金额: is('50000.00'),
    确认份额: is('50000.00'),
    确认净值: is('1.0000'),
    分红方式: label(3),
    状态: (person, at, other) => (at % 2 === 0 ? '成功' : label(4)(person, at, other)),
    渠道: label(5),
    客户经理: (_, at) => keeperOf(at).name,
  },
  理财销售: {
    购买日期: is('2025-08-10'),
    客户号: custNo,
    客户姓名: name,
    产品名称: label(2),
    产品代码: (_, at) => `W${at}`,
    发行机构: label(1),
    产品类型: label(0),
    产品风险等级: (person, at, other) => (at % 2 === 0 ? 'R2' : label(4)(person, at, other)),
    购买金额: is('80000.00'),
    业绩比较基准: label(3),
    起息日: is('2025-08-11'),
    到期日: (_, at) => (at % 2 === 0 ? '2025-09-25' : '2026-02-11'),
    流水号: (_, at) => `LS${at}`,
    状态: label(5),
    办理渠道: label(1),
    营销人员: (_, at) => keeperOf(at).name,
    营销工号: (_, at) => keeperOf(at).no,
    转介人: (_, _at, other) => other.name,
  },
  转介登记: {
    转介编号: (_, at) => (at % 3 === 0 ? '' : `ZJ${at}`),
    登记时间: (_, at) => (at % 4 === 3 ? '2025-09-29 10:00' : `2025-0${(at % 6) + 3}-05 10:00`),
    转介人: (_, at, other) => [keeperOf(at).name, other.name, other.custNo, other.name][at % 4]!,
    转介人类型: (_, at) => ['柜员', '存量客户', '存量客户', ''][at % 4]!,
    接收人: (_, at) => keeperOf(at + 1).name,
    接收人工号: (_, at) => keeperOf(at + 1).no,
    接收岗位: label(0),
    接收时间: (_, at) => (at % 2 === 0 ? '2025-09-30 08:00' : ''),
    被转介客户号: (person, at) => (isWithoutNumber(at) ? '' : person.custNo),
    被转介客户姓名: name,
    被转介客户电话: ({ phone }) => phone,
    被转介客户证件: ({ idNo }) => idNo,
    触发条件: saying(1),
    意向产品: saying(2),
    意向金额: is('100000.00'),
    首访时间: (_, at) => (at % 2 === 0 ? '2025-09-30 09:00' : ''),
    反馈时间: (_, at) => (at % 3 === 0 ? '2025-09-30 09:30' : ''),
    转介状态: (_, at) => ['已成交', remark(at, 4), '未成交', '退回'][at % 4]!,
    成交日期: (_, at) => (at % 4 === 0 ? '2025-09-30' : ''),
    成交产品: saying(0),
    成交金额: is('100000.00'),
    未成交原因: saying(5),
  },
  联系记录: {
    日期: (_, at) => `2025-09-${at % 2 === 0 ? '02' : '24'}`,
    客户号: (person, at) => (at % 6 === 5 ? '' : person.custNo),
    客户姓名: name,
    接触方式: (_, at) => (at % 2 === 0 ? '电话' : remark(at, 1)),
    事由: saying(0),
    内容: saying(1),
    结果: saying(2),
    地点: saying(3),
    营销人: (_, at) => keeperOf(at).name,
    协同拜访人: (_, _at, other) => other.name,
    下次联系日: (_, at) => `2025-09-${at % 2 === 0 ? '15' : '30'}`,
  },
  风险测评: {
    客户号: custNo,
    客户姓名: name,
    评估结果: (person, at, other) => (at % 2 === 0 ? 'C3' : label(0)(person, at, other)),
    评估日期: is('2025-01-05'),
    到期日期: is('2026-01-05'),
  },
  投诉: {
    工单号: (_, at) => `TS${at}`,
    受理时间: is('2025-09-20 09:00'),
    客户号: custNo,
    投诉人: name,
    投诉类型: saying(1),
    办结时间: is('2025-09-26 09:00'),
    首问责任人: (_, at) => keeperOf(at).name,
    状态: saying(2),
    满意度: saying(3),
  },
  贷款: {
    客户号: custNo,
    借款人: name,
    借据号: ({ account }) => `${account}01`,
    贷款品种: label(1),
    放款日期: is('2025-08-05'),
    到期日: is('2025-10-02'),
    贷款金额: is('100000.00'),
    贷款余额: is('50000.00'),
    状态: is('正常'),
  },
  活动: {
    活动编号: is('HD1'),
    活动名称: label(1),
    活动日期: is('2025-08-01'),
    邀请名单客户号: custNo,
    是否签到: is('是'),
  },
  积分: { 日期: is('2025-09-01'), 对象: custNo, 类型: saying(0), 积分: is('10'), 备注: saying(1) },
  评分: { 客户号: custNo, 姓名: name, 评分日期: is('2025-09-28'), 分数: is('9'), 场景: saying(1) },
  管户关系: {
    客户号: custNo,
    客户姓名: name,
    管户工号: (_, at) => keeperOf(at).no,
    管户员工: (_, at) => keeperOf(at).name,
    起始日期: is('2024-01-01'),
    分配时客户等级: label(0),
  },
};

const employees: Rows = [
  ['工号', '姓名', '岗位', '团队'],
  ...staff.map(({ no, name: empName }, at) => [no, empName, at === 0 ? '客户经理' : '理财经理', remark(at, 0)]),
];

/** Six are active, four sleep, two of whom slept in June and woke in August. */
function bookings(): Rows {
  const header = ['交易日期', '流水号', '账号', '借贷标志', '交易金额', '摘要', '附言', '对方户名', '对方账号'];
  const rows = people.flatMap(({ account }, at) => {
    const other = people[(at + 5) % people.length]!;
    const active = ['2024-09-01', '2025-03-05', '2025-05-06', '2025-07-07', '2025-09-08'];
    const days = at < sleeping ? active : at < woken ? ['2024-09-02'] : ['2024-09-03', '2025-08-15'];
    return days.map((day, nth) => [
      ...[day, `T${at}${nth}`, account, nth % 2 === 0 ? '贷' : '借', '600000.00'],
      ...[remark(at, nth), remark(at, nth + 1), other.name, other.account],
    ]);
  });
  return [header, ...rows];
}

function table(sheet: Sheet): Rows {
  const cells = Object.values(sheet);
  const rows = people.map((person, at) => cells.map((cell) => cell(person, at, people[(at + 5) % people.length]!)));
  return [Object.keys(sheet), ...rows];
}

/** By file name without its extension. */
function exportsOf(): Readonly<Record<string, Rows>> {
  const tables = Object.entries(sheets).map(([kind, sheet]) => [kind, table(sheet)] as const);
  return { ...Object.fromEntries(tables), 员工: employees, 交易明细: bookings() };
}

/** The exports as CSV files; `alter` changes the rows below the header of every kind, or of some. */
export function branchFiles(
  alter: (row: readonly string[], at: number, kind: string) => readonly string[] = (row) => row,
): Files {
  return Object.fromEntries(
    Object.entries(exportsOf()).map(([kind, [header = [], ...rows]]) => [
      `${kind}.csv`,
      csv([header, ...rows.map((row, at) => alter(row, at, kind))]),
    ]),
  );
}
