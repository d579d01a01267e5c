// Ways in which a booking is undone, or not quite.
import type { BookingRecord } from './branch.js';

/** Where a way is played out. */
export interface Stage {
  readonly rows: BookingRecord[];
  /** Books the row that is to be undone, so many days before asOf. */
  readonly original: (daysAgo: number) => BookingRecord;
  /** A fresh 流水号. */
  readonly id: () => string;
  readonly ago: (days: number) => string;
}

function undo({ rows, id }: Stage, row: BookingRecord, change: Partial<BookingRecord>): void {
  const { balanceFen: _, ...rest } = row;
  const direction = row.direction === 'D' ? 'C' : 'D';
  rows.push({ ...rest, summary: '冲正', txnId: id(), direction, is: 'REVERSAL', ...change });
}

function markUndone({ rows }: Stage, row: BookingRecord): BookingRecord {
  const marked: BookingRecord = { ...row, flag: 'reversed', is: 'REVERSAL' };
  rows[rows.indexOf(row)] = marked;
  return marked;
}

/** Names the original by 原流水号 where it has a 流水号. */
function undoByName(stage: Stage, daysAgo: number, daysLater: number): void {
  const row = stage.original(daysAgo);
  const named = row.txnId === undefined ? {} : { origTxnId: row.txnId };
  undo(stage, row, { date: stage.ago(daysAgo - daysLater), flag: 'reversal', ...named });
}

export const reversals: readonly ((stage: Stage) => void)[] = [
  (stage) => undoByName(stage, 20, 8),
  // Longer ago than 30 days: only a 原流水号 reaches that far.
  (stage) => undoByName(stage, 110, 80),
  (stage) => undo(stage, stage.original(40), { date: stage.ago(10), flag: 'reversal' }),
  (stage) => undo(stage, stage.original(80), { date: stage.ago(40), flag: 'reversal' }),
  // Red letters: the same side with a negative amount.
  (stage) => {
    const row = stage.original(5);
    const { direction, amountFen } = row;
    undo(stage, row, { time: '23:59:59', flag: 'reversal', direction, amountFen: -amountFen });
  },
  (stage) => undo(stage, markUndone(stage, stage.original(9)), { time: '23:59:59', flag: 'reversal' }),
  (stage) => void markUndone(stage, stage.original(4)),
  // Known by its words alone.
  (stage) => undo(stage, stage.original(3), { date: stage.ago(2), summary: '抹账' }),
  // Two that look alike, and one reversal: the nearer one goes.
  (stage) => {
    const row = stage.original(25);
    stage.rows.push({ ...row, date: stage.ago(15), txnId: stage.id() });
    undo(stage, row, { date: stage.ago(8), flag: 'reversal' });
  },
];
