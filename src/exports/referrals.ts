// 转介登记: one line per referral.
import { exportTitles } from '../model/intake.js';
import type { Referral } from '../model/referral.js';
import { readReferralStatus, readRole } from './branch-codes.js';
import { custNoHeaders } from './customers.js';
import type { Export } from './export.js';
import {
  codeField,
  dayField,
  type FieldValues,
  fenField,
  idField,
  missingValue,
  momentField,
  personal,
  textField,
} from './field.js';
import { readPerson } from './person-cell.js';

const fields = {
  referralNo: idField('转介编号', '编号 登记号'),
  registeredAt: momentField('登记时间 转介日期 登记日期 提交时间 转介时间'),
  referrerNo: idField('转介人编号 转介人号 转介人工号 推荐人工号 转介人号(工号/客户号)'),
  referrerName: textField('转介人姓名', '', personal),
  /** An employee or a customer; number or name, whichever it looks like. */
  referrer: textField('转介人 引荐人', '推荐人', personal),
  referrerRole: codeField('转介岗位 转介人岗位', '', readRole, '岗位'),
  referrerType: textField('转介人类型'),
  receiverNo: idField('接收人编号 接收人工号 承接人工号', '客户经理工号 客户经理号'),
  receiver: textField('接收人 被转介人员 承接人 接收人姓名', '客户经理'),
  receiverRole: codeField('接收岗位 接收人岗位', '', readRole, '岗位'),
  receivedAt: momentField('接收时间 接收日期'),
  custNo: idField(`被转介客户号 ${custNoHeaders}`),
  custName: textField('被转介客户姓名 被转介客户 客户姓名 客户名称', '姓名', personal),
  phone: idField('被转介客户电话 客户电话 联系电话', '电话 手机号 手机号码 手机', personal),
  idNo: idField('被转介客户证件 被转介客户证件号 证件号码', '证件号 身份证号', personal),
  trigger: textField('触发条件'),
  intendedProduct: textField('意向产品 意向业务', '需求'),
  intended: fenField('意向金额'),
  firstVisitAt: momentField('首访时间 首次接触时间 首次拜访日期 首访日期'),
  feedbackAt: momentField('反馈时间 反馈日期'),
  status: codeField('转介状态 处理状态', '状态', readReferralStatus, '转介状态'),
  dealDate: dayField('成交日期 落地日期', '办理日期'),
  dealProduct: textField('成交产品'),
  deal: fenField('成交金额'),
  aumAtReceipt: fenField('接收时AUM'),
  aumGain: fenField('AUM提升金额'),
  note: textField('说明 备注 未成交原因 未成交原因/备注'),
};

type Values = FieldValues<typeof fields>;

export const referralExport: Export<Referral> = {
  kind: 'referrals',
  title: exportTitles.referrals,
  fields,
  required: [['referrer', 'referrerNo', 'referrerName'], ['registeredAt'], ['custNo', 'custName', 'phone', 'idNo']],
  decoration: ['status', 'note'],
  totalled: ['intended', 'deal', 'aumAtReceipt', 'aumGain'],
  foreign: '购买金额 认购金额 受理时间 办结时间'.split(' '),
  assemble(values) {
    const v = values as Values;
    if (v.registeredAt === undefined) return [missingValue('登记时间')];
    if ((v.custNo ?? v.custName ?? v.phone ?? v.idNo) === undefined)
      return [missingValue('被转介客户号', '被转介客户姓名', '被转介客户电话', '被转介客户证件')];
    return {
      referralNo: v.referralNo,
      registeredAt: v.registeredAt,
      ...peopleOf(v),
      referrerRole: v.referrerRole,
      referrerType: v.referrerType,
      receiverRole: v.receiverRole,
      receivedAt: v.receivedAt,
      custNo: v.custNo,
      custName: v.custName,
      phone: v.phone,
      idNo: v.idNo,
      trigger: v.trigger,
      intendedProduct: v.intendedProduct,
      intendedFen: v.intended,
      firstVisitAt: v.firstVisitAt,
      feedbackAt: v.feedbackAt,
      status: v.status,
      dealDate: v.dealDate,
      dealProduct: v.dealProduct,
      dealFen: v.deal,
      aumAtReceiptFen: v.aumAtReceipt,
      aumGainFen: v.aumGain,
      note: v.note,
    };
  },
};

function peopleOf(v: Values): Pick<Referral, 'referrerNo' | 'referrerName' | 'receiverNo' | 'receiverName'> {
  const referrer = v.referrer === undefined ? {} : readPerson(v.referrer);
  const receiver = v.receiver === undefined ? {} : readPerson(v.receiver);
  return {
    referrerNo: v.referrerNo ?? referrer.no,
    referrerName: v.referrerName ?? referrer.name,
    receiverNo: v.receiverNo ?? receiver.no,
    receiverName: receiver.name,
  };
}
