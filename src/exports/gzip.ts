import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type ByteSource, readChunks, sizeOf } from './chunks.js';
import { refusal } from './refusal.js';
import type { Spool } from './spool.js';
import { zipLimits } from './zip-limits.js';

const chunkBytes = 262_144;

/**
 * What a gzip file holds, its checksum compared. Throws UserError (exit 3): `damaged-archive` when it stops short or differs,
 * `unsafe-workbook` beyond the limits of `zipLimits`.
 */
export async function gunzip(source: ByteSource, file: string, spool: Spool): Promise<ByteSource> {
  const packed = await sizeOf(source);
  const inflate = createGunzip({ chunkSize: chunkBytes });
  const input = Readable.from(readChunks(source, chunkBytes));
  input.on('error', (error) => inflate.destroy(error));
  try {
    return await spool.keep(limited(input.pipe(inflate), packed, file));
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw refusal({ file }, 'damaged-archive', '压缩文件已损坏或不完整；请重新压缩，或解压后再读取');
  } finally {
    input.destroy();
  }
}

async function* limited(chunks: AsyncIterable<Buffer>, packed: number, file: string): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    const isBomb = bytes > zipLimits.ratioAboveBytes && bytes > packed * zipLimits.ratio;
    if (isBomb || bytes > zipLimits.totalBytes) {
      const message = '压缩文件展开后过大，正常的导出不会这样；请解压后查看，或分成几个文件重新导出';
      throw refusal({ file }, 'unsafe-workbook', message);
    }
    yield chunk;
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
