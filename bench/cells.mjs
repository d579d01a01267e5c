// What the invented branches write into their cells.
export const two = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/** The year up to 2025-03-31. */
export const days = Array.from({ length: 365 }, (_, n) =>
  new Date(Date.UTC(2024, 3, 1 + n)).toISOString().slice(0, 10),
);

export const custNo = (n) => `0088${String(n + 1).padStart(6, '0')}`;
export const acctNo = (n) => `9900${String(n + 1).padStart(15, '0')}`;
export const yuan = (fen) => `${Math.floor(fen / 100)}.${two[fen % 100]}`;
