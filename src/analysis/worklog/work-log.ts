// 客户经理工作日志 (§4.6, G16): records and a month in, one log per employee out.
import type { Day } from '../../model/day.js';
import type { Period } from '../../model/period.js';
import type { Rules } from '../../model/rules.js';
import type { BranchInput } from '../portfolio/input.js';
import { monthContacts } from './contact-figures.js';
import { followUpReader } from './follow-ups.js';
import { type LogKeeper, logKeepers } from './log-keepers.js';
import { reminderReader } from './reminders.js';
import type { WorkDay, WorkLog } from './report.js';
import { salesLineReader } from './sales-lines.js';
import { type LogScene, logSceneOf } from './scene.js';
import { workingDays } from './working-days.js';

/** Rows of the form: as many customers as one employee serves in a day [S0]. */
export const followUpRows = 12;

/** The only branch that the customers name; null = none, or several. */
function branchOf({ input }: LogScene): Pick<WorkLog, 'branchName' | 'branchNo'> {
  const only = (values: readonly (string | undefined)[]) => {
    const [first, second] = new Set(values.filter((value) => value !== undefined));
    return first === undefined || second !== undefined ? null : first;
  };
  const customers = input.customers ?? [];
  return {
    branchName: only(customers.map(({ branchName }) => branchName)),
    branchNo:
      only(customers.map(({ branchNo }) => branchNo)) ?? only((input.employees ?? []).map(({ branchNo }) => branchNo)),
  };
}

/**
 * One log per employee with customers, by 工号, for every working day of `month`, whose days after asOf are still to be filled.
 * Needs `segmentMeasures` among the measures for 睡眠待联系. Empty under the profile `public`: the form is about customers.
 */
export function workLogs(input: BranchInput, rules: Rules, asOf: Day, month: Period): readonly WorkLog[] {
  const scene = logSceneOf(input, rules, asOf);
  if (!scene.masker.showsCustomers) return [];
  const branch = branchOf(scene);
  const [salesOf, remindersOf] = [salesLineReader(scene, month), reminderReader(scene)];
  const days = workingDays(month);
  return logKeepers(scene).map((keeper: LogKeeper): WorkLog => {
    const { figures, contactedOn } = monthContacts(scene, keeper, month);
    const [followUpsOn, salesOn, remindersOn] = [followUpReader(scene, keeper), salesOf(keeper), remindersOf(keeper)];
    return {
      report: 'work-log',
      asOf,
      month: month.label,
      ...branch,
      employeeNo: keeper.employeeNo,
      employeeName: keeper.employeeName,
      profile: scene.masker.profile,
      customers: keeper.custNos.map(scene.shown),
      days: days.map((day): WorkDay => {
        const followUps = followUpsOn(day);
        return {
          day,
          followUps: followUps.slice(0, followUpRows),
          moreFollowUps: Math.max(0, followUps.length - followUpRows),
          sales: salesOn(day),
          reminders: remindersOn(day),
          contacted: contactedOn(day),
        };
      }),
      contacts: figures,
    };
  });
}
