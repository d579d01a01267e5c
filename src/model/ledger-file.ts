// What the file name of a ledger says: which ledger it is, and of what day.

/** What Windows, Excel, WPS and browsers put behind the name of a second copy. */
const copyEnding = /(?<=_\d{6,8}(?:_勾稽不平)?)(?:[ _-]*(?:的?副本|复制|Copy)(?: ?\d+)?)?(?: *[（(]\d+[)）])?$/i;

/** A ledger's file name without folder, extension and what makes it a copy. */
function ledgerName(name: string): string {
  return name
    .replace(/^.*[\\/]/, '')
    .replace(/\.xlsx$/i, '')
    .replace(copyEnding, '')
    .replace(/_勾稽不平$/, '');
}

/**
 * The day in a ledger's file name; '' where it has none, as a work log.
 * @example ledgerDay('台账_0101_示例支行_20250930 - 副本.xlsx') // => '20250930'
 */
export function ledgerDay(name: string): string {
  return /_(\d{8})$/.exec(ledgerName(name))?.[1] ?? '';
}

/**
 * A ledger's file name without its date: what two of the same ledger share.
 * @example ledgerStem('台账_0101_示例支行_20250930_勾稽不平.xlsx') // => '台账_0101_示例支行'
 */
export function ledgerStem(name: string): string {
  return ledgerName(name).replace(/_\d{8}$/, '');
}
