// The readers as a library: files and folders in, typed records with their problems and row accounting out.
export { openFile, openFiles } from './container.js';
export {
  type ColumnUse,
  type Export,
  type Field,
  type IntakeOptions,
  newTally,
  type OpenExport,
  type PreambleFacts,
  type ReadTally,
  type RowFault,
} from './export.js';
export { exportKinds } from './kinds.js';
export { type OpenedExports, openExports } from './read.js';
export { findFiles } from './source.js';
export { newSpool, type Spool } from './spool.js';
export type { Cell, DateCell, HeadRow, Layout, RawFile, RawRow, RawTable } from './table.js';
