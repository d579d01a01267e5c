// HTML and XML cut into tags and text in one pass, piece by piece: tolerant, in linear time, with little in memory.

/** What a document is made of, in its order. Names are in lower case, with their prefix; entities are left as they are. */
export interface MarkupListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
  /** `<!DOCTYPE …>`: everything up to the first `>`. */
  doctype(text: string): void;
}

/** Feed the whole text in pieces that may end anywhere, then end it; pieces that never end are given up as text. */
export interface MarkupReader {
  feed(text: string): void;
  end(): void;
}

/** A section without tags: skipped up to its end, or passed on as text. */
interface Section {
  readonly start: string;
  readonly end: string;
  readonly isText: boolean;
}

const sections: readonly Section[] = [
  { start: '<!--', end: '-->', isText: false },
  { start: '<![cdata[', end: ']]>', isText: true },
  { start: '<?', end: '?>', isText: false },
];
/** In these, `<` is no tag until they are closed. */
const rawElements = new Set(['script', 'style']);
const longestStart = 9;
const longestTag = 65_536;

export function newMarkupReader(listener: MarkupListener): MarkupReader {
  let rest = '';
  let section: Section | undefined;

  /** Where reading goes on; undefined when the rest must wait for more text. */
  function step(text: string, at: number, isLast: boolean): number | undefined {
    if (section !== undefined) return passSection(text, at, isLast);
    const start = text.indexOf('<', at);
    if (start < 0 || start > at) {
      listener.text(text.slice(at, start < 0 ? text.length : start));
      return start < 0 ? text.length : start;
    }
    if (!isLast && text.length - start < longestStart) return undefined;
    const opening = text.slice(start, start + longestStart).toLowerCase();
    section = sections.find((candidate) => opening.startsWith(candidate.start));
    if (section !== undefined) return start + section.start.length;
    if (!/^<[/!]?[a-z[]/.test(opening)) return literal(start);
    const end = tagEnd(text, start + 1);
    if (end === -1) return cutShort(text, start);
    if (end === undefined) return isLast || text.length - start > longestTag ? literal(start) : undefined;
    takeTag(text.slice(start + 1, end));
    return end + 1;
  }

  function literal(start: number): number {
    listener.text('<');
    return start + 1;
  }

  /** A DOCTYPE with declarations of its own has tags inside. */
  function cutShort(text: string, start: number): number {
    if (text.charCodeAt(start + 1) !== 0x21) return literal(start);
    const next = text.indexOf('<', start + 1);
    takeTag(text.slice(start + 1, next));
    return next;
  }

  function passSection(text: string, at: number, isLast: boolean): number | undefined {
    const { end, isText } = section as Section;
    const found = indexOfAnyCase(text, end, at);
    const to = found >= 0 ? found : isLast ? text.length : Math.max(at, text.length - end.length + 1);
    if (isText && to > at) listener.text(text.slice(at, to));
    if (found < 0) {
      rest = text.slice(to);
      return isLast ? text.length : undefined;
    }
    const isElement = end.startsWith('</');
    section = undefined;
    return isElement ? found : found + end.length;
  }

  function takeTag(tag: string): void {
    if (tag.startsWith('!')) {
      if (/^!doctype/i.test(tag)) listener.doctype(tag);
      return;
    }
    const name = (/^\/?[^\s/>]*/.exec(tag)?.[0] ?? '').toLowerCase();
    if (name.startsWith('/')) {
      listener.close(name.slice(1));
      return;
    }
    listener.open(name, tag.slice(name.length));
    if (tag.endsWith('/')) listener.close(name);
    else if (rawElements.has(name)) section = { start: '', end: `</${name}`, isText: false };
  }

  function run(text: string, isLast: boolean): void {
    let at = 0;
    rest = '';
    while (at < text.length) {
      const next = step(text, at, isLast);
      if (next === undefined) {
        if (section === undefined) rest = text.slice(at);
        return;
      }
      at = next;
    }
  }

  return { feed: (text) => run(rest + text, false), end: () => run(rest, true) };
}

/** Where a tag's `>` is: not inside a quoted value, which begins behind a `=`; -1 for what another `<` shows to be no tag. */
function tagEnd(text: string, from: number): number | undefined {
  let quote = 0;
  let isValue = false;
  const limit = Math.min(text.length, from + longestTag);
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at;
    else if (code === 0x3c) return -1;
    else if (isValue && (code === 0x22 || code === 0x27)) quote = code;
    if (code > 0x20) isValue = code === 0x3d;
  }
  return undefined;
}

/** Ends of sections without letters are found as they are; `</script` also in capitals. */
function indexOfAnyCase(text: string, end: string, from: number): number {
  return end.startsWith('</') ? text.toLowerCase().indexOf(end, from) : text.indexOf(end, from);
}
