// 贷款: one line per loan.
import { exportTitles } from '../model/intake.js';
import type { Loan } from '../model/loan.js';
import { readLoanStatus } from './branch-codes.js';
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

const fields = {
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 姓名 借款人 借款人姓名 客户名', '户名', personal),
  loanNo: idField('借据号 借据编号', '合同号 贷款账号 合同编号', personal),
  loanType: textField('贷款品种 贷款种类 贷款产品', '产品名称 业务品种'),
  grantDate: dayField('放款日期 发放日期 起贷日 贷款发放日'),
  maturityDate: dayField('到期日 到期日期 贷款到期日'),
  settleDate: dayField('结清日期'),
  amount: fenField('贷款金额 发放金额', '合同金额'),
  balance: fenField('贷款余额 贷款本金余额 剩余本金'),
  status: codeField('状态 贷款状态', '', readLoanStatus, '正常、逾期或结清'),
};

export const loanExport: Export<Loan> = {
  kind: 'loans',
  title: exportTitles.loans,
  fields,
  required: [['loanNo', 'loanType'], ['custNo'], ['amount', 'grantDate', 'balance', 'settleDate']],
  decoration: ['custName', 'status'],
  totalled: ['amount', 'balance'],
  foreign: '借贷标志 摘要 交易日期 购买日期 购买金额 产品类别'.split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.custNo === undefined) return [missingValue('客户号')];
    if (v.loanNo === undefined && v.loanType === undefined) return [missingValue('借据号', '贷款品种')];
    return {
      custNo: v.custNo,
      custName: v.custName,
      loanNo: v.loanNo,
      loanType: v.loanType,
      grantDate: v.grantDate,
      maturityDate: v.maturityDate,
      settleDate: v.settleDate,
      amountFen: v.amount,
      balanceFen: v.balance,
      status: v.status,
    };
  },
};
