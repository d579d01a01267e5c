const longest = 31;

/** Cut on a code point to at most `length` UTF-16 units. */
function cut(name: string, length: number): string {
  const head = name.slice(0, length);
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
}

/** What Excel refuses in a name goes: `*?:\/[]`, quotes, control characters, and the reserved name History. */
function cleaned(name: string): string {
  const kept = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff\ufffd]/gu, '')
    .replace(/[*?:\\/[\]]/g, '_')
    .replaceAll("'", '’')
    .trim();
  const named = cut(kept, longest).trim();
  return named === '' || named.toLowerCase() === 'history' ? `表${named}` : named;
}

/**
 * Names that a workbook may use, in the same order: at most 31 UTF-16 units, different even without regard to case.
 * @example sheetNames(['a/b', 'A/B']) // => ['a_b', 'A_B~2']
 */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const wanted = cleaned(name);
    let unique = wanted;
    for (let count = 2; taken.has(folded(unique)); count += 1) {
      const suffix = `~${count}`;
      unique = `${cut(wanted, longest - suffix.length)}${suffix}`;
    }
    taken.add(folded(unique));
    return unique;
  });
}

/** Both foldings together catch ß, ſ and the like. */
function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}
