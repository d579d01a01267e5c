import { describe, expect, test } from 'vitest';
import { campaignMeasures } from '../../../src/analysis/campaign/campaign-rules.js';
import { on, rulesWith } from '../branch.js';
import { booked } from '../dormant/branch.js';
import { campaignOf, members, sleeper, sleepers, tracked } from './dormant-branch.js';

const campaign = campaignOf(sleepers(100));
const treated = members(campaign, '活动');
const control = members(campaign, '对照');
const customers = sleepers(100).map(({ customerId }) => ({ custNo: customerId, openDate: on('2015-01-01') }));

function woken(ids: readonly string[], count: number, day = '2025-10-20') {
  return ids.slice(0, count).map((id) => booked(id, day));
}

function contact(custNo: string, day: string) {
  return { custNo, contactedAt: { day: on(day) } };
}

function statusOf(bookings: ReturnType<typeof woken>, end?: string) {
  const id = treated[0];
  return tracked(campaign, { customers, bookings }, end).members.find(({ customerId }) => customerId === id);
}

describe('tracking', () => {
  test.each([
    ['2025-09-30', '未唤醒'],
    ['2025-10-01', '已唤醒'],
    ['2025-12-29', '已唤醒'],
    ['2025-12-30', '未唤醒'],
  ])('a booking on %s makes 2025-09-30 + 90 days: %s', (day, status) => {
    expect(statusOf(woken(treated, 1, day))).toMatchObject({ status, wokenOn: status === '已唤醒' ? day : null });
  });

  test.each([
    ['2025-12-28', false, '观察中'],
    ['2025-12-29', true, '未唤醒'],
  ])('on %s the window is complete: %s', (end, windowComplete, status) => {
    const report = tracked(campaign, { customers }, end);
    expect(report.summary.windowComplete).toBe(windowComplete);
    expect(report.members[0]?.status).toBe(status);
  });

  test('counts everybody in the arm of the file', () => {
    const bookings = [...woken(treated, 21), ...woken(control, 3)];
    const contacts = [contact(treated[0]!, '2025-10-05'), contact(control[0]!, '2025-10-06')];
    const { summary, notes } = tracked(campaign, { customers, bookings, contacts });
    expect(summary.treated).toMatchObject({ members: 70, awakened: 21, contacted: { numerator: 1, denominator: 70 } });
    expect(summary.control).toMatchObject({ members: 30, awakened: 3, contacted: { numerator: 1, denominator: 30 } });
    expect(summary.uplift?.value).toBeCloseTo(0.2, 12);
    expect(notes.join()).toContain('对照组有 1 户在观察期内被联系过');
  });

  test.each([
    ['2025-09-30', 0],
    ['2025-10-01', 1],
    ['2025-12-29', 1],
    ['2025-12-30', 0],
  ])('a contact of %s within the window counts %i', (day, count) => {
    const { summary } = tracked(campaign, { customers, contacts: [contact(control[0]!, day)] });
    expect(summary.control.contacted?.numerator).toBe(count);
  });

  test('contacts that were not given are not 0', () => {
    const { summary, notes } = tracked(campaign, { customers });
    expect(summary.control.contacted).toBeNull();
    expect(notes.join()).toContain('联系记录未提供');
  });

  test('who left or is not seen any more stays in the denominator', () => {
    const [left, gone] = [treated[0], treated[1]];
    const today = customers
      .filter(({ custNo }) => custNo !== gone)
      .map((one) => (one.custNo === left ? { ...one, closeDate: on('2025-11-01') } : one));
    const { summary } = tracked(campaign, { customers: today, bookings: woken(treated.slice(2), 7) });
    expect(summary.treated).toMatchObject({
      members: 70,
      closed: 1,
      unseen: 1,
      rate: { numerator: 7, denominator: 70 },
    });
  });

  test('who left on the last day of the window left within it', () => {
    const today = customers.map((one) => (one.custNo === treated[0] ? { ...one, closeDate: on('2025-12-29') } : one));
    expect(tracked(campaign, { customers: today }).summary.treated.closed).toBe(1);
  });

  test('who left after the window had been awake or not until then', () => {
    const today = customers.map((one) => (one.custNo === treated[0] ? { ...one, closeDate: on('2025-12-30') } : one));
    const { summary } = tracked(campaign, { customers: today });
    expect(summary.treated.closed).toBe(0);
  });

  test('whoever booked before closing is awake, and the closing itself wakes nobody', () => {
    const today = customers.map((one) =>
      one.custNo === treated[0] || one.custNo === treated[1] ? { ...one, closeDate: on('2025-11-01') } : one,
    );
    const bookings = [booked(treated[0]!, '2025-10-31'), booked(treated[1]!, '2025-11-01')];
    const { summary } = tracked(campaign, { customers: today, bookings });
    expect(summary.treated).toMatchObject({ awakened: 1, closed: 1 });
  });

  test('the rules of the campaign win over those of today, and that is said', () => {
    const rules = rulesWith({ wake: { windowDays: 30 }, txn: { resetClasses: ['MANDATE'] } });
    const { summary, notes } = tracked(campaign, { customers, rules, bookings: woken(treated, 5, '2025-12-20') });
    expect(summary.treated.awakened).toBe(5);
    expect(notes.join()).toContain('现行规则与活动开始时不同');
    expect(campaignMeasures(campaign, rules, on('2025-12-31'))).toEqual(
      campaignMeasures(campaign, rulesWith(), on('2025-12-31')),
    );
  });

  test('the uplift within the strata is not fooled by strata of unequal shares', () => {
    const rich = Array.from({ length: 3 }, (_, at) => sleeper(`R${at}`, 9_000_000));
    const mixed = campaignOf([...sleepers(4), ...rich], { controlShare: 0.3 });
    const bookings = rich.map(({ customerId }) => booked(customerId, '2025-10-20'));
    const { summary, strata } = tracked(mixed, { bookings });
    expect(strata.map(({ uplift }) => uplift)).toEqual([0, 0]);
    expect(summary.weightedUplift).toEqual({ value: 0, members: 7 });
    expect(summary.uplift?.value).not.toBe(0);
  });
});

