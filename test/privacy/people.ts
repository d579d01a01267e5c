// Twelve invented people with everything by which they could be recognised, and the search for them in what the tool gives out.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

export interface Person {
  readonly custNo: string;
  readonly name: string;
  readonly phone: string;
  readonly idNo: string;
  readonly account: string;
}

export const names =
  '张三丰 欧阳小华 陈思奎 司马相如 李莫愁 Margaret 王𠮷安 赵敏君 周芷若 杨不悔 殷离 阿布都热合曼'.split(' ');
export const people: readonly Person[] = names.map((name, at) => ({
  custNo: `80${at}0${at}7`,
  name,
  phone: `139${71234500 + at * 11}`,
  idNo: `1101011988${String(1200 + at * 7).slice(0, 4)}93${at % 10}X`,
  account: `62220212${String(34_567_890_100 + at * 1_001)}`,
}));
export const canaries = people.flatMap(({ name, phone, idNo, account }) => [name, phone, idNo, account]);

export type Files = Readonly<Record<string, string | Uint8Array>>;
export type Rows = readonly (readonly string[])[];

export const csv = (rows: Rows): string => `${rows.map((row) => row.join(',')).join('\n')}\n`;

/** A new folder for the runs of one test file; to be removed at its end. */
export function runFolder(): string {
  return mkdtempSync(join(tmpdir(), 'taizhang-privacy-'));
}

/** Puts the exports into a folder of their own within `folder`. */
export function place(folder: string, files: Files): string {
  const own = mkdtempSync(join(folder, 'run-'));
  mkdirSync(join(own, '导出'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(own, '导出', name), content);
  return join(own, '导出');
}

/** Every spelling in which a text could be read back. */
function spellings(text: string): readonly string[] {
  const plain = text.normalize('NFKC');
  return [text, plain, plain.replace(/[\s\u3000-]/g, ''), decodeURIComponent(encodeURIComponent(plain))];
}

/** Those of `wanted` that a text shows. */
export function hits(text: string, wanted: readonly string[] = canaries): readonly string[] {
  const all = spellings(text);
  return wanted.filter((canary) => all.some((one) => one.includes(canary)));
}

/** All texts in a written file: a workbook part by part. */
export function partsOf(path: string): readonly string[] {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, 2) !== 'PK') return [bytes.toString('utf8')];
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [name, Buffer.from(part).toString('utf8')]);
}

/** Every file under a folder, as a path from it. */
export function filesUnder(folder: string, within = ''): readonly string[] {
  return readdirSync(join(folder, within)).flatMap((name) => {
    const path = join(within, name);
    return statSync(join(folder, path)).isDirectory() ? filesUnder(folder, path) : [path];
  });
}
