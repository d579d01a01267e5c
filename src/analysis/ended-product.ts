// What banks call a product that is no longer held.

/** 未到期 is not 到期; of what is 部分赎回 the rest is still there, and what is 可赎回 is all there. */
export const endedWords =
  /(?<!部分|可|未|待)赎回|(?<!未)到期|终止|结清|清盘|失效|无效|撤|转让|失败|取消|作废|已退|销户|注销|解约/;
