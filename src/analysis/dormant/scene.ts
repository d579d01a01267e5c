// What all parts of the analysis look at, made once.
import type { Account } from '../../model/account.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import { maskerFor } from '../../model/masker.js';
import type { Rules } from '../../model/rules.js';
import { rosterOfInput } from '../assess.js';
import { displayIds } from '../display-ids.js';
import { managerReader } from '../managers.js';
import type { Roster } from '../roster.js';
import { type ContactIndex, contactIndex } from './contacts.js';
import { type FlagSubject, flagReader } from './flags.js';
import type { DormantInput } from './input.js';
import { type DormancyReader, dormancyReader, type WakeWindow, wakeWindow } from './measures.js';

export interface Scene {
  readonly input: DormantInput;
  readonly rules: Rules;
  readonly asOf: Day;
  readonly window: WakeWindow;
  readonly roster: Roster;
  /** Printed ids in the order of the roster. */
  readonly shown: readonly string[];
  readonly read: DormancyReader;
  /** null = contacts not provided. */
  readonly contacts: ContactIndex | null;
  readonly flagsOf: (subject: FlagSubject) => readonly string[];
  readonly managerOf: (id: string, customer: Customer | undefined) => string | null;
}

export function sceneOf(input: DormantInput, rules: Rules, asOf: Day): Scene {
  const roster = rosterOfInput(input, asOf);
  const { accountsAsCustomers } = input.engine;
  return {
    input,
    rules,
    asOf,
    window: wakeWindow(rules, asOf, input.cohortOn),
    roster,
    shown: displayIds(roster.ids, (id) => accountsAsCustomers && !roster.customerOf.has(id)),
    read: dormancyReader(input.measures, rules),
    contacts: input.contacts === undefined ? null : contactIndex(input.contacts, roster),
    flagsOf: flagReader(input, rules, asOf),
    managerOf: managerReader(input, asOf),
  };
}

/** Name and phone as they may be shown. */
export function maskedPerson({ rules }: Scene, customer: Customer | undefined) {
  const masker = maskerFor(rules.privacy.profile);
  return { customerName: masker.name(customer?.custName), phone: masker.phone(customer?.phone) };
}

const none: readonly Account[] = [];

/** All account lines of a customer, open or not. */
export function accountsOf({ roster }: Scene, id: string): readonly Account[] {
  return roster.accountsOf.get(id) ?? none;
}
