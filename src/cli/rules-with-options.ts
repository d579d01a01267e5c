// The rules as the options of the command line change them.
import { dateForms } from '../exports/date.js';
import { dormantPresets } from '../model/dormant-presets.js';
import { profiles } from '../model/masker.js';
import type { Rules } from '../model/rules.js';
import { papers } from '../model/rules-ledger.js';
import type { OptionValues } from './command.js';
import { directionCodesOf, unitEntries } from './confirmed.js';
import { list, text, usage } from './option-values.js';

/** `rules` are those of the file. Throws UserError (exit 2) for a value that is none of the option's. */
export function rulesWithOptions(rules: Rules, options: OptionValues): Rules {
  const rfm = {
    ...rules.rfm,
    ...choice('--method', text(options.method), ['absolute', 'score'] as const, (method) => ({ method })),
    ...choice('--monetary', text(options.monetary), ['txnAmount', 'aum'] as const, (monetary) => ({ monetary })),
    ...choice('--split', text(options.split), ['mean', 'median'] as const, (scoreSplit) => ({ scoreSplit })),
    ...windowOf(text(options.window)),
  };
  return {
    ...rules,
    rfm,
    dormant: {
      ...rules.dormant,
      ...choice('--preset', text(options.preset), dormantPresets, (preset) => ({ preset })),
    },
    wake: { ...rules.wake, ...days('--wake-days', text(options.wakeDays), (windowDays) => ({ windowDays })) },
    ref: {
      ...rules.ref,
      ...days('--success-days', text(options.successDays), (successDays) => ({ successDays })),
      ...choice('--success-def', text(options.successDef), successDefs, (successDef) => ({ successDef })),
    },
    txn: {
      ...rules.txn,
      resetClasses: resetClassesOf(rules, options),
      directionCodes: { ...rules.txn.directionCodes, ...directionCodesOf(text(options.directionCodes)) },
    },
    files: {
      ...rules.files,
      ...choice('--date-form', text(options.dateForm), dateForms, (dateForm) => ({ dateForm })),
      units: { ...rules.files.units, ...unitEntries(list(options.unit)) },
    },
    privacy: {
      ...rules.privacy,
      ...choice('--mask', text(options.mask), profiles, (profile) => ({ profile })),
    },
    ledger: { ...rules.ledger, ...choice('--paper', text(options.paper), papers, (paper) => ({ paper })) },
    scope: { ...rules.scope, ...(options.includeCorp === true ? { includeCorporate: true } : {}) },
  };
}

function choice<V extends string, R>(
  name: string,
  value: string | undefined,
  allowed: readonly V[],
  use: (value: V) => R,
): R | Record<string, never> {
  if (value === undefined) return {};
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw usage(`${name} ${value}：只能是 ${allowed.join('、')}`);
  return use(found);
}

const successDefs = ['deal', 'opened', 'qualified', 'aumUp'] as const satisfies readonly Rules['ref']['successDef'][];

function resetClassesOf({ txn }: Rules, options: OptionValues): Rules['txn']['resetClasses'] {
  const kept = options.strictActive === true ? txn.resetClasses.filter((of) => of !== 'THIRD_PARTY') : txn.resetClasses;
  return options.countMandates === true && !kept.includes('MANDATE') ? [...kept, 'MANDATE'] : kept;
}

function days<R>(name: string, value: string | undefined, use: (days: number) => R): R | Record<string, never> {
  if (value === undefined) return {};
  if (!/^[1-9]\d{0,3}$/.test(value)) throw usage(`${name} ${value}：请写 1 到 9999 的天数，如 90`);
  return use(Number(value));
}

function windowOf(value: string | undefined): { windowDays?: number | 'perTier' } {
  if (value === undefined) return {};
  if (value === 'perTier') return { windowDays: value };
  if (!/^[1-9]\d{0,4}$/.test(value)) throw usage(`--window ${value}：请写天数（如 90）或 perTier`);
  return { windowDays: Number(value) };
}
