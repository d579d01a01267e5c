// 客户号合并映射 as the command line applies it: before anything else, and said.
import {
  type CustomerMerge,
  currentNumbers,
  type MergeConflict,
  withCurrentNumber,
  withoutFormerRows,
} from '../model/customer-merge.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';

/** Gives records the 客户号 of today and counts those that changed. */
export interface Renumbering {
  /** Merges that contradict each other refuse the file (exit 3). */
  readonly refusal: UserError | undefined;
  /** Any records, in their order. */
  records<T>(records: readonly T[]): readonly T[];
  /** Customer rows: those of former numbers give way to the row of the number of today. */
  customers<T extends { readonly custNo: string }>(customers: readonly T[]): readonly T[];
  problems(): readonly Problem[];
}

const conflictTexts: Readonly<Record<MergeConflict['kind'], (custNo: string) => string>> = {
  cycle: (custNo) => `客户号 ${custNo} 沿着映射又回到自己，无法判断现在用哪个号；请改正映射后重试`,
  fork: (custNo) => `客户号 ${custNo} 被合并到两个不同的新号，无法判断用哪个；请只保留一行`,
};

/** `file` is what the list of merges is called in messages. */
export function renumbering(merges: readonly CustomerMerge[] | undefined, file: string): Renumbering {
  const { numbers, conflicts } = currentNumbers(merges ?? []);
  let changed = 0;
  const current = <T>(record: T): T => {
    const renumbered = withCurrentNumber(record as T & { readonly custNo?: string }, numbers);
    if (renumbered !== record) changed += 1;
    return renumbered;
  };
  return {
    refusal: conflicts.length === 0 ? undefined : conflictsIn(conflicts, file),
    records: (records) => (numbers.size === 0 ? records : records.map(current)),
    customers(customers) {
      changed += customers.filter(({ custNo }) => numbers.has(custNo)).length;
      return withoutFormerRows(customers, numbers);
    },
    problems() {
      if (numbers.size === 0) return [];
      const message = `按映射把 ${numbers.size} 个旧客户号换成合并后的客户号，共换了 ${changed} 行记录；请核对映射是否完整`;
      return [{ severity: 'warning', code: 'merged-customers', file, message }];
    },
  };
}

function conflictsIn(conflicts: readonly MergeConflict[], file: string): UserError {
  const problems = conflicts.map(({ kind, custNo }): Problem => {
    return { severity: 'error', code: 'merge-conflict', file, message: conflictTexts[kind](custNo) };
  });
  return new UserError(`${file}: ${problems[0]?.message}`, exitCodes.refused, problems);
}
