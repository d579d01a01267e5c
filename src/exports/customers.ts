// 客户信息: one line per customer.
import type { Customer } from '../model/customer.js';
import { exportTitles } from '../model/intake.js';
import { readCustomerStatus, readFlag, readGender, readRiskLevel } from './code.js';
import { customerStatusDoubts, customerTypeDoubts } from './customer-codes.js';
import type { Export } from './export.js';
import { codeField, dayField, type FieldValues, idField, missingValue, personal, textField } from './field.js';

/** 客户号 goes by these names in every kind of export. */
export const custNoHeaders =
  '客户号 客户编号 客户代码 客户统一编号 核心客户号 客户ID 客户码 CIF号 CIF 客户内码 ECIF号 统一客户号 KHH';

export const expectedFlag = '是或否（1/0、Y/N）';

const fields = {
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 姓名 客户名 中文名称', '户名 账户名称 名称', personal),
  custType: { ...textField('客户类型 客户类别 客户性质 个人/对公', '对公对私标志'), doubts: customerTypeDoubts },
  idType: textField('证件类型 证件类别 证件种类 证件名称'),
  idNo: idField('证件号码 证件号 身份证号 身份证号码 证件编号', '', personal),
  gender: codeField('性别 客户性别', '', readGender, '男或女'),
  birthDate: dayField('出生日期 出生年月日 客户生日', '生日 出生年月'),
  phone: idField('联系电话', '手机号 手机号码 移动电话 预留手机 手机 联系方式 电话', personal),
  address: textField('地址 通讯地址 联系地址', '家庭住址 居住地址', personal),
  employer: textField('工作单位 就职单位 单位名称'),
  occupation: textField('职业', '职业类别 职务'),
  openDate: dayField('开户日期 首次开户日期 客户开立日期', '建档日期 客户创建日期 入行日期 入行日期(客户)'),
  closeDate: dayField('销户日期 注销日期 客户注销日期'),
  custStatus: {
    ...codeField(
      '客户状态',
      '状态 有效标志',
      readCustomerStatus,
      '正常、销户、死亡或冻结；本行的其他代码请先换成这些文字',
    ),
    doubts: customerStatusDoubts,
  },
  custLevel: textField('客户等级 客户层级 客户星级 客户级别', '贵宾等级 VIP等级 服务等级'),
  riskLevel: codeField('风险等级 风险承受能力 风险评级 风测结果', '评估结果', readRiskLevel, '风险等级'),
  riskExpiry: dayField('测评到期日 评估到期日 风险评估到期日期 风测有效期'),
  branchNo: idField('机构号 网点号 机构编号', '归属机构 所属网点 管户机构 开户机构'),
  branchName: textField('机构名称', '网点名称 支行'),
  managerNo: idField('管户工号 客户经理号 客户经理工号 管户经理编号', '维护人 绩效归属员工编号'),
  managerName: textField('管户员工 管户客户经理 客户经理 管户人', '归属员工 绩效归属员工名称'),
  isCredit: codeField('信贷客户标志 是否信贷客户 贷款客户标志', '', readFlag, expectedFlag),
  isStaff: codeField('本行员工标志 员工标志 是否员工', '', readFlag, expectedFlag),
  source: textField('来源渠道 获客渠道 客户来源', '开户渠道'),
  lastTxnDate: dayField('上次动户日期 最后交易日期 最近动账日期 最后动户日 上次交易日 SCDHRQ'),
  dataDate: dayField('数据日期 统计日期 采集日期'),
  productsHeld: textField('持有产品 产品持有 持有产品类别 产品标签'),
};

export const customerExport: Export<Customer> = {
  kind: 'customers',
  title: exportTitles.customers,
  fields,
  required: [
    ['custNo'],
    [
      ...['custName', 'idNo', 'phone', 'openDate', 'birthDate', 'gender'],
      ...['custType', 'custStatus', 'custLevel', 'riskLevel', 'address'],
    ],
  ],
  decoration: ['branchNo', 'branchName', 'managerNo', 'managerName', 'dataDate'],
  totalled: [],
  foreign: (
    '账户类别 储种 借贷标志 交易金额 购买金额 认购金额 借据号 基金代码 产品大类 ' +
    '份额 市值 受理时间 办结时间 评分日期 推荐意愿 沟通内容 接触结果'
  ).split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.custNo === undefined) return [missingValue('客户号')];
    // The fields are those of the record: a row's values are its record.
    return v as Customer;
  },
};
