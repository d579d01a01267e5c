import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDayText, readTime } from '../../src/exports/date.js';
import { dayFromSerial, daySerial, parseDay } from '../../src/model/day.js';

describe('a day is read in every form that exports use', () => {
  test.each([
    '20250930',
    '2025-09-30',
    '2025-9-30',
    '2025/9/30',
    '2025/09/30',
    '2025.09.30',
    '2025.9.30',
    '2025年9月30日',
    '2025年09月30日',
    '2025 年 9 月 30 日',
    '２０２５－０９－３０',
    '2025-09-30 14:05:06',
    '2025-09-30 14:05',
    '2025-09-30 14:05:06.123',
    '2025-09-30T14:05:06',
    '2025/9/30 0:00',
    '20250930 140506',
    '20250930 14:05:06',
    '20250930140506',
    '2025年9月30日14时05分06秒',
    '2025年9月30日 14:05:06',
    '2025-09-30-14.05.06.123456',
  ])('%s', (text) => {
    expect(readDayText(text)).toBe('2025-09-30');
  });

  test.each([
    ['19000102', '1900-01-02'],
    ['2000-02-29', '2000-02-29'],
    ['2024-2-29', '2024-02-29'],
    ['2099-12-31', '2099-12-31'],
    ['2025-1-3', '2025-01-03'],
  ])('%s is %s', (text, day) => {
    expect(readDayText(text)).toBe(day);
  });

  test.each([
    '0',
    '00',
    '00000000',
    '00000000000000',
    '0000-00-00',
    '99991231',
    '9999-12-31',
    '9999/12/31',
    '9999年12月31日',
    '9999-12-31 00:00:00',
    '999912',
    '99999999',
    '1900-01-01',
    '1900/1/1',
    '19000101',
    '1900-01-01 00:00:00',
    '0001-01-01',
    '00010101',
    '2999-12-31',
    '３０００１２３１',
  ])('%s means that there is no date', (text) => {
    expect(readDayText(text)).toBeNull();
  });

  test.each([
    '2025-02-29',
    '2025-02-30',
    '20250230',
    '2025-04-31',
    '2100-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-09-00',
    '2025-9-31',
    '1899-12-31',
    '2200-01-01',
    '25-09-30',
    '25/9/30',
    '250930',
    '202509',
    '09/30/2025',
    '30/09/2025',
    '30.09.2025',
    '09-30',
    '9月30日',
    '2025-09/30',
    '2025-09',
    '2025-09-30abc',
    '2025-09-30 25:00:00',
    '2025-09-30 14:60',
    '2025-09-30T14:05:06Z',
    '2025-09-30T14:05:06+08:00',
    '20250930 1',
    '202509301',
    '2025-0a-01',
    '2025093a',
    '45930',
    'infinity',
    'epoch',
    '昨天',
    '-2025-09-30',
  ])('“%s” is no day', (text) => {
    expect(readDayText(text)).toBeUndefined();
  });

  test('every day from 1900-01-02 to 2199-12-31 reads back from each form', () => {
    for (let serial = 1; serial <= daySerial(parseDay('2199-12-31') as never); serial += 1) {
      const day = dayFromSerial(serial);
      const [year, month, date] = day.split('-') as [string, string, string];
      const short = `${year}/${Number(month)}/${Number(date)}`;
      if (readDayText(day) !== day || readDayText(year + month + date) !== day || readDayText(short) !== day) {
        throw new Error(`${day} does not read back`);
      }
    }
  });

  test('full-width digits, which take the long way, change no reading', () => {
    const piece = fc.constantFrom(...'0123456789'.split(''), '-', '/', '2025', '-0', '-1', '/1', ' 14:05:06');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const wide = text.replace(/\d/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
        expect(readDayText(wide)).toBe(readDayText(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('any text is a day, no date, or unreadable, and never an exception', () => {
    const piece = fc.constantFrom(...'0123456789-/. 年月日T:'.split(''));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const day = readDayText(pieces.join(''));
        expect(day === undefined || day === null || parseDay(day) === day).toBe(true);
        const time = readTime(pieces.join(''));
        expect(time === undefined || time === null || /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a time of day', () => {
  test.each([
    ['14:05:06', '14:05:06'],
    ['00:00:00', '00:00:00'],
    ['23:59:59', '23:59:59'],
    ['140506', '14:05:06'],
    ['000000', '00:00:00'],
    ['14:05', '14:05:00'],
    ['9:05', '09:05:00'],
    ['9:05:06', '09:05:06'],
    ['90506', '09:05:06'],
    ['14.05.06', '14:05:06'],
    ['14:05:06.789', '14:05:06'],
    ['１４：０５：０６', '14:05:06'],
    ['14时5分6秒', '14:05:06'],
    ['2025-09-30 14:05:06', '14:05:06'],
    ['20250930140506', '14:05:06'],
  ])('%s is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  test.each(['0', '1405', '506', '2025-09-30', '20250930', '00000000'])('%s holds no usable time', (text) => {
    expect(readTime(text)).toBeNull();
  });

  test.each([
    '24:00:00',
    '14:60:00',
    '14:05:60',
    '240000',
    '146000',
    '14:5',
    '下午2:05',
    '14:05:06 PM',
    '14:05.06',
    'abc',
    '1405061',
  ])('“%s” is no time', (text) => {
    expect(readTime(text)).toBeUndefined();
  });
});
