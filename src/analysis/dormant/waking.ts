// The first transaction that woke a customer (B3); a 销户 row never does (clarification 15).
import { type Day, dayFromSerial, daySerial } from '../../model/day.js';
import type { Closing } from './closing.js';
import { wakeKinds } from './measures.js';
import type { Scene } from './scene.js';

export interface Waking {
  readonly wokenOn: Day;
  /** 主动转入, 他人汇入 … */
  readonly wokenBy: string;
}

interface First {
  readonly serial: number;
  readonly label: string;
}

/** The earliest day; of several kinds on it the first in the order of `wakeKinds`. */
function earliest(days: readonly (number | null)[], labels: readonly string[]): First | null {
  let first: First | null = null;
  days.forEach((serial, place) => {
    if (serial !== null && (first === null || serial < first.serial))
      first = { serial, label: labels[place] as string };
  });
  return first;
}

/** null = not woken within the window. */
export function wakingReader(scene: Scene): (id: string, closing: Closing | null) => Waking | null {
  const labels = wakeKinds(scene.rules).map(({ label }) => label);
  const { activities } = scene.input.engine;
  return (id, closing) => {
    const activity = activities.get(id);
    const first = earliest(scene.read.woken(activity), labels);
    if (first === null) return null;
    // Closed without a day: the last row of all may be the closing itself.
    const closedFrom =
      closing === null ? null : closing.on === null ? scene.read.last(activity) : daySerial(closing.on);
    if (closedFrom !== null && first.serial >= closedFrom) return null;
    return { wokenOn: dayFromSerial(first.serial), wokenBy: first.label };
  };
}
