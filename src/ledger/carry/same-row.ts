// Whether the row with a key is still the one that staff wrote about: a serial of the day passes on when something is registered late.
import {
  type HandRow,
  type HandValue,
  handValueText,
  identityColumns,
  lineOwner,
  type RowIdentity,
} from '../../model/hand-entries.js';
import { maskName } from '../../model/mask.js';
import { shownValue } from './cell-units.js';
import { columnOf, type Target } from './target.js';

export interface Place {
  readonly target: Target;
  readonly place: number;
}

export function rowWith(
  targets: readonly Target[],
  placeIn: (target: Target) => number | undefined,
): Place | undefined {
  for (const target of targets) {
    const place = placeIn(target);
    if (place !== undefined) return { target, place };
  }
  return undefined;
}

function textOf(value: HandValue | null | undefined): string {
  return value === null || value === undefined ? '' : handValueText(value);
}

function exportedText({ target, place }: Place, name: string): string {
  const found = columnOf(target, name);
  return found === undefined ? '' : textOf(shownValue(found.column.format, target.rows[place]?.[found.at] ?? null));
}

type Pair = readonly [own: string, now: string];

/** The workbook of an employee shows names, that of the branch does not. */
function isSameName(one: string, other: string): boolean {
  return one === other || maskName(one) === maskName(other);
}

interface Likeness {
  readonly isSamePerson: boolean;
  readonly isSameName: boolean;
  readonly isSameDay: boolean;
  /** Other columns that say something else, 客户号 and name aside. */
  readonly differences: number;
}

function likeness(identity: RowIdentity, at: Place): Likeness {
  const own = (name: string) => textOf(identity[name]);
  const now = (name: string) => exportedText(at, name);
  const [ids, names] = lineOwner.map((name) => [own(name), now(name)] as const) as [Pair, Pair];
  const hasIds = ids.every((id) => id !== '');
  return {
    isSamePerson: hasIds ? ids[0] === ids[1] : isSameName(...names),
    isSameName: isSameName(...names),
    isSameDay: own('registeredAt').slice(0, 10) === now('registeredAt').slice(0, 10),
    differences: identityColumns.slice(lineOwner.length).filter((name) => own(name) !== now(name)).length,
  };
}

/** The rows that say most of what the identity says, of the same person and day. */
function likest(targets: readonly Target[], identity: RowIdentity): readonly Place[] {
  let [likest, least]: [Place[], number] = [[], Number.POSITIVE_INFINITY];
  for (const target of targets)
    for (const place of target.rows.keys()) {
      const { isSamePerson, isSameDay, differences } = likeness(identity, { target, place });
      if (!isSamePerson || !isSameDay || differences > least) continue;
      if (differences < least) [likest, least] = [[], differences];
      likest.push({ target, place });
    }
  return likest;
}

/**
 * Of the targets the row that staff wrote about; `keyed` is the one with its key. Undefined where that is somebody else's now and
 * no other row is its own.
 */
export function sameRow(
  targets: readonly Target[],
  keyed: Place | undefined,
  { identity, isOwn }: HandRow,
): Place | undefined {
  if (identity === undefined || (isOwn && keyed === undefined)) return keyed;
  const now = keyed && likeness(identity, keyed);
  if (now?.isSamePerson === true && now.isSameDay && now.differences === 0) return keyed;
  const found = isOwn ? [] : likest(targets, identity);
  const isKeyed = found.some(({ target, place }) => target === keyed?.target && place === keyed.place);
  if (found.length === 1 && !isKeyed) return found[0];
  return isKeyed || now?.isSamePerson === true || (now?.isSameName === true && now.differences === 0)
    ? keyed
    : undefined;
}
