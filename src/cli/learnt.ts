// inspect --save: what the user confirmed by options goes into the rules file, so that next month needs none of them.
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseRules } from '../model/rules-file.js';
import { type LearntRule, withLearntRules } from '../model/rules-file-edit.js';
import type { OptionValues } from './command.js';
import { directionCodesOf, unitEntries } from './confirmed.js';
import { say } from './messages.js';
import { list, text, usage } from './option-values.js';
import { defaultRulesFile, kindNames, type Settings } from './settings.js';
import type { Shell } from './shell.js';

/** What the options say, as rules; the options must have been checked before. */
function learntRules(options: OptionValues): readonly LearntRule[] {
  const dateForm = text(options.dateForm);
  return [
    ...list(options.map).map((entry): LearntRule => {
      const [, kind = '', field = '', header = ''] = /^([A-Za-z]+)\.([A-Za-z]+)=(.+)$/s.exec(entry) ?? [];
      return { path: ['columns', kind, field], value: header };
    }),
    ...list(options.kind).map((entry): LearntRule => {
      const [name = '', ...file] = entry.split('=');
      return { path: ['files', 'kinds', basename(file.join('='))], value: kindNames.get(name) ?? name };
    }),
    ...Object.entries(unitEntries(list(options.unit))).map(([field, value]) => ({
      path: ['files', 'units', field],
      value,
    })),
    ...(dateForm === undefined ? [] : [{ path: ['files', 'dateForm'], value: dateForm }]),
    ...Object.entries(directionCodesOf(text(options.directionCodes))).map(([code, value]) => ({
      path: ['txn', 'directionCodes', code],
      value,
    })),
  ];
}

export interface SaveTarget {
  readonly file: string;
  readonly rules: readonly LearntRule[];
}

/** Where --save writes and what; undefined without --save. Throws UserError (exit 2) when there is nothing to save. */
export function saveTarget(options: OptionValues, settings: Settings): SaveTarget | undefined {
  if (options.save === undefined || options.save === false) return undefined;
  const rules = learntRules(options);
  if (rules.length === 0)
    throw usage('--save 没有可保存的内容：请和 --map、--kind、--unit、--direction-codes 或 --date-form 一起用');
  return { file: text(options.save) ?? settings.rulesFile ?? defaultRulesFile, rules };
}

/**
 * Adds the rules to the file, which is made if it is not there and otherwise keeps comments, order and permissions; what would not
 * be read back is never written. Says what was saved. Throws UserError (exit 2, 5).
 */
export async function saveRules({ file, rules }: SaveTarget, shell: Shell): Promise<void> {
  const path = resolve(shell.cwd, file);
  const exists = existsSync(path);
  const before = exists ? readText(path, file) : '';
  parseRules(before, file);
  const after = withLearntRules(before, rules);
  parseRules(after, file);
  const { writeWhole } = await import('./output.js');
  await writeWhole(path, async (temporary) => {
    writeFileSync(temporary, after);
    if (exists) chmodSync(temporary, statSync(path).mode);
  });
  say(shell, [
    `已写入 ${file}，下次不用再加这些选项：`,
    ...rules.map(({ path: keys, value }) => `  ${keys.join('.')} = ${value}`),
  ]);
  say(shell, dated(rules));
}

function readText(path: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    throw usage(`规则文件 ${file} 读不出来：请保存为 UTF-8`);
  }
}

/** A month in a file name is another one next month. */
function dated(rules: readonly LearntRule[]): readonly string[] {
  return rules.flatMap(({ path: [, group, name = ''] }) => {
    if (group !== 'kinds' || !/\d{4,}/.test(name)) return [];
    return [
      `提示 文件名 “${name}” 里有日期；下个月文件名不同时，请改用 --kind 种类=${name.replace(/\d[\d_-]{2,}\d/, '*')}`,
    ];
  });
}
