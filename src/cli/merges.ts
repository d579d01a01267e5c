// 客户号合并映射 as the command line applies it: before anything else, and said.
import {
  type CurrentNumbers,
  type CustomerMerge,
  currentNumbers,
  type MergeConflict,
  withCurrentNumber,
  withoutFormerRows,
} from '../model/customer-merge.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';
import type { RecordOf } from '../model/records.js';

/** Gives records the 客户号 of today and counts those that changed. */
export interface Renumbering {
  /** Merges that contradict each other refuse the file (exit 3). */
  readonly refusal: UserError | undefined;
  /** No number is changed. */
  readonly isEmpty: boolean;
  /** Any records, in their order. */
  records<T>(records: readonly T[]): readonly T[];
  /** Customer rows: those of former numbers give way to the row of the number of today. */
  customers<T extends { readonly custNo: string }>(customers: readonly T[]): readonly T[];
  /**
   * Records of one kind with every 客户号 that they carry; a number that may be a 工号 as well is left alone where it is one of
   * `staff`.
   */
  kind<Kind extends keyof RecordOf>(
    kind: Kind,
    records: readonly RecordOf[Kind][],
    staff: ReadonlySet<string>,
  ): readonly RecordOf[Kind][];
  problems(): readonly Problem[];
}

/** The number of today; undefined where nothing changes. */
type Current = (no: string | undefined) => string | undefined;

/** Numbers beside the record's own 客户号. `ofCustomer` takes no 工号. */
const otherNumbers: {
  readonly [Kind in keyof RecordOf]?: (
    record: RecordOf[Kind],
    ofCustomer: Current,
    any: Current,
  ) => Partial<RecordOf[Kind]> | undefined;
} = {
  referrals({ referrerNo, referrerType }, ofCustomer, any) {
    const saysCustomer = referrerType === undefined ? undefined : /客户(?!经理)/.test(referrerType);
    const current = saysCustomer === undefined ? ofCustomer(referrerNo) : saysCustomer ? any(referrerNo) : undefined;
    return current === undefined ? undefined : { referrerNo: current };
  },
  wealthSales({ referrerNo }, ofCustomer) {
    const current = ofCustomer(referrerNo);
    return current === undefined ? undefined : { referrerNo: current };
  },
  points({ holderNo }, ofCustomer) {
    const current = ofCustomer(holderNo);
    return current === undefined ? undefined : { holderNo: current };
  },
  events({ invitedCustNos }, _, any) {
    if (invitedCustNos.every((no) => any(no) === undefined)) return undefined;
    return { invitedCustNos: [...new Set(invitedCustNos.map((no) => any(no) ?? no))] };
  },
};

const conflictTexts: Readonly<Record<MergeConflict['kind'], (custNo: string) => string>> = {
  cycle: (custNo) => `客户号 ${custNo} 沿着映射又回到自己，无法判断现在用哪个号；请改正映射后重试`,
  fork: (custNo) => `客户号 ${custNo} 被合并到两个不同的新号，无法判断用哪个；请只保留一行`,
};

/** `file` is what the list of merges is called in messages. */
export function renumbering(merges: readonly CustomerMerge[] | undefined, file: string): Renumbering {
  const { numbers, conflicts } = currentNumbers(merges ?? []);
  let changed = 0;
  const counted = <T>(before: T, after: T): T => {
    if (after !== before) changed += 1;
    return after;
  };
  const records = <T>(given: readonly T[]): readonly T[] =>
    numbers.size === 0 ? given : given.map((record) => counted(record, underCurrentNumber(record, numbers)));
  const customers = <T extends { readonly custNo: string }>(given: readonly T[]): readonly T[] => {
    changed += given.filter(({ custNo }) => numbers.has(custNo)).length;
    return withoutFormerRows(given, numbers);
  };
  return {
    isEmpty: numbers.size === 0,
    refusal: conflicts.length === 0 ? undefined : conflictsIn(conflicts, file),
    records,
    customers,
    kind(kind, given, staff) {
      const others = otherNumbers[kind];
      if (others === undefined || numbers.size === 0) return records(given);
      const any: Current = (no) => (no === undefined ? undefined : numbers.get(no));
      const ofCustomer: Current = (no) => (no === undefined || staff.has(no) ? undefined : any(no));
      return given.map((record) => {
        const own = underCurrentNumber(record, numbers);
        const more = others(record, ofCustomer, any);
        return counted(record, more === undefined ? own : { ...own, ...more });
      });
    },
    problems() {
      if (numbers.size === 0) return [];
      const message = `按映射把 ${numbers.size} 个旧客户号换成合并后的客户号，共换了 ${changed} 行记录；请核对映射是否完整`;
      return [{ severity: 'warning', code: 'merged-customers', file, message }];
    },
  };
}

function underCurrentNumber<T>(record: T, numbers: CurrentNumbers): T {
  return withCurrentNumber(record as T & { readonly custNo?: string }, numbers);
}

function conflictsIn(conflicts: readonly MergeConflict[], file: string): UserError {
  const problems = conflicts.map(({ kind, custNo }): Problem => {
    return { severity: 'error', code: 'merge-conflict', file, message: conflictTexts[kind](custNo) };
  });
  return new UserError(`${file}: ${problems[0]?.message}`, exitCodes.refused, problems);
}
