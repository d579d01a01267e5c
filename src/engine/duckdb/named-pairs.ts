// Who may be the holder of a booking: everybody whom the exports name.
import type { Ownership } from '../activity.js';
import { type BookingFile, type HolderField, holderFields } from './row-shape.js';

/** What a booking says of its holder. */
export type HolderPair = Readonly<Record<HolderField, string | undefined>>;

const plainId = /^[0-9A-Za-z]+$/;

/** Everybody whom the exports name the way that the file does. */
export function namedPairs(kind: BookingFile, { ownerOf, nameOf }: Ownership): readonly HolderPair[] {
  const fields = holderFields(kind);
  const pairs: HolderPair[] = [];
  const add = (acctNo: string | undefined, custNo: string | undefined) => {
    if (plainId.test(acctNo ?? '0') && plainId.test(custNo ?? '0')) pairs.push({ acctNo, custNo });
  };
  const [byAccount, byCustomer] = [fields.includes('acctNo'), fields.includes('custNo')];
  if (byAccount) for (const [acctNo, owner] of ownerOf ?? []) add(acctNo, byCustomer ? owner : undefined);
  else if (byCustomer) for (const custNo of nameOf.keys()) add(undefined, custNo);
  return pairs;
}
