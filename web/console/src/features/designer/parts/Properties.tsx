import { useEffect, useState } from 'react';
import { Choices, Field } from '@/shared/Field';
import { defineWords, said } from '@/shared/words';
import type { Drawing, Shape } from './drawing';
import { nameOf, partsOf } from './drawing';
import { appended, connected, inserted } from './drawn';
import { groupsOf, type Column, type Entry, type Known, type Option } from './provider';
import { kind as kindName } from '../words';

const useWords = defineWords({
  addRow: ['加一行', 'Add a row'],
  removeRow: ['删除第 {n} 行', 'Remove row {n}'],
  rowOf: ['{label}，第 {n} 行', '{label}, row {n}'],
  drawing: ['绘制', 'Drawing'],
  append: ['追加', 'Append'],
  insert: ['在此插入', 'Insert here'],
  userTask: ['人工任务', 'User task'],
  serviceTask: ['服务请求', 'Service task'],
  gateway: ['排他网关', 'Gateway'],
  endEvent: ['结束', 'End'],
  connectTo: ['连到', 'Connect to'],
  connect: ['连线', 'Connect'],
  remove: ['删除', 'Delete'],
});

const MADE = [['userTask', 'bpmn:UserTask'], ['serviceTask', 'bpmn:ServiceTask'], ['gateway', 'bpmn:ExclusiveGateway'], ['endEvent', 'bpmn:EndEvent']] as const;
const label = ([value, words]: Option) => (typeof words === 'string' ? words || value : said(words));

/** What the engine reads of the selected element, and drawing by keyboard: nothing needs a drag. */
export function Properties({ drawing, element, known, onSelect }: { drawing: Drawing; element: Shape; known: Known; onSelect: (element: Shape) => void }) {
  const groups = groupsOf(drawing, element, known), type = element.type.replace('bpmn:', '');
  return (
    <>
      <p className="muted">
        {kindName(type)} <code>{element.id}</code>
      </p>
      {groups.map((group) => (
        <section key={group.key} aria-label={said(group.title)}>
          <h3>{said(group.title)}</h3>
          {group.entries.map((entry) => (
            <One key={`${element.id}-${entry.key}`} entry={entry} />
          ))}
        </section>
      ))}
      {!['Process', 'Participant', 'Collaboration'].includes(type) && <Draw drawing={drawing} element={element} onSelect={onSelect} />}
    </>
  );
}

function One({ entry }: { entry: Entry }) {
  const hint = entry.hint && said(entry.hint), name = said(entry.label);
  if (entry.kind === 'check')
    return (
      <label className="check">
        <input type="checkbox" checked={entry.value} onChange={({ target }) => entry.set(target.checked)} />
        {name}
      </label>
    );
  if (entry.kind === 'choices')
    return <Choices label={name} hint={hint} all={entry.options.map(([value]) => value)} chosen={entry.value} onChange={entry.set} told={(code) => label(entry.options.find(([value]) => value === code) ?? [code, code])} />;
  if (entry.kind === 'rows') return <Rows name={name} hint={hint} entry={entry} />;
  if (entry.kind === 'select')
    return (
      <Field label={name} hint={hint}>
        {(given) => (
          <select {...given} value={entry.value} onChange={({ target }) => entry.set(target.value)}>
            {entry.options.map((option) => (
              <option key={option[0]} value={option[0]}>
                {label(option)}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  return <Field label={name} hint={hint}>{(given) => <Typed given={given} value={entry.value} set={entry.set} lines={entry.kind === 'area' ? 2 : 0} />}</Field>;
}

/** What is typed becomes a change when the field is left, or at Enter: one step to undo, not one a letter. */
function Typed({ given, value, set, lines = 0, name }: { given?: object; value: string; set: (value: string) => void; lines?: number; name?: string }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const done = () => typed !== value && (set(typed.trim()), setTyped(typed.trim()));
  const shared = { ...given, 'aria-label': name, value: typed, onBlur: done, onChange: ({ target }: { target: { value: string } }) => setTyped(target.value) };
  if (lines) return <textarea {...shared} rows={lines} />;
  return <input {...shared} onKeyDown={(event) => event.key === 'Enter' && done()} />;
}

function Rows({ name, hint, entry }: { name: string; hint?: string; entry: Extract<Entry, { kind: 'rows' }> }) {
  const t = useWords(), rows = entry.value;
  const put = (at: number, column: Column, value: string) => entry.set(rows.map((row, each) => (each === at ? { ...row, [column.key]: value } : row)));
  return (
    <fieldset className="field">
      <legend>{name}</legend>
      {hint && <p className="hint">{hint}</p>}
      {rows.map((row, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is known by its place alone: its name may be typed just now
        <div key={at} className="told-row">
          {entry.columns.map((column) => {
            const title = t('rowOf', { label: said(column.label), n: at + 1 });
            return column.options ? (
              <select key={column.key} aria-label={title} value={row[column.key] ?? ''} onChange={({ target }) => put(at, column, target.value)}>
                {column.options.map((option) => (
                  <option key={option[0]} value={option[0]}>
                    {label(option)}
                  </option>
                ))}
              </select>
            ) : (
              <Typed key={column.key} name={title} value={row[column.key] ?? ''} set={(value) => put(at, column, value)} />
            );
          })}
          <button type="button" className="btn small" aria-label={t('removeRow', { n: at + 1 })} onClick={() => entry.set(rows.filter((_, each) => each !== at))}>
            ✕
          </button>
        </div>
      ))}
      <button type="button" className="btn small" onClick={() => entry.set([...rows, Object.fromEntries(entry.columns.map((column) => [column.key, column.options?.[0]?.[0] ?? '']))])}>
        {t('addRow')}
      </button>
    </fieldset>
  );
}

function Draw({ drawing, element, onSelect }: { drawing: Drawing; element: Shape; onSelect: (element: Shape) => void }) {
  const t = useWords(), isFlow = element.type === 'bpmn:SequenceFlow', ends = element.type === 'bpmn:EndEvent', [to, setTo] = useState('');
  const targets = partsOf(drawing).filter((each) => each !== element && each.parent === element.parent && !/(SequenceFlow|BoundaryEvent|StartEvent)$/.test(each.type));
  const make = (type: string) => onSelect(isFlow ? inserted(drawing, element, type) : appended(drawing, element, type));
  return (
    <section aria-label={t('drawing')}>
      <h3>{t('drawing')}</h3>
      {!ends && (
        <p className="chips">
          <span className="muted">{isFlow ? t('insert') : t('append')}</span>
          {MADE.filter(([, type]) => !isFlow || type !== 'bpmn:EndEvent').map(([word, type]) => (
            <button key={type} type="button" className="btn small" onClick={() => make(type)} aria-label={`${isFlow ? t('insert') : t('append')} ${t(word)}`}>
              {t(word)}
            </button>
          ))}
        </p>
      )}
      {!ends && !isFlow && (
        <p className="chips">
          <select aria-label={t('connectTo')} value={to} onChange={({ target }) => setTo(target.value)}>
            <option value="">{t('connectTo')}</option>
            {targets.map((each) => (
              <option key={each.id} value={each.id}>
                {nameOf(each)}
              </option>
            ))}
          </select>
          <button type="button" className="btn small" disabled={!to} onClick={() => (onSelect(connected(drawing, element, to)), setTo(''))}>
            {t('connect')}
          </button>
        </p>
      )}
      <button type="button" className="btn small danger" onClick={() => drawing.get('modeling').removeElements([element])}>
        {t('remove')}
      </button>
    </section>
  );
}
