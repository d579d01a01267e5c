// Changing a rules file in place: what is not touched keeps its comments and its order.
import { Document, isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';

/** One rule or entry of a rule, by its keys from the outside in. */
export interface LearntRule {
  readonly path: readonly string[];
  readonly value: string;
}

/**
 * The text of a rules file with `rules` added or changed. `text` must be a rules file that `parseRules` accepts; '' makes a new one.
 * Line ends stay as they are.
 */
export function withLearntRules(text: string, rules: readonly LearntRule[]): string {
  const hasCrlf = text.includes('\r\n');
  const source = text.replaceAll('\r\n', '\n');
  const document = source.trim() === '' ? newDocument() : parseDocument(source);
  if (!isMap(document.contents)) document.contents = document.createNode({}) as unknown as typeof document.contents;
  for (const { path, value } of rules) put(document, path, value);
  const written = document.toString({ lineWidth: 0 });
  return hasCrlf ? written.replaceAll('\n', '\r\n') : written;
}

function newDocument(): Document {
  const document = new Document({});
  document.commentBefore = ' 台账工具的规则，由 taizhang inspect --save 写下；taizhang rules 列出全部规则。';
  return document;
}

function put(document: Document, path: readonly string[], value: string): void {
  let map = document.contents as YAMLMap;
  for (const [depth, key] of path.entries()) {
    const isLast = depth === path.length - 1;
    const pair = map.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === key);
    if (isLast && pair !== undefined) {
      if (isScalar(pair.value)) pair.value.value = value;
      else pair.value = document.createNode(value);
    } else if (isLast) map.add(document.createPair(key, value));
    else map = mapIn(document, map, key, pair);
  }
}

/** The map under a key; a key without a value gets one. */
function mapIn(document: Document, map: YAMLMap, key: string, pair: YAMLMap['items'][number] | undefined): YAMLMap {
  if (pair !== undefined && isMap(pair.value)) {
    const found = pair.value as YAMLMap;
    if (found.items.length === 0) found.flow = false;
    return found;
  }
  const made = document.createNode({}) as unknown as YAMLMap;
  if (pair === undefined) map.add(document.createPair(key, made));
  else pair.value = made;
  return made;
}