describe('the word 显著', () => {
  const big = campaignOf(sleepers(400), { controlShare: 0.5 });
  const [many, left] = [members(big, '活动'), members(big, '对照')];
  const effect = [...woken(many, 60), ...woken(left, 30)];
  const verdictOf = (bookings: ReturnType<typeof woken>, end?: string, more = {}) =>
    tracked(big, { bookings, ...more }, end).summary;

  test('is said where the interval is clear of 0 and both arms are large enough', () => {
    expect(verdictOf(effect)).toMatchObject({ verdict: '显著提高', needed: { treated: 121, control: 121 } });
    expect(verdictOf([...woken(many, 30), ...woken(left, 60)]).verdict).toBe('显著降低');
  });

  test('waits for the end of the window', () => {
    expect(verdictOf(effect, '2025-12-28').verdict).toBe('观察期未满');
    expect(verdictOf(effect, '2025-12-29').verdict).toBe('显著提高');
  });

  test('wants transactions from the day after the start on', () => {
    expect(verdictOf(effect, '2025-12-31', { coveredFrom: on('2025-10-02') }).verdict).toBe('覆盖不足');
    expect(verdictOf(effect, '2025-12-31', { coveredFrom: on('2025-10-01') }).verdict).toBe('显著提高');
  });

  test('is not said where the interval is clear of 0 but the arms are too small for the difference', () => {
    const { uplift, verdict, conclusion } = verdictOf([...woken(many, 47), ...woken(left, 30)]);
    expect(uplift?.low).toBeGreaterThan(0);
    expect(verdict).toBe('样本不足以下结论');
    expect(conclusion).toMatch(/^样本不足以下结论：要看清这样的差别，活动组需要 \d+ 户，对照组需要 \d+ 户$/);
  });

  test('is not said of few customers, however different', () => {
    const small = campaignOf(sleepers(58), { controlShare: 0.5 });
    const { uplift, verdict } = tracked(small, { bookings: woken(members(small, '活动'), 29) }).summary;
    expect(uplift?.low).toBeGreaterThan(0.5);
    expect(verdict).toBe('样本不足以下结论');
    const enough = campaignOf(sleepers(60), { controlShare: 0.5 });
    expect(tracked(enough, { bookings: woken(members(enough, '活动'), 30) }).summary.verdict).toBe('显著提高');
  });

  test.each([
    ['样本不足以下结论', [] as ReturnType<typeof woken>, '2025-12-31'],
    ['观察期未满', effect, '2025-12-28'],
  ])('does not occur in the report where the verdict is %s', (verdict, bookings, end) => {
    const report = tracked(big, { bookings }, end);
    expect(report.summary.verdict).toBe(verdict);
    expect(JSON.stringify({ ...report, rules: null })).not.toContain('显著');
    expect(report.summary.conclusion).toContain('样本不足以下结论');
  });
});
