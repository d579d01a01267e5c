// Tables of the manual: written from rows, and read again for the cells that people wrote.

/** Escapes what Markdown would take for markup. */
export function cell(text: string): string {
  return text.replace(/[|*<]/g, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`));
}

export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The last cell of every row by the text of its first: the sentences that were written by hand. */
export function handwritten(markdown: string): ReadonlyMap<string, string> {
  const rows = markdown
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| --- '))
    .map((line) => line.slice(2, -2).split(/(?<!\\) \| /));
  return new Map(rows.map((cells) => [cells[0] ?? '', (cells.at(-1) ?? '').trim()]));
}
