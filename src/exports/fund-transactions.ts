// 基金交易: applications and confirmations of the fund system.
import type { FundTransaction } from '../model/fund-transaction.js';
import { exportTitles } from '../model/intake.js';
import { readChannel, readDividendMode, readFundBusiness, readFundStatus } from './branch-codes.js';
import { custNoHeaders } from './customers.js';
import type { Export } from './export.js';
import {
  codeField,
  dayField,
  decimalField,
  type FieldValues,
  fenField,
  idField,
  missingValue,
  personal,
  textField,
} from './field.js';
import { bookingHeaders } from './transactions.js';

const fields = {
  applyDate: dayField('申请日期 委托日期', '交易日期'),
  confirmDate: dayField('确认日期'),
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 姓名 客户名', '户名', personal),
  fundCode: idField('基金代码', '产品代码'),
  fundName: textField('基金名称 基金简称', '产品名称'),
  fundType: textField('基金类型 基金类别'),
  business: codeField('业务类型 业务代码 基金业务类型', '', readFundBusiness, '认购、申购、赎回、定投或 TA 业务代码'),
  applied: fenField('申请金额 委托金额', '金额 交易金额'),
  appliedShare: decimalField('申请份额 委托份额', '份额'),
  confirmed: fenField('确认金额'),
  confirmedShare: decimalField('确认份额'),
  confirmedNav: decimalField('确认净值', '单位净值 净值'),
  fee: fenField('手续费 交易手续费'),
  discount: textField('折扣率 费率折扣'),
  dividendMode: codeField('分红方式 默认分红方式', '', readDividendMode, '0 红利转投或 1 现金分红'),
  taNo: idField('TA确认流水号 TA流水号 TA确认号'),
  status: codeField('状态 交易状态 确认状态', '', readFundStatus, '8 成功、9 失败或其他文字'),
  channel: codeField('渠道 办理渠道 交易渠道', '', readChannel, '渠道'),
  managerNo: idField('客户经理工号 客户经理号', '营销工号 销售人员编号 推荐人工号'),
  managerName: textField('客户经理', '营销人员 理财经理 推荐人'),
  recordingNo: idField('双录编号'),
};

export const fundTransactionExport: Export<FundTransaction> = {
  kind: 'fundTransactions',
  title: exportTitles.fundTransactions,
  fields,
  required: [['fundCode'], ['business'], ['applied', 'appliedShare', 'confirmed', 'confirmedShare']],
  decoration: ['custName', 'managerNo', 'managerName'],
  totalled: ['applied', 'confirmed', 'fee'],
  foreign: bookingHeaders,
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.fundCode === undefined) return [missingValue('基金代码')];
    if (v.business === undefined) return [missingValue('业务类型')];
    if (v.applyDate === undefined && v.confirmDate === undefined) return [missingValue('申请日期', '确认日期')];
    return {
      applyDate: v.applyDate,
      confirmDate: v.confirmDate,
      custNo: v.custNo,
      custName: v.custName,
      fundCode: v.fundCode,
      fundName: v.fundName,
      fundType: v.fundType,
      business: v.business,
      appliedFen: v.applied,
      appliedShare: v.appliedShare,
      confirmedFen: v.confirmed,
      confirmedShare: v.confirmedShare,
      confirmedNav: v.confirmedNav,
      feeFen: v.fee,
      discount: v.discount,
      dividendMode: v.dividendMode,
      taNo: v.taNo,
      status: v.status,
      channel: v.channel,
      managerNo: v.managerNo,
      managerName: v.managerName,
      recordingNo: v.recordingNo,
    };
  },
};
