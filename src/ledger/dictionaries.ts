// The dropdown lists of the ledgers (§4.1), by the name that `SheetColumn.list` uses; they stand on the hidden sheet _字典.
import { contactReasons } from '../model/contact-reasons.js';

export const dictionaries = {
  接触方式: ['面访', '电话', '短信', '企微', '邮件', '网点偶遇', '活动'],
  接触事由: contactReasons,
  接触结果: ['有意向', '考虑中', '已成交', '拒绝', '未接通', '空号/停机', '约定再联系'],
  承接去向: ['续购理财', '转基金', '转保险', '转定期/大额存单', '转活期', '转出他行', '未定'],
  转介状态: ['已登记', '已接收', '已首访', '跟进中', '已成交', '未成交', '退回', '失效'],
  意向产品: [
    '理财',
    '基金',
    '保险',
    '大额存单',
    '贷款',
    '企业贷款',
    '对公结算',
    '家族信托',
    '高端医疗',
    '信用卡',
    '代发',
    '其他',
  ],
  转介人类型: ['柜员', '理财经理', '客户经理', '大堂经理', '存量客户', '其他员工'],
  触发条件: [
    '新开户存5万以上+咨询理财',
    '新开户存5万以上',
    '咨询理财',
    '企业贷款需求',
    '对公结算需求',
    '家族信托需求',
    '高端医疗需求',
    '大额入账',
    '其他',
  ],
  唤醒结果: ['已唤醒', '已接触未动户', '未接通', '拒绝', '失联', '不再联系'],
  渠道: ['柜面', '手机银行', '网银', '智能柜台', '电话银行', '代销平台'],
  是否: ['是', '否'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type DictionaryName = keyof typeof dictionaries;
