// 自荐, 互相转介: who refers whom.
import type { Day } from '../../model/day.js';
import type { Episode } from './episode.js';
import { groupBy } from './group-by.js';
import type { ReviewQuestion } from './listed.js';
import { byRegistration, compare } from './order.js';
import { customerText, isReferrerKnown, numbersOf, partyText, type ReviewCheck } from './review-check.js';

/** Rows that the register's rules took for self-referrals. */
export const selfReferrals: ReviewCheck = (episodes) =>
  episodes
    .filter(({ state }) => state === '自荐')
    .map(({ referralNo, referrer, receiver, registeredAt }) => {
      const isReceiver = receiver !== null && receiver.key === referrer.key;
      return {
        rule: '自荐',
        referralNos: [referralNo],
        about: partyText(referrer),
        evidence: `${registeredAt.day}登记，转介人与${isReceiver ? '接收人' : '被转介客户'}是同一人`,
        question: isReceiver ? '这笔由谁实际转介、由谁实际承接？' : '这笔是否有另外的转介人，还是客户自己来办理？',
      };
    });

type Edge = readonly [from: string, to: string];

/** Customers who refer each other, in twos and in rings of three; each ring once. */
export const mutualCustomers: ReviewCheck = (episodes) => {
  const edges = customerEdges(episodes);
  const targets = groupBy([...edges.keys()].map(edgeOf), ([from]) => from);
  const next = (id: string) => (targets.get(id) ?? []).map(([, to]) => to);
  const rings = [...targets.keys()].flatMap((a) =>
    next(a).flatMap((b) => {
      if (b < a) return [];
      const twos = next(b).includes(a) ? [[a, b]] : [];
      const threes = next(b).filter((c) => c > a && c !== b && next(c).includes(a));
      return [...twos, ...threes.map((c) => [a, b, c])];
    }),
  );
  return rings.map((ring) => ringQuestion(ring, edges));
};

function customerEdges(episodes: readonly Episode[]): ReadonlyMap<string, readonly Episode[]> {
  const between = episodes.filter(
    ({ state, referrer, customerId }) =>
      !['自荐', '重复', '期外'].includes(state) &&
      referrer.kind === '存量客户' &&
      referrer.no !== null &&
      customerId !== null &&
      customerId !== referrer.no,
  );
  return groupBy([...between].sort(byRegistration), ({ referrer, customerId }) =>
    edgeKey([referrer.no ?? '', customerId ?? '']),
  );
}

function edgeKey(edge: Edge): string {
  return JSON.stringify(edge);
}

function edgeOf(key: string): Edge {
  const [from = '', to = ''] = JSON.parse(key) as readonly string[];
  return [from, to];
}

function ringQuestion(ring: readonly string[], edges: ReadonlyMap<string, readonly Episode[]>): ReviewQuestion {
  const steps = ring.map((from, place) => {
    const to = ring[(place + 1) % ring.length] ?? '';
    return { from, to, episodes: edges.get(edgeKey([from, to])) ?? [] };
  });
  const told = steps.map(({ from, to, episodes }) => `${daysText(episodes)}客户${from}转介客户${to}`);
  return {
    rule: '互相转介',
    referralNos: numbersOf(steps.flatMap(({ episodes }) => episodes)),
    about: [...ring].map(customerText).join('、'),
    evidence: told.join('，'),
    question: '这几位客户互相推荐的经过是怎样的，积分按办法应当怎样计？',
  };
}

/** Two employees who hand the same customer to each other. */
export const handedBack: ReviewCheck = (episodes) => {
  const handed = episodes.filter(
    ({ state, referrer, receiver }) =>
      state !== '自荐' &&
      state !== '期外' &&
      referrer.kind === '员工' &&
      receiver !== null &&
      receiver.key !== referrer.key,
  );
  return [...groupBy(handed.filter(isReferrerKnown), ({ personKey }) => personKey).values()].flatMap((ofPerson) => {
    const pairs = groupBy([...ofPerson].sort(byRegistration), (episode) => sidesOf(episode).sort(compare).join('\n'));
    return [...pairs.values()].flatMap((own) => (isBothWays(own) ? [handedBackQuestion(own)] : []));
  });
};

function sidesOf({ referrer, receiver }: Episode): string[] {
  return [referrer.key, receiver?.key ?? ''];
}

function isBothWays(episodes: readonly Episode[]): boolean {
  return new Set(episodes.map(({ referrer }) => referrer.key)).size > 1;
}

function handedBackQuestion(episodes: readonly Episode[]): ReviewQuestion {
  const told = episodes.map(
    ({ registeredAt, referrer, receiver }) =>
      `${registeredAt.day}由${partyText(referrer)}转给${receiver === null ? '' : partyText(receiver)}`,
  );
  const people = new Map(episodes.map(({ referrer }) => [referrer.key, partyText(referrer)]));
  return {
    rule: '互相转介',
    referralNos: numbersOf(episodes),
    about: [...people.values()].sort(compare).join('、'),
    evidence: `${customerText(episodes[0]?.customerId ?? null)}于${told.join('，')}`,
    question: '这位客户是退回后改由另一人跟进，还是有两项不同的需求？',
  };
}

function daysText(episodes: readonly Episode[]): string {
  const days: ReadonlySet<Day> = new Set(episodes.map(({ registeredAt }) => registeredAt.day));
  return [...days].join('、');
}
