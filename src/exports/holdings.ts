// 产品持有: one line per customer and product, or one per customer with the services that are signed.
import type { Holding, SignedService } from '../model/holding.js';
import { exportTitles } from '../model/intake.js';
import { readFlag } from './code.js';
import { custNoHeaders, expectedFlag } from './customers.js';
import type { Export, Field } from './export.js';
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

const flag = (headers: string) => codeField(headers, '', readFlag, expectedFlag);

const services: Readonly<Record<SignedService, Field<boolean>>> = {
  product: flag('签约标志 产品签约标志'),
  mobileBanking: flag('手机银行标志 手机银行签约 手机银行签约标志'),
  onlineBanking: flag('网银标志 网银签约 网银签约标志 个人网银标志'),
  smsNotice: flag('短信签约 短信标志 短信签约标志'),
  payroll: flag('代发标志 代发签约 代发工资标志 代发客户标志'),
  securitiesCustody: flag('三方存管标志 三方存管 三方存管签约'),
  creditCard: flag('信用卡标志 信用卡签约 持有信用卡标志'),
  quickPayment: flag('快捷支付标志 快捷支付 快捷支付签约'),
};

const fields = {
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 姓名 客户名', '户名', personal),
  productCategory: textField('产品类别 产品大类 产品种类'),
  productCode: textField('产品代码 产品编号 产品ID', '基金代码'),
  productName: textField('产品名称 产品简称', '理财名称 基金名称'),
  amount: fenField('持有金额 持有市值 市值 当前金额 产品市值', '余额 份额×净值 产品余额 持有余额'),
  share: decimalField('持有份额 份额 产品份额'),
  nav: decimalField('净值 单位净值 最新净值'),
  buyDate: dayField('购买日期', '签约日期 成立日'),
  valueDate: dayField('起息日 起息日期'),
  maturityDate: dayField('到期日 产品到期日 到期日期', '终止日'),
  status: textField('状态 持有状态 产品状态'),
  dataDate: dayField('数据日期 统计日期 截止日期 采集日期'),
  ...services,
};

export const holdingExport: Export<Holding> = {
  kind: 'holdings',
  title: exportTitles.holdings,
  fields,
  required: [['productCategory', ...Object.keys(services)], ['custNo']],
  decoration: ['custName', 'dataDate', 'status'],
  totalled: ['amount'],
  foreign: '账户状态 账户类型 可用余额 借贷标志 交易日期 业务类型'.split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.custNo === undefined) return [missingValue('客户号')];
    const signed = Object.fromEntries(Object.keys(services).map((name) => [name, values[name]])) as Holding['signed'];
    if (v.productCategory === undefined && Object.values(signed).every((is) => is === undefined))
      return [missingValue('产品类别')];
    return {
      custNo: v.custNo,
      custName: v.custName,
      productCategory: v.productCategory,
      productCode: v.productCode,
      productName: v.productName,
      amountFen: v.amount,
      share: v.share,
      nav: v.nav,
      buyDate: v.buyDate,
      valueDate: v.valueDate,
      maturityDate: v.maturityDate,
      status: v.status,
      signed,
      dataDate: v.dataDate,
    };
  },
};
