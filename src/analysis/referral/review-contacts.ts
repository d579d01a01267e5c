// 电话相同, 地址相同: between referrer and referred, and among several referred by one person. Values are compared, never shown.
import { customersById } from './customers-by-id.js';
import { type Episode, isCounted } from './episode.js';
import { groupBy } from './group-by.js';
import type { ReviewQuestion, ReviewRule } from './listed.js';
import { whole } from './persons.js';
import {
  customersText,
  customerText,
  isReferrerKnown,
  numbersOf,
  partyText,
  type ReviewCheck,
} from './review-check.js';

interface ContactCheck {
  readonly rule: ReviewRule & ('电话相同' | '地址相同');
  readonly word: string;
  readonly ofReferred: (episode: Episode, customers: Customers) => string | null;
  readonly ofReferrer: (episode: Episode, customers: Customers) => string | null;
  readonly question: string;
}

type Customers = ReturnType<typeof customersById>;

/** Digits that tell something: no country code, at least seven, not all the same (placeholders), none hidden. */
export function comparablePhone(phone: string | undefined): string | null {
  const digits = (whole(phone) ?? '')
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
  return digits.length < 7 || /^(\d)\1*$/.test(digits) ? null : digits;
}

/** Without blanks; an address of a town or a street alone tells nothing, so at least eight characters with a number among them. */
export function comparableAddress(address: string | undefined): string | null {
  const text = (address ?? '').normalize('NFKC').replace(/\s/g, '');
  return [...text].length < 8 || !/[\d一二三四五六七八九十]/.test(text) ? null : text;
}

const checks: readonly ContactCheck[] = [
  {
    rule: '电话相同',
    word: '电话',
    ofReferred: ({ row, customerId }, customers) =>
      comparablePhone(row.phone ?? customers.get(customerId ?? '')?.phone),
    ofReferrer: (episode, customers) => comparablePhone(customers.get(referrerId(episode))?.phone),
    question: '是否为家人或代办人的电话，被转介客户本人能否联系上？',
  },
  {
    rule: '地址相同',
    word: '地址',
    ofReferred: ({ customerId }, customers) => comparableAddress(customers.get(customerId ?? '')?.address),
    ofReferrer: (episode, customers) => comparableAddress(customers.get(referrerId(episode))?.address),
    question: '是否为家人或同事同住一处，开户是否均为本人的需要？',
  },
];

function referrerId({ referrer: { kind, no } }: Episode): string {
  return kind === '存量客户' ? (no ?? '') : '';
}

/** Employees' own phones and addresses are in no export, so only customers who refer are compared with those whom they refer. */
export const sharedContacts: ReviewCheck = (episodes, { customers }) => {
  const byId = customersById(customers);
  const counted = episodes.filter((episode) => isCounted(episode) && isReferrerKnown(episode));
  return checks.flatMap((check) => [...withReferrer(check, counted, byId), ...amongReferred(check, counted, byId)]);
};

function withReferrer(
  check: ContactCheck,
  episodes: readonly Episode[],
  customers: Customers,
): readonly ReviewQuestion[] {
  const { rule, word, question } = check;
  return episodes
    .filter((episode) => {
      const own = check.ofReferrer(episode, customers);
      return own !== null && own === check.ofReferred(episode, customers);
    })
    .map(({ referralNo, referrer, customerId }) => ({
      rule,
      referralNos: [referralNo],
      about: partyText(referrer),
      evidence: `转介人${partyText(referrer)}与被转介的${customerText(customerId)}登记的${word}相同`,
      question,
    }));
}

function amongReferred(
  check: ContactCheck,
  episodes: readonly Episode[],
  customers: Customers,
): readonly ReviewQuestion[] {
  const known = episodes.filter((episode) => check.ofReferred(episode, customers) !== null);
  const keyOf = (episode: Episode) => JSON.stringify([episode.referrer.key, check.ofReferred(episode, customers)]);
  return [...groupBy(known, keyOf).values()].flatMap((own) => sharedQuestion(check, own));
}

function sharedQuestion(
  { rule, word, question }: ContactCheck,
  episodes: readonly Episode[],
): readonly ReviewQuestion[] {
  const [first] = episodes;
  const persons = new Set(episodes.map(({ personKey }) => personKey)).size;
  if (first === undefined || persons < 2) return [];
  const evidence = `${persons}位被转介客户（${customersText(episodes)}）登记的${word}相同`;
  return [{ rule, referralNos: numbersOf(episodes), about: partyText(first.referrer), evidence, question }];
}
