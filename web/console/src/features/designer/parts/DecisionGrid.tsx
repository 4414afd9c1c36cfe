import { useState } from 'react';
import { Dialog } from '@/shared/Dialog';
import { Field } from '@/shared/Field';
import { Foot } from '@/shared/Foot';
import { Scroll } from '@/shared/Scroll';
import { useDecisionWords, variableKind } from '../decisionWords';
import { ID, moved, tablesOf, withColumn, withoutColumn, withRule, withTable, type Column, type Document, type Rule, type Table, type Variable } from './decision';

type Props = { document: Document; id: string; wrong: ReadonlySet<string>; onChange: (document: Document) => void };

/** A decision table as a real table: rules are rows, a cell is a field, and nothing needs a drag. */
export function DecisionGrid({ document, id, wrong, onChange }: Props) {
  const t = useDecisionWords(), node = tablesOf(document).find((each) => each.id === id)!, table = node.content;
  const put = (made: Table) => onChange(withTable(document, id, made)), columns = [...table.inputs, ...table.outputs];
  const putCell = (at: number, column: Column, value: string) => put({ ...table, rules: table.rules.map((rule, each): Rule => (each === at ? { ...rule, [column.id]: value } : rule)) });
  const head = (column: Column, side: 'inputs' | 'outputs') => (
    <th key={column.id} scope="col">
      <span className="muted">{side === 'inputs' ? t('condition') : t('result')}</span> {column.field}{' '}
      <button type="button" className="btn small" aria-label={t('removeColumn', { column: column.field })} disabled={table[side].length < 2} onClick={() => onChange(withoutColumn(document, id, side, column))}>
        ✕
      </button>
    </th>
  );
  return (
    <section className="spaced" aria-label={node.name}>
      <div className="bar">
        <label>
          {t('hitPolicy')}
          <select value={table.hitPolicy} onChange={({ target }) => put({ ...table, hitPolicy: target.value })}>
            <option value="first">{t('first')}</option>
            <option value="collect">{t('collect')}</option>
          </select>
        </label>
        <AddColumn label={t('addInput')} onAdd={(field, variable) => onChange(withColumn(document, id, 'inputs', field, variable))} />
        <AddColumn label={t('addOutput')} onAdd={(field, variable) => onChange(withColumn(document, id, 'outputs', field, variable))} />
        <button type="button" className="btn" onClick={() => put(withRule(table))}>
          {t('addRule')}
        </button>
      </div>
      <p className="muted">{t('cellHint')}</p>
      <Scroll label={t('rules', { name: node.name })}>
        <table className="data cells">
          <caption className="sr">{t('rules', { name: node.name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rule')}</th>
              {table.inputs.map((column) => head(column, 'inputs'))}
              {table.outputs.map((column) => head(column, 'outputs'))}
              <th scope="col">
                <span className="sr">{t('acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {table.rules.map((rule, at) => {
              const name = rule[ID] ?? String(at + 1);
              return (
                <tr key={name} className={wrong.has(name) ? 'wrong-row' : undefined}>
                  <th scope="row">
                    {wrong.has(name) && '✕ '}
                    {name}
                  </th>
                  {columns.map((column) => (
                    <td key={column.id}>
                      <input aria-label={t('cell', { column: column.field, rule: name })} value={rule[column.id] ?? ''} onChange={({ target }) => putCell(at, column, target.value)} />
                    </td>
                  ))}
                  <td className="num">
                    <button type="button" className="btn small" aria-label={t('up', { rule: name })} disabled={at === 0} onClick={() => put({ ...table, rules: moved(table.rules, at, -1) })}>
                      ↑
                    </button>{' '}
                    <button type="button" className="btn small" aria-label={t('down', { rule: name })} disabled={at === table.rules.length - 1} onClick={() => put({ ...table, rules: moved(table.rules, at, 1) })}>
                      ↓
                    </button>{' '}
                    <button type="button" className="btn small" aria-label={t('removeRule', { rule: name })} onClick={() => put({ ...table, rules: table.rules.filter((_, each) => each !== at) })}>
                      ✕
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function AddColumn({ label, onAdd }: { label: string; onAdd: (field: string, variable: Variable) => void }) {
  const t = useDecisionWords(), [open, setOpen] = useState(false), [field, setField] = useState(''), [kind, setKind] = useState<Variable['kind']>('integer');
  return (
    <>
      <button type="button" className="btn" onClick={() => (setField(''), setOpen(true))}>
        {label}
      </button>
      {open && (
        <Dialog title={label} onClose={() => setOpen(false)}>
          <form onSubmit={(event) => (event.preventDefault(), setOpen(false), onAdd(field, { kind }))}>
            <Field label={t('variable')}>{(given) => <input {...given} required pattern="[a-z][a-z0-9]*(_[a-z0-9]+)*" value={field} onChange={({ target }) => setField(target.value)} />}</Field>
            <Field label={t('kind')}>
              {(given) => (
                <select {...given} value={kind} onChange={({ target }) => setKind(target.value as Variable['kind'])}>
                  {(['integer', 'text', 'flag', 'list'] as const).map((each) => (
                    <option key={each} value={each}>
                      {variableKind(each)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Foot act={t('add')} onCancel={() => setOpen(false)} />
          </form>
        </Dialog>
      )}
    </>
  );
}
