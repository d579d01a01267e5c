// 管户数 at the beginning of the period, who came and who left (§4.2 E–H), as far as 管户关系 can tell.
import type { Assignment } from '../../model/assignment.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import { type AssignmentReader, type Manager, unassignedKey } from './assigned.js';

/** closing = opening + added − left; null = 未提供. */
export interface Turnover {
  readonly opening: number | null;
  readonly added: number | null;
  readonly left: number | null;
}

interface Held {
  readonly key: string;
  /** The day from which this is known; null = not stated. */
  readonly since: Day | null;
}

export interface TurnoverInput {
  readonly assignments: readonly Assignment[] | undefined;
  readonly reader: AssignmentReader;
  readonly customerOf: ReadonlyMap<string, Customer>;
  /** Customers of the sheet on the last day before the period; null = that cannot be told. */
  readonly openingIds: readonly string[] | null;
  readonly closingIds: readonly string[];
  readonly openingDay: Day;
  readonly asOf: Day;
}

const unknown: Turnover = { opening: null, added: null, left: null };

function heldOn({ reader, customerOf }: TurnoverInput, ids: readonly string[], on: Day): ReadonlyMap<string, Held> {
  return new Map(
    ids.map((id) => {
      const holder = reader.holderOn(id, customerOf.get(id), on);
      return [id, holder ?? { key: unassignedKey, since: on }];
    }),
  );
}

/** A list of today only cannot say from whom a customer came who changed hands within the period. */
function forgetsOrigins(input: TurnoverInput, closing: ReadonlyMap<string, Held>): boolean {
  if (input.assignments?.some(({ endDate }) => endDate !== undefined) === true) return false;
  const before = new Set(input.openingIds);
  return [...closing].some(
    ([id, { key, since }]) =>
      key !== unassignedKey &&
      before.has(id) &&
      since !== null &&
      since > input.openingDay &&
      !input.reader.hasEarlier(id, input.openingDay),
  );
}

/** Reads the figures of one manager by `Manager.key`, of those without by `unassignedKey`. */
export function turnoverReader(input: TurnoverInput): (key: string) => Turnover {
  const { assignments, openingIds, closingIds, openingDay, asOf } = input;
  if (assignments === undefined || openingIds === null) return () => unknown;
  const closing = heldOn(input, closingIds, asOf);
  const opening = heldOn(input, openingIds, openingDay);
  const undated = new Set(
    [...closing.values(), ...opening.values()].flatMap(({ key, since }) => (since === null ? [key] : [])),
  );
  const isForgotten = forgetsOrigins(input, closing);
  return (key) => {
    if (undated.has(key)) return unknown;
    const before = [...opening].filter(([, held]) => held.key === key);
    const after = [...closing].filter(([, held]) => held.key === key);
    const stayed = after.filter(([id]) => opening.get(id)?.key === key).length;
    const added = after.length - stayed;
    if (isForgotten) return { opening: null, added: key === unassignedKey ? null : added, left: null };
    return { opening: before.length, added, left: before.length - stayed };
  };
}

/** Managers who had customers at the beginning, and may have none left; without `unassignedKey`. */
export function openingManagers({ reader, customerOf, openingIds, openingDay }: TurnoverInput): readonly Manager[] {
  return (openingIds ?? []).flatMap((id) => reader.holderOn(id, customerOf.get(id), openingDay) ?? []);
}
