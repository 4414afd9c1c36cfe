import { Field } from './Field';
import { capital, minorOf, typed, yuan } from './format';
import { codeWords, said } from './words';

/** The part of JSON Schema 2020-12 that a product's form uses. */
type Property = { title?: string; type?: string | string[]; enum?: string[]; minimum?: number; maximum?: number; format?: string };
export type FormSchema = { properties?: Record<string, Property>; required?: string[] };
export type FormValues = Record<string, string>;
type Wrong = Record<string, { code: string; detail: string }>;

const option = codeWords({
  EMPLOYED: ['受雇', 'Employed'],
  SELF_EMPLOYED: ['自雇 / 个体经营', 'Self-employed'],
  FREELANCE: ['自由职业', 'Freelance'],
  RETIRED: ['退休', 'Retired'],
  OTHER: ['其他', 'Other'],
});

const choose = () => said(['请选择', 'Choose']);
const isMoney = (name: string) => name.endsWith('_minor');
const isFlag = (property: Property) => [property.type].flat().includes('boolean');
const flag = codeWords({ true: ['是', 'Yes'], false: ['否', 'No'] });
/** What may be chosen, where the form does not leave it open. */
const choices = (property: Property) => property.enum ?? (isFlag(property) ? ['true', 'false'] : undefined);
const isNumber = (property: Property) => [property.type].flat().includes('integer');
const label = (name: string, { title }: Property) => (title ?? name).replace('（分）', '（元）');

/** A form as a product's schema says it; the service is the judge of what is typed. */
export function SchemaForm({ schema, values, onChange, wrong, at = 'form' }: {
  schema: FormSchema; values: FormValues; onChange: (values: FormValues) => void; wrong: Wrong; at?: string;
}) {
  const set = (name: string, value: string) => onChange({ ...values, [name]: value });
  return (
    <div className="fields">
      {Object.entries(schema.properties ?? {}).map(([name, property]) => {
        const value = values[name] ?? '', required = schema.required?.includes(name), minor = isMoney(name) ? minorOf(value) : null;
        return (
          <Field key={name} label={`${label(name, property)}${required ? ' *' : ''}`} wrong={wrong[`${at}.${name}`]} hint={minor ? `${yuan(minor)} ${capital(minor)}` : undefined}>
            {(given) =>
              choices(property) ? (
                <select {...given} required={required} value={value} onChange={(event) => set(name, event.target.value)}>
                  <option value="">{choose()}</option>
                  {choices(property)!.map((each) => (
                    <option key={each} value={each}>
                      {isFlag(property) ? flag(each) : option(each)}
                    </option>
                  ))}
                </select>
              ) : (
                <input {...given} required={required} inputMode={isMoney(name) ? 'decimal' : isNumber(property) ? 'numeric' : undefined} value={value} onChange={(event) => set(name, event.target.value)} />
              )
            }
          </Field>
        );
      })}
    </div>
  );
}

/** What was typed as the schema's types: money in fen, numbers as numbers, what is empty left out. */
export function formOf(schema: FormSchema, values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, property]): [string, string | number | boolean][] => {
      const value = values[name]?.trim();
      if (!value) return [];
      if (isMoney(name)) return [[name, minorOf(value) ?? value]];
      if (isFlag(property)) return [[name, value === 'true']];
      return [[name, isNumber(property) && /^-?\d+$/.test(value) ? Number(value) : value]];
    }),
  );
}

/** Kept values as they are typed again. */
export function typedOf(schema: FormSchema, form: Record<string, unknown>): FormValues {
  return Object.fromEntries(
    Object.keys(schema.properties ?? {}).flatMap((name) => {
      const value = form[name];
      return value === null || value === undefined ? [] : [[name, isMoney(name) ? typed(Number(value)) : String(value)]];
    }),
  );
}
