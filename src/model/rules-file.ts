// The rules file on disk (YAML): read with all errors at once and line numbers; written ready to edit.
import { Document, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { exitCodes, UserError } from './errors.js';
import { describeRules } from './rule-list.js';
import { type Rules, rulesSchema } from './rules.js';

/** The rules when nobody configured anything. */
export function defaultRules(): Rules {
  return rulesSchema.parse({});
}

/** Reads a rules file; throws UserError (exit 2) that lists every unknown key and bad value with its line. */
export function parseRules(text: string, file: string): Rules {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
  if (document.errors.length > 0) {
    throw refusal(
      file,
      document.errors.map((error) => [lines.linePos(error.pos[0]).line, '不是有效的 YAML，请检查缩进、冒号和重复的键']),
    );
  }
  const result = rulesSchema.safeParse(valuesOf(document, file) ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key): Fault => {
          const path = [...issue.path, key];
          return [lineOf(document, lines, path), `没有规则 “${path.join('.')}”；taizhang rules 列出全部规则`];
        })
      : [
          [
            lineOf(document, lines, issue.path),
            `${issue.path.join('.') || '整个文件'}：${sentence(issue)}`,
          ] satisfies Fault,
        ],
  );
  throw refusal(file, faults);
}

/** An alias without its anchor, or too many of them, is only found when they are put in. */
function valuesOf(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw refusal(file, [[1, '引用（*名称）找不到或太多，请去掉引用，直接写出值']]);
  }
}

type Fault = readonly [line: number, message: string];

function refusal(file: string, faults: readonly Fault[]): UserError {
  const sorted = [...faults].sort((a, b) => a[0] - b[0]);
  return new UserError(sorted.map(([line, message]) => `${file}:${line}: ${message}`).join('\n'), exitCodes.usage);
}

/** The line of the deepest part of the path that the file has. */
function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: readonly PropertyKey[]): number {
  let line = 1;
  let node: unknown = document.contents;
  for (const key of path) {
    const items = (node as { items?: readonly unknown[] } | null)?.items;
    const child =
      typeof key === 'number'
        ? items?.[key]
        : (items as readonly Pair[] | undefined)?.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
    if (child === undefined) break;
    const place = typeof key === 'number' ? child : (child as Pair).key;
    const offset = (place as { range?: readonly number[] | null } | null)?.range?.[0];
    if (offset !== undefined) line = lines.linePos(offset).line;
    node = typeof key === 'number' ? child : (child as Pair).value;
  }
  return line;
}

const typeNames: Readonly<Record<string, string>> = {
  number: '数字',
  int: '整数',
  string: '文字',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组键值',
  record: '一组键值',
};

function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应为${typeNames[issue.expected] ?? '其他类型'}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string' ? '不能为空' : `不能小于 ${issue.minimum}`;
    case 'too_big':
      return `不能大于 ${issue.maximum}`;
    case 'not_multiple_of':
      return '最多两位小数';
    case 'invalid_value':
      return `只能是 ${issue.values.join('、')}`;
    case 'invalid_union':
      return issue.errors.flatMap((alternatives) => alternatives.map(sentence)).join('，或');
    case 'custom':
      return issue.message;
    default:
      return '值无效';
  }
}

/** A rules file with every rule at its present value, and its meaning, unit and source as a comment. */
export function writeRules(rules: Rules): string {
  const document = new Document(rules);
  document.commentBefore = ' 台账工具的规则。删去的行按默认值计；未知的键会被拒绝。';
  for (const row of describeRules(rules)) {
    const path = row.key.split('.');
    const parent = document.getIn(path.slice(0, -1)) as YAMLMap;
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1));
    if (pair && isScalar(pair.key)) {
      const unit = row.unit === '' ? '' : `（${row.unit}）`;
      pair.key.commentBefore = ` ${row.description}${unit} [${row.source}]`;
    }
  }
  return document.toString({ lineWidth: 0 });
}
