/**
 * Empties large typed arrays that nobody needs any more. Their memory would else stay taken until the whole heap is searched for garbage,
 * which may be long after the next large tables were made.
 */
export function free(arrays: readonly ArrayBufferView[]): void {
  const buffers = new Set(arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer));
  // They now belong to a copy that is young garbage, and that is collected at once.
  structuredClone(null, { transfer: [...buffers] });
}
