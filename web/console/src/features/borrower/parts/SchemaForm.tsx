import type { FormSchema } from '@/shared/SchemaForm';
import { codeWords, said, type Pair } from '@/shared/words';
import type { Wrong } from '../words';
import { ChoiceField, SelectField, TextField, YuanField } from './fields';

type Node = NonNullable<FormSchema['properties']>[string];

// A product's form is data, in Chinese: what it usually asks has words of its own in both languages.
const LABELS: Record<string, Pair> = {
  employment: ['就业状况', 'Employment'],
  monthly_income_minor: ['月收入（税后）', 'Monthly income, after tax'],
  monthly_expense_minor: ['月支出（不含还贷）', 'Monthly expenses, without loans'],
  dependents: ['供养人数', 'Dependents'],
};
const answers = codeWords({
  EMPLOYED: ['受雇', 'Employed'],
  SELF_EMPLOYED: ['自营', 'Self-employed'],
  FREELANCE: ['自由职业', 'Freelance'],
  RETIRED: ['退休', 'Retired'],
  OTHER: ['其他', 'Other'],
});
const FEW = 6;

const isMoney = (name: string) => name.endsWith('_minor');
const labelOf = (name: string, node: Node) => {
  const known = LABELS[name];
  return known ? said(known) : (node.title ?? name).replace(/（分）/, '');
};

/** What is missing before the service is asked. */
export function missingOf(schema: FormSchema, typed: Record<string, string>): Record<string, Wrong> {
  const needed = schema.required ?? [];
  return Object.fromEntries(needed.filter((name) => !typed[name]?.trim()).map((name) => [`form.${name}`, { code: 'required', detail: '' }]));
}

/** The fields of a JSON Schema. The service judges what is typed. */
export function SchemaForm({ schema, typed, onChange, wrong }: { schema: FormSchema; typed: Record<string, string>; onChange: (typed: Record<string, string>) => void; wrong: Record<string, Wrong> }) {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).map(([name, node]) => {
    const shared = {
      label: labelOf(name, node),
      value: typed[name] ?? '',
      onChange: (value: string) => onChange({ ...typed, [name]: value }),
      wrong: wrong[`form.${name}`],
      optional: !required.includes(name) && !node.enum,
    };
    if (node.enum) {
      const options = node.enum.map((choice) => ({ value: choice, label: answers(choice) }));
      return options.length > FEW ? <SelectField key={name} {...shared} options={options} /> : <ChoiceField key={name} {...shared} options={options} />;
    }
    if (isMoney(name)) return <YuanField key={name} {...shared} />;
    const numeric = [node.type].flat().includes('integer');
    return <TextField key={name} {...shared} mode={numeric ? 'numeric' : 'text'} maxLength={200} />;
  });
}
