import { minorOf } from '@/shared/format';
import { codeWords, currentLang, said, type Pair } from '@/shared/words';
import type { Wrong } from '../words';
import { ChoiceField, SelectField, TextField, YuanField } from './fields';

type Node = { type?: string | string[]; title?: string; enum?: unknown[]; maxLength?: number; description?: string };
type Schema = { properties?: Record<string, Node>; required?: string[] };

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
  true: ['是', 'Yes'],
  false: ['否', 'No'],
});
const FEW = 6;

const typesOf = (node: Node) => (Array.isArray(node.type) ? node.type : [node.type ?? 'string']);
const isMoney = (name: string) => name.endsWith('_minor');
const labelOf = (name: string, node: Node) => {
  const known = LABELS[name];
  return known ? said(known) : (node.title ?? name).replace(/（分）/, '');
};

/** What was typed, as the schema wants it; what was left empty is not said. */
export function answersOf(schema: unknown, typed: Record<string, string>): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const [name, node] of Object.entries((schema as Schema).properties ?? {})) {
    const text = typed[name]?.trim() ?? '';
    if (!text) continue;
    const types = typesOf(node);
    if (isMoney(name)) told[name] = minorOf(text) ?? text;
    else if (types.includes('integer') || types.includes('number')) told[name] = Number.isNaN(Number(text)) ? text : Number(text);
    else told[name] = types.includes('boolean') ? text === 'true' : text;
  }
  return told;
}

/** What is missing before the service is asked. */
export function missingOf(schema: unknown, typed: Record<string, string>): Record<string, Wrong> {
  const needed = (schema as Schema).required ?? [];
  return Object.fromEntries(needed.filter((name) => !typed[name]?.trim()).map((name) => [`form.${name}`, { code: 'required', detail: '' }]));
}

/** The fields of a JSON Schema. The service judges what is typed. */
export function SchemaForm({ schema, typed, onChange, wrong }: { schema: unknown; typed: Record<string, string>; onChange: (typed: Record<string, string>) => void; wrong: Record<string, Wrong> }) {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.entries(properties).map(([name, node]) => {
    const shared = {
      label: labelOf(name, node),
      value: typed[name] ?? '',
      onChange: (value: string) => onChange({ ...typed, [name]: value }),
      wrong: wrong[`form.${name}`],
      optional: !required.includes(name) && !node.enum,
      hint: currentLang() === 'zh' ? node.description : undefined,
    };
    const types = typesOf(node), choices = node.enum ?? (types.includes('boolean') ? [true, false] : null);
    if (choices) {
      const options = choices.filter((choice) => choice !== null).map((choice) => ({ value: String(choice), label: answers(String(choice)) }));
      return options.length > FEW ? <SelectField key={name} {...shared} options={options} /> : <ChoiceField key={name} {...shared} options={options} />;
    }
    if (isMoney(name)) return <YuanField key={name} {...shared} />;
    const numeric = types.includes('integer') || types.includes('number');
    return <TextField key={name} {...shared} mode={numeric ? 'numeric' : 'text'} maxLength={node.maxLength ?? 200} />;
  });
}
