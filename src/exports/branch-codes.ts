// Enumerations of sales, referrals, complaints and staff (§6.2). Where a list is open, a text that nobody has listed stays as it is.
import type { ComplaintLevel } from '../model/complaint.js';
import { codeReader, type Reader } from './code.js';

/** A reader that gives known texts their one spelling and keeps all others. */
function termReader<V extends string>(texts: Readonly<Record<V, string>>): (text: string) => string {
  const read: Reader<V> = codeReader<V>(texts);
  return (text) => read(text) ?? text;
}

/** 岗位. 柜员 alone says neither 高柜 nor 低柜. */
export const readRole = termReader({
  网点负责人: '网点负责人 网点主任 支行行长 行长 网点行长 支行负责人',
  大堂经理: '大堂经理 大堂',
  客户经理: '客户经理 个人客户经理 零售客户经理',
  理财经理: '理财经理 财富顾问 产品销售经理 财富经理',
  营销主管: '营销主管',
  高柜柜员: '高柜柜员 柜员(高柜) 综合柜员 高柜',
  低柜柜员: '低柜柜员 柜员(低柜) 低柜',
  柜员: '柜员',
  运营主管: '运营主管 会计主管 委派会计',
});

/** 在岗 (true) or 离岗 (false): decides who is counted, so that other texts are unreadable. */
export function readPresence(text: string): boolean | undefined {
  const presence = presenceOf(text);
  return presence === undefined ? undefined : presence === 'yes';
}

const presenceOf = codeReader<'yes' | 'no'>({
  yes: '1 01 Y 是 在岗 在职 正常 有效 启用 试用 试用期 休假 产假 病假 借入',
  no: '0 00 N 否 离岗 离职 退休 内退 调出 调离 停职 停用 无效 注销 借出 辞职',
});

/** 投诉级别: decides the time limit. */
export const readComplaintLevel = codeReader<ComplaintLevel>({
  普通: '普通 一般 普通级 一般级 一般投诉 普通投诉',
  紧急: '紧急 紧急级 紧急投诉',
  重大: '重大 重大级 重大投诉',
});

/** 基金业务类型, also as codes of the TA; others (转托管, 强制调增 …) stay as they are. */
export const readFundBusiness = termReader({
  认购: '120 020 认购 认购申请 基金认购',
  申购: '122 022 申购 申购确认 申购申请 基金申购',
  赎回: '124 024 赎回 赎回确认 赎回申请 基金赎回',
  定投: '139 039 定投 定期定额申购 定时定额申购 定期定额投资 基金定投 定投申购',
  红利: '143 红利 红利发放 分红 现金红利 红利再投',
  认购确认: '130 认购确认',
});

/** 分红方式. */
export const readDividendMode = termReader({
  红利转投: '0 红利转投 红利再投 红利再投资 份额分红 转投',
  现金分红: '1 现金分红 现金 现金红利 派现',
});

/** 状态 of the fund system. */
export const readFundStatus = termReader({
  成功: '8 成功 确认成功 交易成功 已确认',
  失败: '9 失败 确认失败 交易失败',
});

/** 产品风险等级 as R1 … R5. */
export const readProductRisk = termReader({
  R1: '1 R1 PR1 低 低风险 低风险等级 R1低风险 PR1低风险',
  R2: '2 R2 PR2 中低 中低风险 较低风险 R2中低风险 PR2中低风险',
  R3: '3 R3 PR3 中 中风险 中等风险 R3中风险 R3中等风险 PR3中风险 PR3中等风险',
  R4: '4 R4 PR4 中高 中高风险 较高风险 R4中高风险 PR4中高风险',
  R5: '5 R5 PR5 高 高风险 R5高风险 PR5高风险',
});

/** 渠道 of a sale. */
export const readChannel = termReader({
  柜面: '01 柜面 网点 柜台 网点柜面 柜面渠道',
  ATM: '02 ATM 自助 自助设备 自助渠道',
  VTM: '03 VTM 智能柜台 智能柜员机',
  POS: '04 POS',
  网银: '05 网银 个人网银 网上银行 个人网上银行',
  手机银行: '06 手机银行 掌银 掌上银行 手机银行渠道',
  第三方支付: '07 第三方支付',
  银联: '08 银联',
  其他: '00 其他',
  电话银行: '电话银行',
  微信银行: '微信银行',
  批处理: '批处理 批量',
});

/** 贷款状态. */
export const readLoanStatus = termReader({
  正常: '正常 正常还款 未结清 还款中',
  逾期: '逾期 已逾期',
  结清: '结清 已结清 提前结清',
});

/** 转介状态. */
export const readReferralStatus = termReader({
  已登记: '已登记 登记 待接收 已提交 未接收',
  已接收: '已接收 接收',
  已首访: '已首访 首访 已联系 已接触',
  跟进中: '跟进中 进行中 处理中 意向 有意向',
  已成交: '已成交 成交 已落地 落地 成功 转介成功 已办理',
  未成交: '未成交 未落地 失败 转介失败',
  退回: '退回 已退回 拒绝 已拒绝',
  失效: '失效 已失效 取消 已取消 撤销 已撤销 作废 已作废',
});

/** 方式 of a contact. */
export const readContactMethod = termReader({
  面访: '1 面访 上门 拜访 上门拜访 面谈 当面 厅堂面谈',
  电话: '2 电话 电访 电话联系 电话营销',
  短信: '3 短信',
  企微: '4 企微 企业微信',
  邮件: '邮件 电子邮件',
});

/** 管理类型. */
export const readManageType = termReader({ 理财: '1 理财 理财管户', 信贷: '2 信贷 信贷管户' });
