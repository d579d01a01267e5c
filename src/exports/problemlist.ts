// The problems of one file while it is read: each code listed up to a cap, the rest counted.
import type { Problem, ProblemCode } from '../model/problem.js';

export interface ProblemList {
  add(problem: Problem): void;
  /** Everything listed, in the order found, then one line per code for what was left out. */
  all(): Problem[];
}

export function newProblemList(file: Pick<Problem, 'file' | 'sheet'>, cap = 1000): ProblemList {
  const listed: Problem[] = [];
  const seen = new Map<ProblemCode, { count: number; readonly severity: Problem['severity'] }>();
  return {
    add(problem) {
      const entry = seen.get(problem.code) ?? { count: 0, severity: problem.severity };
      seen.set(problem.code, entry);
      entry.count += 1;
      if (entry.count <= cap) listed.push(problem);
    },
    all() {
      const rest = [...seen].filter(([, { count }]) => count > cap);
      const lines = rest.map(([code, { count, severity }]): Problem => {
        return { severity, code, ...file, message: `另有 ${count - cap} 行同样的问题没有逐一列出` };
      });
      return [...listed, ...lines];
    },
  };
}
