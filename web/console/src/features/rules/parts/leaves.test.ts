import { expect, test } from 'vitest';
import { differencesOf } from './leaves';

const BEFORE = { version: 1, grace_days: 3, methods: [{ method: 'FLAT', rate: '0.1' }, { method: 'BALLOON' }], sources: ['COURT', 'TAX'], gone: 'x', same: null };
const AFTER = { version: 2, grace_days: 3, methods: [{ method: 'BALLOON' }, { method: 'FLAT', rate: '0.2' }], sources: ['COURT'], same: null };

test('what is other is told by its path, an entry of a list by its name wherever it stands', () => {
  expect(differencesOf(BEFORE, AFTER)).toEqual([
    { path: 'version', before: '1', after: '2' },
    { path: 'methods › FLAT › rate', before: '0.1', after: '0.2' },
    { path: 'sources', before: 'COURT、TAX', after: 'COURT' },
    { path: 'gone', before: 'x', after: '' },
  ]);
  expect(differencesOf(AFTER, AFTER)).toEqual([]);
});
