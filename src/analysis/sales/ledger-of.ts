// From the rows of one kind of sale to its ledger: groups, totals, columns that nobody filled.
import { type CountedSale, groupOf, groupsOf } from './groups.js';
import type { LeftOut, SalesLedger } from './report.js';

/** What a group of sales without the field is called: 未登记 where other sales have it. */
function nameOr(name: string | null, isMissing: boolean): string {
  return name ?? (isMissing ? '未提供' : '未登记');
}

/** The fields that are undefined in every record; none of a file without records, which says that nothing was sold. */
export function missingFields<Sale extends object>(sales: readonly Sale[], fields: readonly (keyof Sale & string)[]) {
  return fields.filter((field) => sales.length > 0 && sales.every((sale) => sale[field] === undefined));
}

interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly countedOf: (row: Row) => CountedSale;
  readonly missing: readonly string[];
  readonly leftOut: LeftOut;
  readonly judgedByAsOf: number;
  readonly showsCustomers: boolean;
}

export function ledgerOf<Row extends { readonly productType: string | null; readonly salesName: string | null }>(
  listed: Listed<Row>,
): SalesLedger<Row> {
  const { rows, countedOf, missing, leftOut, judgedByAsOf, showsCustomers } = listed;
  const lacks = (field: string) => missing.includes(field);
  const counted = rows.map((row) => ({
    ...countedOf(row),
    type: nameOr(row.productType, lacks('productType')),
    sales: nameOr(row.salesName, lacks('salesName')),
  }));
  return {
    rows: showsCustomers ? rows : [],
    byType: groupsOf(counted, ({ type }) => type),
    bySales: groupsOf(counted, ({ sales }) => sales),
    total: groupOf('合计', counted),
    missing,
    leftOut,
    judgedByAsOf,
  };
}
