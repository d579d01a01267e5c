// Answers of the engine by the name of the measure.
import type { Activity, Measure } from '../../engine/activity.js';

/** null where the key has no rows, or first and last saw nothing. */
export type AnswerReader = (activity: Activity | undefined, name: string) => number | null;

/** Throws when a measure was not asked for: that is a bug of the caller. */
export function answerReader(measures: readonly Measure[]): AnswerReader {
  const places = new Map(measures.map(({ name }, place) => [name, place]));
  return (activity, name) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`measure ${name} was not asked for`);
    return activity?.[place] ?? null;
  };
}
