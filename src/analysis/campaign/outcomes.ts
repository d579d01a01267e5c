// What became of every member; intention to treat: everybody stays in the arm that was drawn.
import { closingOf } from '../dormant/closing.js';
import { accountsOf, type Scene } from '../dormant/scene.js';
import { wakingReader } from '../dormant/waking.js';
import type { Campaign } from './campaign.js';
import type { MemberStatus, TrackedMember } from './campaign-report.js';

/** In the customer export or, in a run without one, in any other; or with accounts or transactions of their own. */
function seenReader(scene: Scene): (id: string) => boolean {
  const listed = new Set(scene.roster.ids);
  const { activities } = scene.input.engine;
  return (id) => listed.has(id) || activities.has(id) || accountsOf(scene, id).length > 0;
}

/** Waking is what `dormant` calls waking (B3); a closing without a day counts as within the window. */
export function trackMembers({ members }: Campaign, scene: Scene): readonly TrackedMember[] {
  const { window, contacts } = scene;
  const wakingOf = wakingReader(scene);
  const isSeen = seenReader(scene);
  return members.map((member): TrackedMember => {
    const { customerId: id } = member;
    const closing = closingOf(scene, id);
    const waking = wakingOf(id, closing);
    const statusOf = (): MemberStatus => {
      if (waking !== null) return '已唤醒';
      if (!isSeen(id)) return '未见';
      if (closing !== null && (closing.on === null || closing.on <= window.through)) return '期间销户';
      return window.isComplete ? '未唤醒' : '观察中';
    };
    return {
      ...member,
      status: statusOf(),
      wokenOn: waking?.wokenOn ?? null,
      wokenBy: waking?.wokenBy ?? null,
      firstContactOn: contacts?.firstOf(id, window.cohortOn, window.through).firstContactOn ?? null,
    };
  });
}
