// The record of each kind of export, and a set of them as one run reads it.
import type { Account } from './account.js';
import type { Assignment } from './assignment.js';
import type { Balance } from './balance.js';
import type { Complaint } from './complaint.js';
import type { Contact } from './contact.js';
import type { Customer } from './customer.js';
import type { CustomerMerge } from './customer-merge.js';
import type { Employee } from './employee.js';
import type { BranchEvent } from './event.js';
import type { FundTransaction } from './fund-transaction.js';
import type { Holding } from './holding.js';
import type { Loan } from './loan.js';
import type { NpsRating } from './nps.js';
import type { PointsEntry } from './points.js';
import type { Referral } from './referral.js';
import type { RiskTest } from './risk-test.js';
import type { Target } from './target.js';
import type { Transaction } from './transaction.js';
import type { WealthSale } from './wealth-sale.js';

/** By kind of export. */
export interface RecordOf {
  readonly customers: Customer;
  readonly accounts: Account;
  readonly transactions: Transaction;
  readonly balances: Balance;
  readonly holdings: Holding;
  readonly wealthSales: WealthSale;
  readonly fundTransactions: FundTransaction;
  readonly loans: Loan;
  readonly referrals: Referral;
  readonly contacts: Contact;
  readonly complaints: Complaint;
  readonly nps: NpsRating;
  readonly riskTests: RiskTest;
  readonly employees: Employee;
  readonly assignments: Assignment;
  readonly targets: Target;
  readonly events: BranchEvent;
  readonly points: PointsEntry;
  readonly customerMerges: CustomerMerge;
}

/** The records of some kinds; undefined = no such export was given (§1.13: missing is not 0). */
export type Records<Kind extends keyof RecordOf> = { readonly [K in Kind]: readonly RecordOf[K][] | undefined };
