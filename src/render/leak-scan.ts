// Reads a written workbook back, part by part, and looks for numbers that belong to a person (RELIABILITY.md G5).
import { open } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { strFromU8 } from 'fflate';
import { isIdentityNumber } from '../model/identity-number.js';
import { type ByteSource, contentOffset, type ZipEntry, zipEntries } from './zip-entries.js';

export type SecretKind = '手机号' | '证件号' | '账号';

/** What must not stand in a workbook, and what looks alike but may. */
export interface Secrets {
  /** Raw values of this run's exports. */
  readonly values: ReadonlyMap<string, SecretKind>;
  /** Numbers that are meant to be shown: 客户号, 流水号, 工号, 产品代码. */
  readonly shown: ReadonlySet<string>;
}

export interface Leak {
  readonly kind: SecretKind;
  /** The first cell that shows it, as 工作表!B7; else the part of the file. */
  readonly place: string;
}

/** Letters and digits in a row, also with the blanks and hyphens between that people write into long numbers. */
const run = /[0-9A-Za-z](?:[0-9A-Za-z]|[ -](?=[0-9A-Za-z]))*/g;
const shortestSecret = 6;
/** A run with that many letters and digits: most texts have none. */
const longRun = /[0-9A-Za-z](?:[ -]?[0-9A-Za-z]){5}/;

function kindOf(token: string, { values, shown }: Secrets): SecretKind | undefined {
  if (token.length < shortestSecret || shown.has(token)) return undefined;
  const known = values.get(token);
  if (known !== undefined) return known;
  if (/^1[3-9]\d{9}$/.test(token)) return '手机号';
  return token.length === 18 && isIdentityNumber(token) ? '证件号' : undefined;
}

/**
 * The kind of the first number of a person in a text; undefined when there is none.
 * @example secretIn('回电 13812345678', { values: new Map(), shown: new Set() }) // => '手机号'
 */
export function secretIn(text: string, secrets: Secrets): SecretKind | undefined {
  if (!longRun.test(text)) return undefined;
  for (const [found] of text.matchAll(run)) {
    const pieces = found.split(/[ -]/);
    for (const token of pieces.length === 1 ? pieces : [pieces.join(''), ...pieces]) {
      const kind = kindOf(token, secrets);
      if (kind !== undefined) return kind;
    }
  }
  return undefined;
}

function plain(xml: string): string {
  const text = xml.includes('<') ? xml.replace(/<[^>]*>/g, '') : xml;
  if (!text.includes('&')) return text;
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/**
 * Numbers are amounts, days and counts, also where a formula (the group) comes to them; everything else of a worksheet is text, attributes
 * and formulas among it.
 */
const numberCell = /<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="n")?>(<f\b[^>]*(?:\/>|>[^<]*<\/f>))?<v>[^<]*<\/v><\/c>/g;
/** The place and look of a cell: nine tenths of a worksheet's attributes. */
const cellPlace = /<c r="[A-Z]{1,3}\d+"(?: s="\d+")?/g;
const attributes = /="([^"]{6,})"/g;

function secretInPart(xml: string, secrets: Secrets): SecretKind | undefined {
  const text = xml.replace(numberCell, '$1').replace(cellPlace, '<c');
  for (const [, value = ''] of text.matchAll(attributes)) {
    const kind = secretIn(plain(value), secrets);
    if (kind !== undefined) return kind;
  }
  for (const piece of text.split(/<\/(?:t|v|f|definedName|[a-zA-Z]+:[a-zA-Z]+)>/)) {
    const kind = secretIn(plain(piece), secrets);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

const sharedStrings = 'xl/sharedStrings.xml';

/** Number of the shared string → the kind of secret it holds. */
function secretStrings(xml: string, secrets: Secrets): ReadonlyMap<string, SecretKind> {
  const found = new Map<string, SecretKind>();
  let index = 0;
  for (const [, item = ''] of xml.matchAll(/<si>(.*?)<\/si>/gs)) {
    const kind = secretIn(plain(item), secrets);
    if (kind !== undefined) found.set(String(index), kind);
    index += 1;
  }
  return found;
}

async function partText(source: ByteSource, entry: ZipEntry): Promise<string> {
  const bytes = await source.read(await contentOffset(source, entry), entry.compressedSize);
  return strFromU8(entry.method === 0 ? bytes : inflateRawSync(bytes));
}

/** Worksheet parts → names, in the order of the workbook: our writers number the parts in that order. */
function sheetNamesOf(workbook: string): readonly string[] {
  return [...workbook.matchAll(/<sheet\b[^>]*\bname="([^"]*)"/g)].map(([, name = '']) => plain(name));
}

/** Every part of the file at `path`; leaks of the same kind are named once, by their first place. */
export async function scanForLeaks(path: string, secrets: Secrets): Promise<readonly Leak[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const read = async (position: number, length: number) => {
      const bytes = new Uint8Array(length);
      await file.read(bytes, 0, length, position);
      return bytes;
    };
    return await scanParts({ size, read }, secrets);
  } finally {
    await file.close();
  }
}

async function scanParts(source: ByteSource, secrets: Secrets): Promise<readonly Leak[]> {
  const entries = await zipEntries(source);
  const textOf = async (name: string) => {
    const entry = entries.find((candidate) => candidate.name === name);
    return entry === undefined ? '' : partText(source, entry);
  };
  const strings = secretStrings(await textOf(sharedStrings), secrets);
  const names = sheetNamesOf(await textOf('xl/workbook.xml'));
  const leaks = new Map<SecretKind, Leak>();
  const note = (kind: SecretKind, place: string) => {
    if (!leaks.has(kind)) leaks.set(kind, { kind, place });
  };
  for (const entry of entries) {
    if (entry.name === sharedStrings) continue;
    const xml = await partText(source, entry);
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(entry.name)?.[1];
    const place = number === undefined ? entry.name : (names[Number(number) - 1] ?? entry.name);
    if (number !== undefined && strings.size > 0)
      for (const [, cell = '', index = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*\bt="s"[^>]*><v>(\d+)<\/v>/g)) {
        const kind = strings.get(index);
        if (kind !== undefined) note(kind, `${place}!${cell}`);
      }
    const kind = secretInPart(xml.replace(/\bt="s"([^>]*)><v>\d+<\/v>/g, 't="s"$1>'), secrets);
    if (kind !== undefined) note(kind, place);
  }
  for (const kind of strings.values()) note(kind, sharedStrings);
  return [...leaks.values()];
}
