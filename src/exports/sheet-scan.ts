// What a workbook reader takes on trust, looked at in one linear pass over the XML: where cells stand, which shared texts they name.
import { columnIn, numberIn } from './cell-reference.js';

/** What was found in one part of a workbook. */
export interface PartScan {
  /** A cell or row does not stand where it must. */
  readonly isMisplaced: boolean;
  /** Nearly all of the area up to the last cell of each row is empty: a reader that fills it takes for ever. */
  readonly isScattered: boolean;
  /** Shared texts that the part holds; undefined in parts of another kind. */
  readonly texts: number | undefined;
  /** The highest number of a shared text that a cell names, from 0; -1 for none. */
  readonly highestText: number;
}

export interface PartScanner {
  /** Takes the next bytes, which may be cut anywhere. */
  add(chunk: Buffer): void;
  found(): PartScan;
}

type PartKind = 'unknown' | 'sheet' | 'texts' | 'other';

const maxRow = 1_048_576;
const maxColumn = 16_384;
/** Cells of an area, and how many there may be for one that is written. */
const largeArea = 5_000_000;
const mostScattered = 100;
/** No tag that matters is longer; a longer one belongs to a part that is not scanned. */
const longestTag = 65_536;
const less = 0x3c;
const greater = 0x3e;

/**
 * A scanner for one XML part. Cells must stand in their own row and rise from left to right, rows from top to bottom, as every writer leaves
 * them: a reference that comes twice would silently hide a value.
 */
export function newPartScanner(): PartScanner {
  let kind: PartKind = 'unknown';
  let isMisplaced = false;
  let rest: Buffer | undefined;
  let row = 0;
  let column = 0;
  let cells = 0;
  let area = 0;
  let texts = 0;
  let highestText = -1;
  let isTextCell = false;
  /** Where the value of `r` stands in the last tag; -1 without one. */
  let refFrom = -1;
  let refTo = -1;
  let isSkipping = false;

  function add(chunk: Buffer): void {
    if (kind === 'other' || isMisplaced) return;
    const bytes = rest === undefined ? chunk : Buffer.concat([rest, chunk]);
    const stop = run(bytes);
    rest = stop < bytes.length ? bytes.subarray(stop) : undefined;
    if ((rest?.length ?? 0) > longestTag) {
      if (kind === 'unknown') kind = 'other';
      else isMisplaced = true;
    }
  }

  /** Offset up to which everything is done; what follows waits for more bytes. */
  function run(bytes: Buffer): number {
    let at = 0;
    while (!isMisplaced && kind !== 'other') {
      if (isSkipping) {
        const end = bytes.indexOf('-->', at, 'latin1');
        if (end < 0) return Math.max(at, bytes.length - 2);
        isSkipping = false;
        at = end + 3;
      }
      while (at < bytes.length && bytes[at] !== less) at += 1;
      if (at >= bytes.length - 4) return at;
      const next = takeTag(bytes, at);
      if (next === undefined) return at;
      at = next;
    }
    return bytes.length;
  }

  function takeTag(bytes: Buffer, start: number): number | undefined {
    const first = bytes[start + 1] as number;
    if (first === 0x21 && bytes[start + 2] === 0x2d) {
      isSkipping = true;
      return start + 4;
    }
    if (first === 0x21 || first === 0x3f || first === 0x2f) return start + 2;
    let name = start + 1;
    let end = name;
    for (; end < bytes.length; end += 1) {
      const code = bytes[end] as number;
      if (code === 0x3a) name = end + 1;
      else if (code <= 0x20 || code === greater || code === 0x2f) break;
    }
    if (end === bytes.length) return undefined;
    return takeNamed(bytes, name, end);
  }

  function takeNamed(bytes: Buffer, name: number, end: number): number | undefined {
    if (kind === 'unknown') kind = kindOf(bytes.toString('latin1', name, end));
    const length = end - name;
    const first = bytes[name];
    if (kind === 'texts') {
      if (length === 2 && first === 0x73 && bytes[name + 1] === 0x69) texts += 1;
    } else if (length === 1 && first === 0x63) return takeCell(bytes, end);
    else if (length === 1 && first === 0x76 && isTextCell) return takeTextNumber(bytes, end);
    else if (length === 3 && first === 0x72 && bytes[name + 1] === 0x6f) return takeRow(bytes, end);
    return end;
  }

  function takeRow(bytes: Buffer, from: number): number | undefined {
    const end = takeAttributes(bytes, from);
    if (end === undefined) return undefined;
    const stated = refFrom < 0 ? row + 1 : numberIn(bytes, refFrom, refTo);
    if (!(stated > row && stated <= maxRow)) isMisplaced = true;
    row = stated;
    area += column;
    column = 0;
    return end;
  }

  function takeCell(bytes: Buffer, from: number): number | undefined {
    const end = takeAttributes(bytes, from);
    if (end === undefined) return undefined;
    const next = refFrom < 0 ? column + 1 : columnIn(bytes, refFrom, refTo, row);
    if (!(next > column && next <= maxColumn)) isMisplaced = true;
    column = next;
    cells += 1;
    return end;
  }

  /** The attributes of a cell or row up to its `>`; undefined when the tag is not whole. Only `r` and `t` are looked at. */
  function takeAttributes(bytes: Buffer, from: number): number | undefined {
    refFrom = -1;
    isTextCell = false;
    let name = from;
    for (let at = from; at < bytes.length; at += 1) {
      const code = bytes[at] as number;
      if (code === greater) return at + 1;
      if (code <= 0x20) name = at + 1;
      else if (code === 0x3d) {
        const quote = bytes[at + 1];
        if (quote !== 0x22 && quote !== 0x27) {
          if (quote === undefined) return undefined;
          isMisplaced = true;
          return at;
        }
        let close = at + 2;
        while (close < bytes.length && bytes[close] !== quote) close += 1;
        if (close === bytes.length) return undefined;
        if (at - name === 1) takeAttribute(bytes[name] as number, bytes, at + 2, close);
        else if (at === name) isMisplaced = true;
        at = close;
        name = close + 1;
      }
    }
    return undefined;
  }

  function takeAttribute(name: number, bytes: Buffer, from: number, to: number): void {
    if (name === 0x72) [refFrom, refTo] = [from, to];
    else if (name === 0x74) isTextCell = to === from + 1 && bytes[from] === 0x73;
  }

  function takeTextNumber(bytes: Buffer, from: number): number | undefined {
    let at = from;
    while (at < bytes.length && bytes[at] !== greater) at += 1;
    let number = 0;
    for (at += 1; at < bytes.length; at += 1) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      number = Math.min(number * 10 + digit, Number.MAX_SAFE_INTEGER / 16);
    }
    if (at >= bytes.length) return undefined;
    isTextCell = false;
    highestText = Math.max(highestText, number);
    return at;
  }

  return {
    add,
    found: () => ({
      isMisplaced,
      isScattered: area > largeArea && area > cells * mostScattered,
      texts: kind === 'texts' ? texts : undefined,
      highestText,
    }),
  };
}

function kindOf(root: string): PartKind {
  if (root === 'worksheet') return 'sheet';
  return root === 'sst' ? 'texts' : 'other';
}
