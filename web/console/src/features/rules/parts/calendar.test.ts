import { expect, test } from 'vitest';
import { daysOf, kindOf, listed, weeksOf } from './calendar';

test('spans are days with their ends, and what is worked at a weekend is a working day', () => {
  const holidays = daysOf('2026-10-01/2026-10-03 2026-02-16'), worked = daysOf('2026-02-14');
  expect([...holidays]).toEqual(['2026-10-01', '2026-10-02', '2026-10-03', '2026-02-16']);
  expect(['2026-10-02', '2026-02-14', '2026-02-15', '2026-02-17'].map((day) => kindOf(day, holidays, worked))).toEqual(['holiday', 'worked', 'weekend', 'work']);
});

test('a day counts by the row that is in force on it', () => {
  const rows = [{ value: '2026-10-01 2027-01-01', valid_from: '2026-01-01' }, { value: '2027-01-02', valid_from: '2027-01-01' }];
  expect([...listed(rows)]).toEqual(['2026-10-01', '2027-01-02']);
});

test('a month has whole weeks from Monday on', () => {
  const weeks = weeksOf(2026, 1); // February 2026 begins on a Sunday
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01']);
  expect(weeks.at(-1)).toEqual(['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', null]);
});
