// What shows that a campaign file was changed since it was written.
import { createHash } from 'node:crypto';

/** Objects with their keys in order, so that only the content counts and not how a program writes it. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * SHA-256 in hexadecimal over plain JSON content, whatever its blanks and the order of its keys. It finds slips, not forgers: whoever
 * changes the content can seal it again.
 */
export function sealOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content, inOrder)).digest('hex');
}
