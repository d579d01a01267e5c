// Who falls asleep next if nothing happens.
import { daysBetween } from '../../model/day.js';
import { byAum, type JudgedCustomer, sumOfAum } from './judged.js';
import type { CountdownCustomer } from './listed.js';
import { type SettledPreset, sleepsOn } from './presets.js';
import type { DormantSummary } from './report.js';
import { accountsOf, maskedPerson, type Scene } from './scene.js';

/** By manager (name ascending, those without one last), then AUM descending, then customerId. */
function byManager(a: CountdownCustomer, b: CountdownCustomer): number {
  if (a.managerName === b.managerName) return byAum(a, b);
  if (a.managerName === null) return 1;
  if (b.managerName === null) return -1;
  return a.managerName < b.managerName ? -1 : 1;
}

export function countdownCustomers(
  scene: Scene,
  judged: readonly JudgedCustomer[],
  preset: SettledPreset,
): readonly CountdownCustomer[] {
  const { rules, asOf } = scene;
  const limits = [...rules.dormant.countdownDays].sort((a, b) => a - b);
  const found = judged.flatMap(({ id, customerId, customer, managerName, standing, aumFen, balanceFen }) => {
    if (standing.clockFrom === null) return [];
    const day = sleepsOn(preset, standing.clockFrom);
    const daysLeft = daysBetween(asOf, day);
    const withinDays = limits.find((limit) => daysLeft <= limit);
    if (withinDays === undefined) return [];
    const accounts = accountsOf(scene, id);
    const entry: CountdownCustomer = {
      customerId,
      ...maskedPerson(scene, customer),
      managerName,
      lastActiveOn: standing.lastActiveOn,
      idleDays: standing.idleDays,
      sleepsOn: day,
      daysLeft,
      withinDays,
      aumFen,
      flags: scene.flagsOf({ id, customer, accounts, balanceFen: balanceFen ?? aumFen }),
    };
    return [entry];
  });
  return found.sort(byManager);
}

/** Cumulative: within 60 days includes within 30. In the order of the rule. */
export function countdownFigures(
  customers: readonly CountdownCustomer[],
  limits: readonly number[],
  hasAum: boolean,
): DormantSummary['countdown'] {
  return limits.map((withinDays) => {
    const within = customers.filter(({ daysLeft }) => daysLeft <= withinDays);
    return { withinDays, customers: within.length, aumFen: sumOfAum(within, hasAum) };
  });
}
