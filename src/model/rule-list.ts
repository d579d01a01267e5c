// The rules as a list, for `taizhang rules`, the 口径 sheet and the YAML file to edit: made from the schema, so that they cannot differ.
import { z } from 'zod';
import { type Rules, rulesSchema } from './rules.js';

export interface RuleRow {
  /** Dotted key: rfm.tiers.核心客户.minFrequency. */
  readonly key: string;
  readonly value: unknown;
  readonly default: unknown;
  readonly unit: string;
  /** Where the value comes from: 文档 (the branch's documents), 默认 (ours), 配置 (the rules file or an option). */
  readonly source: '文档' | '默认' | '配置';
  readonly description: string;
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly description?: string;
  readonly default?: unknown;
  readonly unit?: string;
  readonly source?: string;
}

let knownSchema: SchemaNode | undefined;

/** Every workbook of a run describes its rules, and the schema never changes. */
function schemaNode(): SchemaNode {
  knownSchema ??= z.toJSONSchema(rulesSchema, { io: 'input' }) as SchemaNode;
  return knownSchema;
}

/** Every rule in the order of the schema. */
export function describeRules(rules: Rules): readonly RuleRow[] {
  return leaves(schemaNode(), rules, []);
}

function leaves(node: SchemaNode, value: unknown, path: readonly string[]): RuleRow[] {
  if (node.description !== undefined) {
    const changed = JSON.stringify(value) !== JSON.stringify(node.default);
    const source = changed ? '配置' : node.source?.startsWith('S') ? '文档' : '默认';
    return [
      {
        key: path.join('.'),
        value,
        default: node.default,
        unit: node.unit ?? '',
        source,
        description: node.description,
      },
    ];
  }
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
    leaves(child, (value as Readonly<Record<string, unknown>>)[key], [...path, key]),
  );
}
