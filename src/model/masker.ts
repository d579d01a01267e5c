// Who may see what of a customer (DOMAIN.md §5.9): one masker per profile, used where an analysis fills its report.
import { maskAccount, maskIdNo, maskName, maskPhone } from './mask.js';

/** `owner` is the file of one employee with the own customers only; `public` hangs in the hall; `full` needs a reason and leaves an audit line. */
export const profiles = ['manager', 'owner', 'public', 'full'] as const;
export type Profile = (typeof profiles)[number];

/** undefined and empty texts are null; so is what a profile does not show at all. */
export interface Masker {
  readonly profile: Profile;
  /** Whether single customers may appear at all: under `public` only the totals of employees do. */
  readonly showsCustomers: boolean;
  readonly showsIdNo: boolean;
  name(text: string | null | undefined): string | null;
  phone(text: string | null | undefined): string | null;
  idNo(text: string | null | undefined): string | null;
  account(text: string | null | undefined): string | null;
}

type Mask = (text: string) => string | null;

const hidden: Mask = () => null;
const whole: Mask = (text) => text.trim();

const masks: Readonly<Record<Profile, Readonly<Record<'name' | 'phone' | 'idNo' | 'account', Mask>>>> = {
  manager: { name: maskName, phone: maskPhone, idNo: maskIdNo, account: maskAccount },
  full: { name: whole, phone: whole, idNo: whole, account: whole },
  owner: { name: whole, phone: maskPhone, idNo: hidden, account: lastFour },
  public: { name: hidden, phone: hidden, idNo: hidden, account: hidden },
};

/** At most the last four code points, and never more than half of the value. */
function lastFour(account: string): string {
  const points = [...account];
  return `****${points.slice(points.length - Math.min(4, Math.floor(points.length / 2))).join('')}`;
}

/**
 * The masker of a profile.
 * @example maskerFor('manager').name('陈思奎') // => '陈*奎'
 * @example maskerFor('owner').account('6222021234561234') // => '****1234'
 */
export function maskerFor(profile: Profile): Masker {
  const of = masks[profile];
  const masking = (mask: Mask) => (text: string | null | undefined) =>
    text === null || text === undefined || text.trim() === '' ? null : mask(text);
  return {
    profile,
    showsCustomers: profile !== 'public',
    showsIdNo: profile === 'manager' || profile === 'full',
    name: masking(of.name),
    phone: masking(of.phone),
    idNo: masking(of.idNo),
    account: masking(of.account),
  };
}
