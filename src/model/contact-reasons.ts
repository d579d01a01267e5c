/** 接触事由: what a contact may be about; also offered as a dropdown. */
export const contactReasons = [
  '生日关怀',
  '产品到期',
  '节日问候',
  '资产检视',
  '产品推介',
  '睡眠唤醒',
  '流失挽回',
  '转介首访',
  '投诉回访',
  '风险测评',
  '信息更新',
  '其他',
] as const;
