import { type Place, refusal } from './refusal.js';
import type { ZipEntry } from './zip.js';

/** What a workbook may unfold to, judged before anything is inflated. */
export const zipLimits = {
  entries: 2_000,
  entryBytes: 1_000_000_000,
  totalBytes: 1_500_000_000,
  ratio: 200,
  ratioAboveBytes: 1_000_000,
} as const;

/** Throws UserError (exit 3) `unsafe-workbook` when an archive states more than `zipLimits`; `count` may be known before the entries. */
export function checkLimits(count: number, entries: readonly ZipEntry[], place: Place): void {
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const bomb = entries.some(
    (entry) => entry.bytes > zipLimits.ratioAboveBytes && entry.bytes > entry.packedBytes * zipLimits.ratio,
  );
  const large = total > zipLimits.totalBytes || entries.some((entry) => entry.bytes > zipLimits.entryBytes);
  if (count > zipLimits.entries || bomb || large) {
    const found = `${count} 个部件、展开后 ${Math.ceil(total / 1_000_000)} MB`;
    const way = '请用 Excel 打开后另存为 .xlsx，或分成几个文件重新导出';
    throw refusal(place, 'unsafe-workbook', `工作簿结构异常或展开后过大（“${found}”）；${way}`);
  }
}
