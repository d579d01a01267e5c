// Who slept at t0, by the preset of that day (B3).
import { aumOfInput } from '../assess.js';
import { fenIn } from '../aum.js';
import { membershipOn } from '../population.js';
import { type Closing, closingOf, wasInScope } from './closing.js';
import { depositsOf } from './deposits.js';
import { settlePreset } from './presets.js';
import { accountsOf, type Scene } from './scene.js';
import { isDormant, judgeStanding, type Standing } from './standing.js';

export interface Member {
  readonly id: string;
  readonly customerId: string;
  readonly closing: Closing | null;
  readonly standing: Standing;
}

/** Everybody in scope at t0 with the standing of that day; the members and how many cannot be told. */
export function judgeCohort(scene: Scene): { readonly members: readonly Member[]; readonly undetermined: number } {
  const { input, rules, roster, shown, read, window } = scene;
  const preset = settlePreset(rules, window.cohortOn);
  const aum = aumOfInput(input, window.cohortOn);
  const depositOf = depositsOf(input, window.cohortOn);
  const coveredFrom = input.engine.coverage?.from;
  const members: Member[] = [];
  let undetermined = 0;
  roster.ids.forEach((id, place) => {
    const activity = input.engine.activities.get(id);
    const lastSerial = read.lastAtCohort(activity);
    const closing = closingOf(scene, id);
    if (!wasInScope(scene, id, closing, read.last(activity) !== lastSerial)) return;
    const { openDate, lastMovedOn } = membershipOn(roster, id, rules, window.cohortOn);
    const balanceFen = depositOf(id, accountsOf(scene, id));
    const facts = { lastSerial, openDate, lastMovedOn, coveredFrom, balanceFen, aumFen: fenIn(aum, id) };
    const standing = judgeStanding(facts, preset);
    if (standing.state === '无法判定') undetermined += 1;
    if (isDormant(standing)) members.push({ id, customerId: shown[place] as string, closing, standing });
  });
  members.sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  return { members, undetermined };
}
