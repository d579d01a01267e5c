/** Words of a status by which there was no sale after all. */
const undoneWords = /撤|失败|作废|无效|未成交|退款|冲正|取消/;

/** @example isUndone('已撤单') // => true */
export function isUndone(status: string | undefined): boolean {
  return status !== undefined && undoneWords.test(status);
}
