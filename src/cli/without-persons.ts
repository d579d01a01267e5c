// Free text may name anybody: before an analysis sees it, the names of all persons known to the run and long numbers are masked.
import { type NameHider, nameHider } from '../model/known-names.js';
import { maskAccount, maskName } from '../model/mask.js';
import type { Profile } from '../model/masker.js';
import type { RecordOf, Records } from '../model/records.js';
import { type Columns, identifiers, labels, notes, staff } from './free-columns.js';
import { type PersonalNumbers, personalNumbers } from './personal-numbers.js';
import type { RecordKind } from './read-records.js';

const shortestInLabels = 3;

/** Seven digits and more, also in groups, and what makes an ID number of them; a day is none. */
const longNumber = /\d(?:[ -]?\d){6,}[Xx]?/gu;
/** In the name of a product seven digits are its number; eleven may be a phone. */
const tellingNumber = /\d(?:[ -]?\d){10,}[Xx]?/gu;
const day = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$/u;

function withoutNumbers(text: string, pattern: RegExp): string {
  const plain = text.normalize('NFKC');
  const shown = plain.replace(pattern, (number) => (day.test(number) ? number : '****'));
  return shown === plain ? text : shown;
}

/** Exports repeat their words: each is looked at once, as long as there are not too many of them. */
function remembered(hide: (text: string) => string): (text: string) => string {
  const shown = new Map<string, string>();
  return (text) => {
    const known = shown.get(text);
    if (known !== undefined) return known;
    const found = hide(text);
    if (shown.size < mostRemembered) shown.set(text, found);
    return found;
  };
}

const mostRemembered = 20_000;

/** A column, and what happens to its texts. */
interface Hidden<T> {
  readonly field: keyof T;
  readonly hide: Hider;
}

function hidden<T extends object>(record: T, columns: readonly Hidden<T>[]): T {
  let changed: T = record;
  for (const { field, hide } of columns) {
    const value = record[field];
    if (typeof value !== 'string') continue;
    const shown = hide(value, changed, String(field));
    if (shown !== value) changed = { ...changed, [field]: shown };
  }
  return changed;
}

/** Shorter ones may as well be the number of a branch, an employee or a product. */
const longEnough = /\d{9}/;

interface Known {
  readonly numbers: PersonalNumbers;
  /** Customers, and whoever else stands as one in a file; employees are shown in full everywhere. */
  readonly names: ReadonlySet<string>;
  readonly hasStaffList: boolean;
}

function namesIn(records: Partial<Records<RecordKind>>): ReadonlySet<string> {
  const { customers = [], referrals = [], contacts = [], complaints = [], wealthSales = [] } = records;
  const { fundTransactions = [], holdings = [], loans = [], employees } = records;
  const named = [customers, referrals, contacts, complaints, wealthSales, fundTransactions, holdings, loans];
  const names = new Set<string>();
  for (const some of named) for (const { custName } of some) if (custName !== undefined) names.add(custName);
  for (const { empName } of employees ?? []) names.delete(empName);
  for (const { custName, isStaff } of customers) if (isStaff === true && custName !== undefined) names.delete(custName);
  return names;
}

function knownIn(records: Partial<Records<RecordKind>>): Known {
  return {
    numbers: personalNumbers(records),
    names: namesIn(records),
    hasStaffList: records.employees !== undefined,
  };
}

/** For what staff typed: names of known customers, unless the profile shows them. */
export function typedNameHider(records: Partial<Records<RecordKind>>, profile: Profile): NameHider {
  return nameHider(profile === 'full' || profile === 'owner' ? [] : namesIn(records));
}

const customerWords = /客户(?!经理|主管)|存量/u;

/**
 * Whether a name in a staff column may be a customer's. One who refers is told apart by the whole name, and masked by the analysis, but
 * where the row says nothing about the referrer, nobody else would mask the name.
 */
function mayBeCustomer(record: object, field: string, { hasStaffList }: Known): boolean {
  if (field !== 'referrerName') return hasStaffList;
  const { referrerType, referrerRole, referrerNo }: Partial<RecordOf['referrals']> = record;
  if (customerWords.test(referrerType ?? '') || customerWords.test(referrerRole ?? '')) return false;
  return hasStaffList || (referrerType ?? referrerRole ?? referrerNo) === undefined;
}

/** No name has one, unless a number stands where the name should. */
const hasDigit = /\d/;

type Hider = (text: string, record: object, field: string) => string;

/** What happens to the columns of each list, in this order. */
function hidersFor(known: Known): readonly (readonly [Columns, Hider])[] {
  const hide = nameHider(known.names);
  const name = (text: string) => (known.names.has(text) ? maskName(text) : text);
  const nameLengths = new Set<number>();
  for (const some of known.names) nameLengths.add(some.length);
  const mayTell = (text: string) => nameLengths.has(text.length) || known.numbers.isAsLong(text);
  const isSecret = (text: string) => longEnough.test(text) && (known.numbers.has(text) || known.names.has(text));
  const number = (text: string) => (isSecret(text) ? maskAccount(text) : text);
  const ofStaff = remembered((text) => withoutNumbers(text, tellingNumber));
  const ofCustomer = (text: string) => ofStaff(name(text));
  const ofAnybody = (text: string) => (hasDigit.test(text) ? number(text) : name(text));
  return [
    [notes, remembered((text) => withoutNumbers(hide(text), longNumber))],
    [labels, remembered((text) => withoutNumbers(hide(text, shortestInLabels), tellingNumber))],
    [identifiers, (text) => (mayTell(text) ? ofAnybody(text) : text)],
    [staff, (text, record, field) => (mayBeCustomer(record, field, known) ? ofCustomer(text) : ofStaff(text))],
  ];
}

/** The records with their free texts masked, unless the profile shows everything; what nobody can know is a name stays. */
export function withoutPersons<Kind extends RecordKind>(
  records: Records<Kind>,
  kinds: readonly Kind[],
  profile: Profile,
): Records<Kind> {
  if (profile === 'full') return records;
  const hiders = hidersFor(knownIn(records));
  const hiddenIn = <K extends Kind>(kind: K, own: readonly RecordOf[K][]) => {
    const columns = hiders.flatMap(([lists, hide]) => (lists[kind] ?? []).map((field) => ({ field, hide })));
    return own.map((record) => hidden(record, columns));
  };
  const entries = kinds.map((kind) => [kind, records[kind] && hiddenIn(kind, records[kind])]);
  return Object.fromEntries(entries) as Records<Kind>;
}
