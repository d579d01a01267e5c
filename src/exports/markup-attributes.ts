/**
 * Attributes of a tag by lower-case name without prefix, entities left as they are; the first of two counts.
 * @example attributesOf(' ss:Index="3" nowrap').get('index') // => '3'
 */
export function attributesOf(list: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  while (at < list.length) {
    const equals = list.indexOf('=', at);
    if (equals < 0) break;
    const name = /[^\s/:]*$/.exec(list.slice(at, equals).trimEnd().slice(-100))?.[0] ?? '';
    let start = equals + 1;
    while (start < list.length && list.charCodeAt(start) <= 0x20) start += 1;
    const quote = list[start];
    const isQuoted = quote === '"' || quote === "'";
    const end = isQuoted ? list.indexOf(quote, start + 1) : nextBlank(list, start);
    const to = end < 0 ? list.length : end;
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, list.slice(isQuoted ? start + 1 : start, to));
    at = to + 1;
  }
  return found;
}

function nextBlank(list: string, from: number): number {
  let at = from;
  while (at < list.length && list.charCodeAt(at) > 0x20) at += 1;
  return at;
}
