// Days for the tests, by another way than the product's: whole days of UTC, as text.

const millisecondsPerDay = 86_400_000;

function serialOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / millisecondsPerDay;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysFrom(from: string, to: string): number {
  return serialOf(to) - serialOf(from);
}

/** The day `days` after `day`. */
export function dayAfter(day: string, days: number): string {
  return new Date((serialOf(day) + days) * millisecondsPerDay).toISOString().slice(0, 10);
}
