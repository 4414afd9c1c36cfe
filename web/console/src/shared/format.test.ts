import { expect, test } from 'vitest';
import { capital, minorOf, moment, percent, shortYuan, timeLeft, typed, urgency, yuan } from './format';
import { setLang } from './words';

test('money is printed from minor units without float arithmetic', () => {
  expect(yuan(123456789)).toBe('¥1,234,567.89');
  expect(yuan(-5)).toBe('-¥0.05');
  expect(yuan(9_007_199_254_740_993n)).toBe('¥90,071,992,547,409.93');
  expect(yuan(null)).toBe('—');
});
test('boards round half up to 万 and 亿, in English to M and B', () => {
  expect(shortYuan(1_284_311_220_00)).toBe('¥12.84 亿');
  expect(shortYuan(999_999)).toBe('¥9,999.99');
  expect(shortYuan(12_345_678_90)).toBe('¥1,234.57 万');
  setLang('en');
  expect(shortYuan(12_345_678_90)).toBe('¥12.35M');
  setLang('zh');
});
test('what is typed in yuan is money, and nothing else is', () => {
  expect(['350000', '1,234.5', '¥ 0.01', '12.345', '-1', '', '1e5'].map(minorOf)).toEqual([35000000, 123450, 1, null, null, null, null]);
  expect([35000000, 123450, 1].map(typed)).toEqual(['350000', '1234.50', '0.01']);
});
test('amounts stand in capital numerals as on papers', () => {
  const cases: [number, string][] = [
    [35000000, '叁拾伍万元整'], [10000000000, '壹亿元整'], [100500, '壹仟零伍元整'], [1000000, '壹万元整'], [10050000, '壹拾万零伍佰元整'],
    [1020300, '壹万零贰佰零叁元整'], [123456, '壹仟贰佰叁拾肆元伍角陆分'], [100006, '壹仟元零陆分'], [5, '伍分'], [0, '零元整'], [2000000000100, '贰佰亿零壹元整'],
  ];
  for (const [minor, words] of cases) expect(capital(minor)).toBe(words);
});
test('rates are told in percent, times in Shanghai', () => {
  expect(percent('0.0718')).toBe('7.18%');
  expect(moment('2026-11-23T10:04:30Z')).toBe('2026-11-23 18:04');
});
test('how pressing a task is', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  expect(['2026-11-23T01:20:00Z', '2026-11-23T03:00:00Z', '2026-11-23T09:00:00Z', '2026-11-24T01:00:00Z'].map((due) => urgency(due, now)))
    .toEqual(['overdue', 'soon', 'today', 'later']);
  expect(timeLeft('2026-11-23T01:20:00Z', now)).toBe('已超时 40 分');
  expect(timeLeft('2026-11-23T02:42:00Z', now)).toBe('剩 42 分');
});
