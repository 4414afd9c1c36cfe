import { expect, test } from 'vitest';
import { formOf, typedOf, type FormSchema } from './SchemaForm';

const schema: FormSchema = {
  properties: { employment: { enum: ['EMPLOYED'] }, monthly_income_minor: { type: 'integer' }, dependents: { type: ['integer', 'null'] }, uscc: { type: 'string' }, visited: { type: 'boolean' } },
};

test('what is typed becomes what the schema asks for, and comes back as it was typed', () => {
  const typed = { employment: 'EMPLOYED', monthly_income_minor: '18,600.50', dependents: '2', uscc: ' ', visited: 'false' };
  expect(formOf(schema, typed)).toEqual({ employment: 'EMPLOYED', monthly_income_minor: 1860050, dependents: 2, visited: false });
  expect(typedOf(schema, formOf(schema, typed))).toEqual({ employment: 'EMPLOYED', monthly_income_minor: '18600.50', dependents: '2', visited: 'false' });
});
test('what is no number goes to the service as it was typed: it says what is wrong', () => {
  expect(formOf(schema, { monthly_income_minor: 'viel', dependents: 'two' })).toEqual({ monthly_income_minor: 'viel', dependents: 'two' });
});
