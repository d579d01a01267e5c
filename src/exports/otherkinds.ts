// Lists of a branch that look like an export we read (they name customers and days) and are something else.
import { type HeadingColumn, normaliseHeader } from './header.js';
import type { Match } from './matching.js';

interface OtherKind {
  readonly title: string;
  /** Of each group one header must be there. */
  readonly groups: readonly (readonly string[])[];
}

function other(title: string, ...groups: readonly string[]): OtherKind {
  return { title, groups: groups.map((words) => words.split(' ').map((word) => normaliseHeader(word).name)) };
}

/** §6.3, the kinds that are not read yet, by headers that no other kind has together. */
const otherKinds: readonly OtherKind[] = [
  other('基金交易', '基金代码', '申请金额 委托金额 确认金额 申请份额 确认份额 业务类型 业务代码 交易金额 金额'),
  other(
    '理财销售',
    '购买日期 认购日期 办理日期 签约日期 成交日期 交易日期',
    '产品名称 产品代码 理财名称 理财编号',
    '购买金额 认购金额 确认金额 申购金额 成交金额 交易金额',
  ),
  other('产品持有', '产品类别 产品种类 产品代码 产品编号', '持有金额 市值 持有市值 持有份额 份额 当前金额'),
  other('贷款', '借据号 合同号 贷款账号 贷款品种', '放款日期 发放日期 起贷日 贷款金额 合同金额 发放金额'),
  other(
    '转介登记',
    '转介人 转介人编号 转介人姓名 转介编号 引荐人',
    '登记时间 登记日期 转介日期 提交时间 接收人 承接人 被转介客户号 意向产品',
  ),
  other(
    '营销记录',
    '营销时间 联系日期 拜访日期 接触时间',
    '方式 接触方式 事由 联系事由 营销主题 内容 结果 接触结果 营销结果',
  ),
  other('投诉', '工单号 投诉编号 投诉日期 受理时间', '办结时间 解决时间 结案日期 级别 投诉等级 紧急程度 首问责任人'),
  other('评分', '评分日期', '分数 NPS 推荐意愿'),
];

/** Fields that only a list of bookings has. */
const bookingFields = ['dc', 'balance', 'summary', 'income', 'expense'];

/** The Chinese name of the kind these columns rather are; undefined for an account's bookings, whatever else they carry. */
export function otherKindOf(columns: readonly HeadingColumn[], match: Match): string | undefined {
  if (bookingFields.some((field) => match.columns.has(field)) && match.columns.has('txnDate')) return undefined;
  const names = new Set(columns.flatMap((column) => column.names));
  return otherKinds.find(({ groups }) => groups.every((words) => words.some((word) => names.has(word))))?.title;
}
