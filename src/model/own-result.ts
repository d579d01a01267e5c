// What tells a file that this tool wrote from an export, for those who write it and those who must not read it as one.

/** The last sheet of every workbook of results. */
export const definitionsSheetName = '口径与数据质量';

/** A sheet of the workbook of `check`. */
export const filesSheetName = '文件与问题';

/** Headers that stand in one row of a table of ours and of no export; the first are those of the files that were read, on every page. */
export const ownHeaders: readonly (readonly string[])[] = [
  ['读入', '采用', '拒绝'],
  ['层级', '判定理由'],
  ['休眠类型', '判定理由'],
  ['转介方-转介人类型', '被转介客户-客户号'],
];
