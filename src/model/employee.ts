import type { Day } from './day.js';

/** One employee (员工), from the staff list of the branch. */
export interface Employee {
  readonly empNo: string;
  readonly empName: string;
  /** Known posts in one spelling (行长 is 网点负责人), else the text. */
  readonly role?: string | undefined;
  readonly branchNo?: string | undefined;
  readonly team?: string | undefined;
  readonly joinedOn?: Day | undefined;
  /** 在岗 or 离岗; undefined = not stated. */
  readonly isPresent?: boolean | undefined;
}
