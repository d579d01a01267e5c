// Options by which a user confirms how a bank's files are to be read, taken apart.
import { extname, resolve } from 'node:path';
import type { Rules } from '../model/rules.js';
import type { OptionValues } from './command.js';
import { text, usage } from './option-values.js';
import type { Shell } from './shell.js';

const directions: Readonly<Record<string, 'D' | 'C'>> = { D: 'D', C: 'C', 借: 'D', 贷: 'C' };

/** --direction-codes 0=D,1=C. Throws UserError (exit 2). */
export function directionCodesOf(value: string | undefined): Readonly<Record<string, 'D' | 'C'>> {
  const codes: Record<string, 'D' | 'C'> = {};
  for (const entry of value?.split(/[,，]/) ?? []) {
    const [, code, letter] = /^\s*([^=\s]+)\s*=\s*(\S+)\s*$/.exec(entry) ?? [];
    const direction = directions[letter?.toUpperCase() ?? ''];
    if (code === undefined || direction === undefined)
      throw usage(`--direction-codes ${value}：应写成 0=D,1=C（D 借、C 贷）`);
    if (Object.hasOwn(codes, code) && codes[code] !== direction)
      throw usage(`--direction-codes ${value}：代码 ${code} 又是借又是贷；每个代码只写一次`);
    codes[code] = direction;
  }
  return codes;
}

type MoneyUnit = Rules['files']['units'][string];

/** How many 元 each unit is. */
const yuanPer: Readonly<Record<MoneyUnit, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/** --unit balances.aum=万元. Throws UserError (exit 2). */
export function unitEntries(entries: readonly string[]): Readonly<Record<string, MoneyUnit>> {
  const units: Record<string, MoneyUnit> = {};
  for (const entry of entries) {
    const [, field, name] = /^([A-Za-z]+\.[A-Za-z]+)=(.+)$/.exec(entry) ?? [];
    const unit = (['元', '万元', '亿元'] as const).find((known) => known === name);
    if (field === undefined || unit === undefined)
      throw usage(`--unit ${entry}：应写成 种类.字段=单位，如 balances.aum=万元；单位是元、万元或亿元`);
    if (Object.hasOwn(units, field) && units[field] !== unit)
      throw usage(`--unit ${field} 写了两个不同的单位：只能写一个`);
    units[field] = unit;
  }
  return units;
}

/** 'kind.field' → 元 per unit. */
export function unitsOf(rules: Rules): ReadonlyMap<string, number> {
  return new Map(Object.entries(rules.files.units).map(([field, unit]) => [field, yuanPer[unit]]));
}

/** --fixes as it is given; undefined when no list is asked for. Throws UserError (exit 2). */
export function fixesOf(options: OptionValues, shell: Shell): string | undefined {
  const fixes = text(options.fixes);
  if (fixes === undefined) return undefined;
  if (extname(fixes).toLowerCase() !== '.xlsx')
    throw usage(`--fixes ${fixes}：待改清单是工作簿，文件名应以 .xlsx 结尾`);
  const output = text(options.output);
  if (output !== undefined && resolve(shell.cwd, output) === resolve(shell.cwd, fixes))
    throw usage(`--fixes ${fixes}：和 -o 是同一个文件，请另取文件名`);
  return fixes;
}
