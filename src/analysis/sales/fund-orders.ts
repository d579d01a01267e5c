// The lines of the fund system → one order per application, with its confirmation where it has come by asOf.
import type { Day } from '../../model/day.js';
import type { FundTransaction } from '../../model/fund-transaction.js';
import { saleKeyOf, withoutRepeats } from './sale-key.js';

const subscription = '认购';
const subscriptionConfirmed = '认购确认';

/** What is not known yet on asOf is not told. */
function asKnownOn(row: FundTransaction, asOf: Day): FundTransaction {
  if (row.confirmDate === undefined || row.confirmDate <= asOf) return row;
  const {
    confirmDate: _,
    confirmedFen: _1,
    confirmedShare: _2,
    confirmedNav: _3,
    feeFen: _4,
    status: _5,
    ...applied
  } = row;
  return applied;
}

/** The day that a row belongs to: that of the application, else of the confirmation. */
export function orderDay({ applyDate, confirmDate }: FundTransaction): Day | undefined {
  return applyDate ?? confirmDate;
}

export function isConfirmed({ status, confirmDate, confirmedFen, confirmedShare }: FundTransaction): boolean {
  return status === '成功' || [confirmDate, confirmedFen, confirmedShare].some((value) => value !== undefined);
}

/** The final confirmation of a 认购 is a second line weeks later: its figures replace those of the first. */
function confirmedBy(order: FundTransaction, confirmation: FundTransaction): FundTransaction {
  const { confirmDate, confirmedFen, confirmedShare, confirmedNav, feeFen, status, taNo } = confirmation;
  const figures = { confirmDate, confirmedFen, confirmedShare, confirmedNav, feeFen, status };
  const stated = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
  return { ...order, ...stated, taNo: order.taNo ?? taNo };
}

function partiesOf({ custNo, fundCode }: FundTransaction): string {
  return saleKeyOf([custNo, fundCode]);
}

function agrees(order: FundTransaction, confirmation: FundTransaction): boolean {
  if (partiesOf(order) !== partiesOf(confirmation)) return false;
  const applied = confirmation.appliedFen;
  return applied === undefined || order.appliedFen === undefined || applied === order.appliedFen;
}

/** Each 认购确认 goes to the first 认购 of the same customer, fund and amount that has none yet; without one it stands for itself. */
function withConfirmations(rows: readonly FundTransaction[]): readonly FundTransaction[] {
  const orders = rows
    .filter(({ business }) => business !== subscriptionConfirmed)
    .map((row) => ({ row, isOpen: true }));
  const byParties = new Map<string, { row: FundTransaction; isOpen: boolean }[]>();
  for (const order of orders) {
    if (order.row.business !== subscription) continue;
    const key = partiesOf(order.row);
    byParties.set(key, [...(byParties.get(key) ?? []), order]);
  }
  const alone: FundTransaction[] = [];
  for (const confirmation of rows) {
    if (confirmation.business !== subscriptionConfirmed) continue;
    const order = byParties
      .get(partiesOf(confirmation))
      ?.find(({ row, isOpen }) => isOpen && agrees(row, confirmation));
    if (order === undefined) alone.push(confirmation);
    else Object.assign(order, { row: confirmedBy(order.row, confirmation), isOpen: false });
  }
  return [...orders.map(({ row }) => row), ...alone];
}

export interface FundOrders {
  readonly orders: readonly FundTransaction[];
  /** Exact repeats of lines with a TA number. */
  readonly repeated: number;
}

/** Everything applied for by asOf, in the order of the day and then of the files; a line that only repeats another counts once. */
export function fundOrdersOf(rows: readonly FundTransaction[], asOf: Day): FundOrders {
  const known = rows.filter((row) => (orderDay(row) ?? asOf) <= asOf).map((row) => asKnownOn(row, asOf));
  const distinct = withoutRepeats(known, ({ taNo }) => taNo);
  const inOrder = [...distinct].sort((a, b) => {
    const [dayA, dayB] = [orderDay(a) ?? '', orderDay(b) ?? ''];
    return dayA < dayB ? -1 : dayA > dayB ? 1 : 0;
  });
  return { orders: withConfirmations(inOrder), repeated: known.length - distinct.length };
}
