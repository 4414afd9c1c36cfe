import { expect, test } from 'vitest';
import { Problem, fieldErrors, pathOf, problemOf } from './problem';

test('a pointer becomes the path of a field, in both forms and with its escapes', () => {
  expect(pathOf('/parties/0/mobile')).toEqual(['parties', 0, 'mobile']);
  expect(pathOf('#/a~1b/c~0d')).toEqual(['a/b', 'c~d']);
});
test('a refusal brings its code, its fields and when to come again', async () => {
  const body = { code: 'verdict-invalid', detail: 'd', correlation_id: 'c', errors: [{ pointer: '/comment', code: 'comment-too-short', detail: 'x' }] };
  const told = await problemOf(new Response(JSON.stringify(body), { status: 422, headers: { 'content-type': 'application/problem+json', 'retry-after': '2' } }));
  expect([told.status, told.code, told.correlationId, told.retryAfter]).toEqual([422, 'verdict-invalid', 'c', 2]);
  expect(fieldErrors(told).comment?.code).toBe('comment-too-short');
});
test('an answer that explains nothing is still a problem', async () => {
  const told = await problemOf(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
  expect(told).toBeInstanceOf(Problem);
  expect([told.status, told.code]).toEqual([502, 'unknown']);
});
