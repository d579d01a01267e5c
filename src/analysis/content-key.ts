/** The filled fields of a record as text: equal exactly when the records say the same, whatever the order of their fields. */
export function contentKey(record: object): string {
  const filled = Object.entries(record).filter(([, value]) => value !== undefined);
  return JSON.stringify(filled.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
