import { useState } from 'react';
import { Chip } from '@/shared/Chip';
import { Scroll } from '@/shared/Scroll';
import { useDecisionWords } from '../decisionWords';
import { shown, valueOf, type Document, type Example, type Value, type Variable } from './decision';

/** A value of a kind: what is typed is read when the field is left. */
export function ValueField({ name, variable, value, onChange }: { name: string; variable: Variable; value: Value | undefined; onChange: (value: Value) => void }) {
  const [typed, setTyped] = useState(shown(value));
  if (variable.kind === 'flag' || variable.values?.length)
    return (
      <select aria-label={name} value={shown(value)} onChange={({ target }) => onChange(valueOf(target.value, variable))}>
        <option value="">—</option>
        {(variable.kind === 'flag' ? ['true', 'false'] : variable.values!).map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    );
  return <input aria-label={name} inputMode={variable.kind === 'integer' ? 'numeric' : undefined} value={typed} onChange={({ target }) => (setTyped(target.value), onChange(valueOf(target.value, variable)))} />;
}

export function Otherwise({ document, onChange }: { document: Document; onChange: (document: Document) => void }) {
  const t = useDecisionWords();
  return (
    <fieldset className="card spaced">
      <legend className="sr">{t('otherwise')}</legend>
      <h2>{t('otherwise')}</h2>
      <div className="bar">
        {Object.entries(document.outputs).map(([name, variable]) => (
          <label key={name}>
            {name}
            <ValueField name={t('otherwiseOf', { name })} variable={variable} value={document.otherwise[name]} onChange={(value) => onChange({ ...document, otherwise: { ...document.otherwise, [name]: value } })} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Examples: what is given and what has to come of it; run by the service with the check. */
export function Examples({ document, failing, onChange }: { document: Document; failing: ReadonlySet<string> | null; onChange: (document: Document) => void }) {
  const t = useDecisionWords(), inputs = Object.entries(document.inputs), outputs = Object.entries(document.outputs);
  const put = (at: number, made: Partial<Example>) => onChange({ ...document, examples: document.examples.map((each, place) => (place === at ? { ...each, ...made } : each)) });
  const verdict = (name: string) => (failing === null ? <Chip tone="grey">{t('notRun')}</Chip> : failing.has(name) ? <Chip tone={5}>✕ {t('failed')}</Chip> : <Chip tone={1}>✓ {t('passed')}</Chip>);
  return (
    <>
      <div className="bar">
        <button type="button" className="btn" onClick={() => onChange({ ...document, examples: [...document.examples, { name: String(document.examples.length + 1), given: {}, expected: { ...document.otherwise } }] })}>
          {t('addExample')}
        </button>
      </div>
      <Scroll label={t('examples')}>
        <table className="data cells">
          <caption className="sr">{t('examples')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              {inputs.map(([name]) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {outputs.map(([name]) => (
                <th key={name} scope="col">
                  → {name}
                </th>
              ))}
              <th scope="col">{t('verdict')}</th>
              <th scope="col">
                <span className="sr">{t('acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {document.examples.map((each, at) => (
              <tr key={`${document.examples.length}-${at + 1}`}>
                <td>
                  <input aria-label={t('exampleName', { n: at + 1 })} value={each.name} onChange={({ target }) => put(at, { name: target.value })} />
                </td>
                {inputs.map(([name, variable]) => (
                  <td key={name}>
                    <ValueField name={t('given', { name, n: at + 1 })} variable={variable} value={each.given[name]} onChange={(value) => put(at, { given: { ...each.given, [name]: value } })} />
                  </td>
                ))}
                {outputs.map(([name, variable]) => (
                  <td key={name}>
                    <ValueField name={t('expected', { name, n: at + 1 })} variable={variable} value={each.expected[name]} onChange={(value) => put(at, { expected: { ...each.expected, [name]: value } })} />
                  </td>
                ))}
                <td>{verdict(each.name)}</td>
                <td className="num">
                  <button type="button" className="btn small" aria-label={t('removeExample', { name: each.name })} disabled={document.examples.length < 2} onClick={() => onChange({ ...document, examples: document.examples.filter((_, place) => place !== at) })}>
                    ✕
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
