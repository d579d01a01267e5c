// The generated parts of docs/使用手册.md: between <!-- 生成：名称 --> and <!-- 生成完 -->, made from the sources.

import type { OptionSpec } from '../../src/cli/command.js';
import { exitCodes } from '../../src/model/errors.js';
import { type ProblemCode, problemCodes } from '../../src/model/problem.js';
import { describeRules } from '../../src/model/rule-list.js';
import { defaultRules } from '../../src/model/rules-file.js';
import { fieldTable, kinds } from './field-table.js';
import { type FixtureMessage, fixtureMessage, usageCases } from './fixture-message.js';
import { cell, handwritten, table } from './markdown-table.js';
import { allCommands } from './named-commands.js';

/** Makes a part anew; `previous` is what stands there now, whose handwritten cells are kept. */
type Writer = (previous: string) => string;

const writers: Readonly<Record<string, Writer>> = {
  层级: tierTable,
  命令: () =>
    table(
      ['命令', '做什么'],
      allCommands.map(({ name, spec }) => [`\`taizhang ${`${name} ${spec.arguments}`.trim()}\``, cell(spec.summary)]),
    ),
  选项: optionTable,
  退出码: (previous) =>
    keepingLast(
      previous,
      ['退出码', '意思和怎么办'],
      Object.values(exitCodes).map((code) => [String(code)]),
    ),
  规则: () =>
    table(
      ['规则', '默认值', '来源', '含义'],
      describeRules(defaultRules()).map((rule) => [
        `\`${rule.key}\``,
        cell(`${ruleValue(rule.default)}${rule.unit === '' ? '' : ` ${rule.unit}`}`),
        rule.source,
        cell(rule.description),
      ]),
    ),
  问题: problemTable,
  用法消息: usageTable,
  ...Object.fromEntries(kinds.map((kind) => [`列名 ${kind.kind}`, () => fieldTable(kind)])),
};

export const partNames: readonly string[] = Object.keys(writers);

const marked = /(<!-- 生成：(.+?) -->\n)([\s\S]*?)(\n<!-- 生成完 -->)/g;

/** The manual with every generated part made anew. */
export function refreshParts(manual: string): string {
  return manual.replace(marked, (whole, open: string, name: string, previous: string, close: string) => {
    const write = writers[name];
    return write === undefined ? whole : `${open}\n${write(previous)}\n${close}`;
  });
}

/** Names of the parts that the manual has. */
export function partsIn(manual: string): readonly string[] {
  return [...manual.matchAll(marked)].map((found) => found[2] ?? '');
}

function keepingLast(previous: string, headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = handwritten(previous);
  return table(
    headers,
    rows.map((row) => [...row, kept.get(row[0] ?? '') ?? '']),
  );
}

function tierTable(previous: string): string {
  const { tiers } = defaultRules().rfm;
  const lower = tiers.基础客户.maxRecencyDays;
  const dormant = tiers.睡眠客户.minRecencyDays;
  const tested = (['核心客户', '潜力客户', '基础客户'] as const).map((tier) => {
    const { maxRecencyDays, minFrequency, minAmountYuan } = tiers[tier];
    return [tier, `R ≤ ${maxRecencyDays} 天，F ≥ ${minFrequency} 次，M ≥ ${grouped(minAmountYuan)} 元，三条都要满足`];
  });
  return keepingLast(
    previous,
    ['层级', '条件', '说明'],
    [
      ['睡眠客户', `R ≥ ${dormant} 天；或开户已满 ${dormant} 天而从未交易`],
      ...tested,
      ['沉寂预警', `R 在 ${lower + 1} 天到 ${dormant - 1} 天之间`],
      ['一般活跃', `R ≤ ${lower} 天，但 F 或 M 不够基础客户`],
      ['新开未动户', `开户不满 ${dormant} 天，还没有交易`],
      ['无法判定', `没有交易，而交易明细不足 ${dormant} 天或晚于开户日`],
    ],
  );
}

function grouped(yuan: number): string {
  return String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** One row for each pair of option and meaning, with the commands that have it. */
function optionTable(): string {
  const users = new Map<string, { readonly option: OptionSpec; readonly commands: string[] }>();
  for (const { name, spec } of allCommands) {
    for (const option of spec.options) {
      const key = `${option.flags}\n${option.description}`;
      const entry = users.get(key) ?? { option, commands: [] };
      entry.commands.push(name);
      users.set(key, entry);
    }
  }
  return table(
    ['选项', '意思', '用在哪些命令'],
    [...users.values()].map(({ option, commands: names }) => [
      `\`${option.flags.replaceAll('|', '\\|')}\``,
      cell(`${option.description}${option.repeatable === true ? '（可以写几次）' : ''}`),
      usersText(names),
    ]),
  );
}

/** All commands that read exports have one name together. */
function usersText(names: readonly string[]): string {
  const reading = allCommands.filter(({ spec }) => spec.options.some(({ flags }) => flags.startsWith('--kind')));
  const isAll = reading.every(({ name }) => names.includes(name));
  const others = names.filter((name) => !isAll || reading.every((one) => one.name !== name));
  return [...(isAll ? ['读导出的命令'] : []), ...others].join('、');
}

function ruleValue(value: unknown): string {
  if (Array.isArray(value)) {
    const isOfRecords = value.some((one) => typeof one === 'object');
    return value.length === 0 ? '（空）' : value.map(ruleValue).join(isOfRecords ? '；' : '、');
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, of]) => `${key}=${ruleValue(of)}`);
    return entries.length === 0 ? '（空）' : entries.join(' ');
  }
  return String(value);
}

function severityOf({ exitCode, lines }: FixtureMessage): string {
  if (lines[0]?.startsWith('提示') === true) return exitCode === exitCodes.done ? '提示' : `提示，退出码 ${exitCode}`;
  if (exitCode === exitCodes.rejectedRows) return '错误，只拒绝这一行';
  return exitCode === exitCodes.usage ? '错误，退出码 2' : '错误，拒收整个文件';
}

function problemTable(previous: string): string {
  const rows = Object.entries(problemCodes).map(([code, title]) => {
    const message = fixtureMessage(code as ProblemCode);
    const shown = message?.lines[0] ?? '';
    return [`\`${code}\``, cell(title), message === undefined ? '' : severityOf(message), cell(shown)];
  });
  return keepingLast(previous, ['代码', '问题', '严重程度', '屏幕上的样子', '怎么办'], rows);
}

function usageTable(previous: string): string {
  const rows = usageCases().flatMap((name) => {
    const message = fixtureMessage(name);
    const lines = message?.lines.filter((line) => !line.startsWith('提示 ')) ?? [];
    if (message === undefined || lines.length === 0) return [];
    const shown = lines.map((line) => cell(line.replaceAll('{out}', '…'))).join('<br>');
    return [[`\`${name.slice('usage-'.length)}\``, shown, String(message.exitCode)]];
  });
  return keepingLast(previous, ['代号', '屏幕上的样子', '退出码', '怎么办'], rows);
}
