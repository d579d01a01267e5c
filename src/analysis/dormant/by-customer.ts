/** Records by their customer number, in the order given; those without one are left out. */
export function groupByCustomer<Entry extends { readonly custNo?: string | undefined }>(
  records: readonly Entry[],
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const record of records) {
    if (record.custNo === undefined) continue;
    const group = groups.get(record.custNo);
    if (group === undefined) groups.set(record.custNo, [record]);
    else group.push(record);
  }
  return groups;
}
