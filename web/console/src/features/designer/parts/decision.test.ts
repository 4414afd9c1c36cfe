import { expect, test } from 'vitest';
import { documentDifferences, emptyDecision, tablesOf, valueOf, withColumn, withoutColumn, withRule, withTable } from './decision';

const begun = () => emptyDecision('who-visits', '现场核查');

test('a column is a variable of the decision, and goes with it', () => {
  const made = withColumn(begun(), 'table', 'outputs', 'visits', { kind: 'integer' });
  expect(made.outputs.visits).toEqual({ kind: 'integer' });
  expect(made.otherwise).toEqual({ outcome: 'REFER', visits: null });
  expect(tablesOf(made)[0]!.content.outputs.map((each) => each.field)).toEqual(['outcome', 'visits']);
  expect(withoutColumn(made, 'table', 'outputs', tablesOf(made)[0]!.content.outputs[1]!)).toEqual(begun());
});

test('a rule has a name of its own, whatever was deleted before', () => {
  const one = withRule(tablesOf(begun())[0]!.content), two = withRule({ ...one, rules: one.rules.slice(1) });
  expect(new Set(two.rules.map((rule) => rule['_id'])).size).toBe(2);
});

test('what is typed is a value of its kind, and else stays what was typed', () => {
  expect(valueOf(' 50000000 ', { kind: 'integer' })).toBe(50_000_000);
  expect(valueOf('fifty', { kind: 'integer' })).toBe('fifty');
  expect(valueOf('true', { kind: 'flag' })).toBe(true);
  expect(valueOf('a, b', { kind: 'list' })).toEqual(['a', 'b']);
  expect(valueOf('', { kind: 'text' })).toBeNull();
});

test('a difference is told by rule and column', () => {
  const table = tablesOf(begun())[0]!.content, changed = withTable(begun(), 'table', { ...table, rules: [{ ...table.rules[0]!, outcome: '"APPROVE"' }] });
  expect(documentDifferences(begun(), changed)).toEqual([{ part: 'graph › nodes › table › content › rules › rule-1 › outcome', before: '', after: '"\\"APPROVE\\""' }]);
});
