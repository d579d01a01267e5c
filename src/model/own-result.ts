// What tells a file that this tool wrote from an export, for those who write it and those who must not read it as one.

/** The last sheet of every workbook of results. */
export const definitionsSheetName = '口径与数据质量';

/** A sheet of the workbook of `check`. */
export const filesSheetName = '文件与问题';

/** Headers that stand side by side in a list of ours and in no export, list by list. */
export const ownHeaders: readonly (readonly string[])[] = [
  ['层级', '判定理由'],
  ['休眠类型', '判定理由'],
  ['转介方-转介人类型', '被转介客户-客户号'],
];
