// What segment and explain have in common: exports read, transactions summarised, everything the analysis needs in one value.
import type { SegmentInput } from '../analysis/assess.js';
import { compareMeasures, segmentMeasures } from '../analysis/measures.js';
import { ownershipOf, ownershipProblems } from '../engine/ownership.js';
import type { SettledAsOf } from './as-of.js';
import { readBranch } from './branch.js';
import type { OptionValues } from './command.js';
import { text, usage } from './option-values.js';
import { readPrevious } from './previous.js';
import { refusePublic } from './refuse-public.js';
import { requireTransactions } from './require-transactions.js';
import { dayOption, type Settings } from './settings.js';
import type { Shell } from './shell.js';
import { summariseTransactions } from './summarise-transactions.js';

const segmentKinds = [
  ...(['customers', 'accounts', 'balances', 'employees', 'assignments'] as const),
  ...(['holdings', 'riskTests'] as const),
];

export interface PreparedSegmentation {
  readonly input: SegmentInput;
  readonly asOf: SettledAsOf;
}

/** Reads the exports and folds the transactions. Throws UserError when something is missing or refused. */
export async function prepareSegmentation(
  paths: readonly string[],
  options: OptionValues,
  settings: Settings,
  shell: Shell,
): Promise<PreparedSegmentation> {
  refusePublic(settings);
  const { rules } = settings;
  const previousFile = text(options.previous);
  const compareTo = dayOption('--compare-to', text(options.compareTo));
  if (previousFile !== undefined && compareTo !== undefined) throw usage('--previous 和 --compare-to 只能用一个');
  const previous = previousFile === undefined ? undefined : await readPrevious(previousFile, shell);
  const branch = await readBranch(paths, settings, shell, segmentKinds);
  const asOf = branch.asOf.asOf;
  if (compareTo !== undefined && compareTo >= asOf) throw usage(`--compare-to ${compareTo}：必须早于数据日期 ${asOf}`);
  requireTransactions(branch, '分层');
  const measures = [
    ...segmentMeasures(rules, asOf),
    ...(compareTo === undefined ? [] : compareMeasures(rules, compareTo, asOf)),
  ];
  const ownership = ownershipOf(branch.records.customers, branch.records.accounts);
  const engine = await summariseTransactions(branch.transactions, ownership, measures, settings, asOf);
  await branch.writeFixes();
  branch.settleRefusals();
  if (compareTo !== undefined && (engine.coverage === null || engine.coverage.from > compareTo))
    throw usage(`--compare-to ${compareTo}：交易明细没有覆盖这一天，请改用 --previous 上期结果`);
  const input: SegmentInput = {
    ...branch.records,
    engine,
    measures,
    previous,
    compareTo,
    intake: branch.intake(engine.sources),
    problems: [...branch.problems(), ...ownershipProblems(branch.records.accounts, ownership.ownerOf)],
  };
  return { input, asOf: branch.asOf };
}
