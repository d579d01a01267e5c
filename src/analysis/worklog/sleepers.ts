// 睡眠待联系: customers who sleep by the tier rules (A7) and whom nobody contacted of late.
import { addDays, type Day, daysBetween } from '../../model/day.js';
import { rosterOfInput } from '../assess.js';
import { measureReader } from '../measure-reader.js';
import { membershipOn } from '../population.js';
import type { LogScene } from './scene.js';

export interface Sleeper {
  readonly custNo: string;
  readonly lastActiveOn: Day;
  /** The first day asleep. */
  readonly since: Day;
}

const lastMeasure = 'segment.last';

/** Whoever traded and then fell silent; undefined = no transactions, or accounts stand for customers. */
export function sleepersOf({ input, rules, asOf }: LogScene): readonly Sleeper[] | undefined {
  const { engine, measures } = input;
  if (engine === undefined || engine.accountsAsCustomers) return undefined;
  if (!measures.some(({ name }) => name === lastMeasure)) return undefined;
  const roster = rosterOfInput({ ...input, engine }, asOf);
  const lastOf = measureReader(measures).day(lastMeasure);
  const { minRecencyDays } = rules.rfm.tiers.睡眠客户;
  return roster.ids.flatMap((custNo) => {
    const lastActiveOn = lastOf(engine.activities.get(custNo));
    if (lastActiveOn === null || daysBetween(lastActiveOn, asOf) < minRecencyDays) return [];
    if (membershipOn(roster, custNo, rules, asOf).exclusion !== null) return [];
    return [{ custNo, lastActiveOn, since: addDays(lastActiveOn, minRecencyDays) }];
  });
}
