import type { CommandSpec } from '../command.js';
import { checkCommand } from './check.js';
import { demoCommand } from './demo.js';
import { dormantCommand } from './dormant.js';
import { explainCommand } from './explain.js';
import { inspectCommand } from './inspect.js';
import { ledgerCommand } from './ledger.js';
import { referralCommand } from './referral.js';
import { rulesCommand } from './rules.js';
import { segmentCommand } from './segment.js';

/** All commands, in the order of the help. */
export const commands: readonly CommandSpec[] = [
  segmentCommand,
  explainCommand,
  dormantCommand,
  referralCommand,
  ledgerCommand,
  inspectCommand,
  checkCommand,
  rulesCommand,
  demoCommand,
];
