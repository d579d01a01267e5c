// A report as JSON in pieces: the long arrays element by element, so that a million customers never stand in one string.

const chunkLength = 65_536;

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** The elements of one array, as JSON.stringify would indent them one level down. */
function* elements(values: Iterable<unknown>, pretty: boolean): Generator<string> {
  const newline = pretty ? '\n' : '';
  let count = 0;
  for (const value of values) {
    const text = JSON.stringify(value ?? null, null, pretty ? 2 : 0) ?? 'null';
    yield `${count === 0 ? '[' : ','}${newline}${pretty ? `    ${text.replaceAll('\n', '\n    ')}` : text}`;
    count += 1;
  }
  yield count === 0 ? '[]' : `${newline}${pretty ? '  ]' : ']'}`;
}

function* pieces(report: object, streamedKeys: readonly string[], pretty: boolean): Generator<string> {
  const newline = pretty ? '\n' : '';
  let opening = '{';
  for (const [key, value] of Object.entries(report)) {
    const text =
      streamedKeys.includes(key) && isIterable(value) ? undefined : JSON.stringify(value, null, pretty ? 2 : 0);
    if (text === undefined && !isIterable(value)) continue;
    yield `${opening}${newline}${pretty ? '  ' : ''}${JSON.stringify(key)}:${pretty ? ' ' : ''}`;
    opening = ',';
    if (text !== undefined) yield pretty ? text.replaceAll('\n', '\n  ') : text;
    else if (isIterable(value)) yield* elements(value, pretty);
  }
  yield opening === '{' ? '{}\n' : `${newline}}\n`;
}

/**
 * The same bytes as JSON.stringify (indented by two, or compact) and a newline, in pieces of about 64 KB. The values under
 * `streamedKeys` may be any iterable and are written as arrays, one element at a time.
 * @example [...jsonChunks({ a: [1] }, ['a'], false)].join('') // => '{"a":[1]}\n'
 */
export function* jsonChunks(report: object, streamedKeys: readonly string[], pretty = true): Generator<string> {
  let chunk = '';
  for (const piece of pieces(report, streamedKeys, pretty)) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
