// 理财销售: one line per purchase.
import { exportTitles } from '../model/intake.js';
import type { WealthSale } from '../model/wealth-sale.js';
import { readChannel, readProductRisk } from './branch-codes.js';
import { custNoHeaders } from './customers.js';
import type { Export } from './export.js';
import {
  codeField,
  dayField,
  type FieldValues,
  fenField,
  idField,
  missingValue,
  personal,
  textField,
} from './field.js';
import { bookingHeaders } from './transactions.js';

const fields = {
  tradeDate: dayField('购买日期 认购日期 申购日期 办理日期 成交日期', '签约日期 交易日期'),
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 姓名 客户名', '户名', personal),
  productName: textField('产品名称 理财名称 理财产品名称'),
  productCode: textField('产品代码 产品ID 理财编号 产品编号', '登记编码'),
  issuer: textField('发行机构 管理人 发行方 理财子公司'),
  productType: textField('产品类型', '产品大类 运作模式'),
  productRisk: codeField('产品风险等级 产品风险', '风险等级 风险级别', readProductRisk, '产品风险等级'),
  amount: fenField('购买金额 认购金额 申购金额', '确认金额 成交金额 交易金额'),
  benchmark: textField('业绩比较基准 参考年化', '预期收益率 预期年化收益率 收益率'),
  valueDate: dayField('起息日 起息日期', '成立日'),
  maturityDate: dayField('到期日 产品到期日 到期日期', '终止日'),
  txnId: idField('流水号 交易流水号', '合同号 委托单号'),
  status: textField('状态 交易状态 持有状态'),
  channel: codeField('办理渠道 渠道 销售渠道', '', readChannel, '渠道'),
  salesNo: idField('营销工号 销售人员编号 销售工号', '客户经理号 客户经理工号'),
  salesName: textField('营销人员 销售人员'),
  recommender: textField('推荐人', '', personal),
  recommenderNo: idField('推荐人工号'),
  wealthManager: textField('理财经理'),
  accountManager: textField('客户经理'),
  referrer: textField('转介人 介绍人', '', personal),
  recordingNo: idField('双录编号'),
};

type Values = FieldValues<typeof fields>;

export const wealthSaleExport: Export<WealthSale> = {
  kind: 'wealthSales',
  title: exportTitles.wealthSales,
  fields,
  required: [['productName', 'productCode'], ['tradeDate'], ['custNo'], ['amount']],
  decoration: ['custName', 'accountManager'],
  totalled: ['amount'],
  foreign: bookingHeaders,
  assemble(values) {
    const v = values as Values;
    if (v.tradeDate === undefined) return [missingValue('购买日期')];
    if (v.custNo === undefined) return [missingValue('客户号')];
    const productName = v.productName ?? v.productCode;
    if (productName === undefined) return [missingValue('产品名称', '产品代码')];
    if (v.amount === undefined) return [missingValue('购买金额')];
    return {
      tradeDate: v.tradeDate,
      custNo: v.custNo,
      custName: v.custName,
      productName,
      productCode: v.productCode,
      issuer: v.issuer,
      productType: v.productType,
      productRisk: v.productRisk,
      amountFen: v.amount,
      benchmark: v.benchmark,
      valueDate: v.valueDate,
      maturityDate: v.maturityDate,
      txnId: v.txnId,
      status: v.status,
      channel: v.channel,
      ...peopleOf(v),
      recordingNo: v.recordingNo,
    };
  },
};

/** 推荐人 is the salesperson, unless the file has a column for the salesperson as well: then it is the referrer. */
function peopleOf(v: Values): Pick<WealthSale, 'salesNo' | 'salesName' | 'referrerNo' | 'referrerName'> {
  const isReferrer =
    Object.hasOwn(v, 'salesName') || (Object.hasOwn(v, 'salesNo') && Object.hasOwn(v, 'recommenderNo'));
  return {
    salesNo: isReferrer ? v.salesNo : (v.salesNo ?? v.recommenderNo),
    salesName: v.salesName ?? (isReferrer ? undefined : v.recommender) ?? v.wealthManager ?? v.accountManager,
    referrerNo: isReferrer ? v.recommenderNo : undefined,
    referrerName: v.referrer ?? (isReferrer ? v.recommender : undefined),
  };
}
