// Events that brought wealthy customers (C15), and the kit log (C14).
import { addDays, type Day } from '../../model/day.js';
import type { BranchEvent } from '../../model/event.js';
import { fenFromYuan } from '../../model/fen.js';
import { type DatedAum, datedAum } from '../dated-aum.js';
import { customersById } from './customers-by-id.js';
import { groupBy } from './group-by.js';
import type { ReferralInput } from './input.js';
import { openingReader } from './opening.js';
import { compare } from './order.js';
import type { ReferralSummary } from './report.js';

/** 百万级 [S3]. */
const wealthyFen = fenFromYuan(1_000_000);
const eventDays = 90;

type EventInput = Pick<ReferralInput, 'events' | 'customers' | 'accounts' | 'balances'>;

interface OneEvent {
  readonly name: string;
  readonly on: Day;
  readonly sources: ReadonlySet<string>;
}

/**
 * C15: customers whose 来源 names the event (name or number) with AUM of 100万 and more within 90 days, who were opened since the
 * event or had less before it. By event day, then name. null = events, AUM or 来源 not provided.
 */
export function eventCustomers(input: EventInput, asOf: Day): ReferralSummary['events'] {
  const customers = [...customersById(input.customers).values()].filter(({ source }) => source !== undefined);
  const aum = datedAum(input.balances);
  if (input.events === undefined || customers.length === 0 || aum.dates.length === 0) return null;
  const openedOn = openingReader(input);
  return eventsOf(input.events, asOf).map((event) => {
    const brought = customers.filter(
      ({ custNo, source }) => event.sources.has(plain(source)) && isBrought(aum, custNo, event, openedOn(custNo), asOf),
    );
    const isSeen = aum.dates.some((date) => isSince(date, event, asOf));
    return { event: event.name, customers: isSeen ? brought.length : null };
  });
}

/** C14: there is no export of what customers forward, so that nothing can be computed. */
export function kitUse(): ReferralSummary['kit'] {
  return null;
}

/** One per name and day; events of one name are told apart by their day. */
function eventsOf(rows: readonly BranchEvent[], asOf: Day): readonly OneEvent[] {
  const past = rows.filter(({ eventDate }) => eventDate <= asOf);
  const nameOf = ({ eventName, eventNo }: BranchEvent) => eventName ?? eventNo ?? '';
  const groups = groupBy(past, (row) => JSON.stringify([row.eventDate, nameOf(row)]));
  const daysOf = groupBy([...groups.values()], ([first]) => (first === undefined ? '' : nameOf(first)));
  return [...groups.values()]
    .flatMap((own): readonly OneEvent[] => {
      const [first] = own;
      if (first === undefined) return [];
      const name = nameOf(first);
      const isRepeated = (daysOf.get(name)?.length ?? 0) > 1;
      const sources = new Set(own.flatMap(({ eventName, eventNo }) => [plain(eventName), plain(eventNo)]));
      sources.delete('');
      return [{ name: isRepeated ? `${name}（${first.eventDate}）` : name, on: first.eventDate, sources }];
    })
    .sort((a, b) => compare(a.on, b.on) || compare(a.name, b.name));
}

/** Within the days after the event, that day included. */
function isSince(date: Day, { on }: OneEvent, asOf: Day): boolean {
  return date >= on && date <= addDays(on, eventDays) && date <= asOf;
}

function isBrought(aum: DatedAum, custNo: string, event: OneEvent, opened: Day | undefined, asOf: Day): boolean {
  const { on } = event;
  const isWealthy = aum.dates.some((date) => isSince(date, event, asOf) && (aum.on(custNo, date) ?? 0) >= wealthyFen);
  if (!isWealthy || (opened !== undefined && opened >= on)) return isWealthy;
  const before = aum.latest(addDays(on, -1));
  return before !== undefined && (aum.on(custNo, before) ?? 0) < wealthyFen;
}

function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/\s/g, '');
}
