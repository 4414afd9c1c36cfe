import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { moment } from '@/shared/format';
import { useKeyOf } from '@/shared/useKeyOf';
import { colleagues, noteOn, notes, type CaseTask } from '../queries';
import { useCaseWords } from './words';

/** What colleagues wrote to each other about a task; who is mentioned is told, wherever he works. */
export function Notes({ task }: { task: CaseTask }) {
  const t = useCaseWords(), cache = useQueryClient(), found = useQuery(notes(task.id)), known = useQuery(colleagues), keyOf = useKeyOf();
  const [text, setText] = useState(''), [mentioned, setMentioned] = useState('');
  const note = useMutation({
    mutationFn: () => {
      const content = { text: text.trim(), mentions: mentioned ? [mentioned] : [] };
      return noteOn(task.id, content, keyOf(content));
    },
    onSuccess: () => {
      setText('');
      setMentioned('');
      void cache.invalidateQueries({ queryKey: ['workflow', 'notes', task.id] });
    },
  });
  return (
    <section className="card" aria-labelledby="notes">
      <h2 id="notes">{t('notes')}</h2>
      {found.data?.length === 0 && <p className="muted">{t('noNotes')}</p>}
      <ol className="plain-list">
        {found.data?.map((each) => (
          <li key={each.id}>
            <b>{each.by}</b> <span className="muted">{moment(each.at)}</span> {each.mentions.map((who) => `@${who}`).join(' ')}
            <br />
            {each.text}
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          note.mutate();
        }}
      >
        <Field label={t('note')}>{(given) => <textarea {...given} rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        <Field label={t('mention')}>
          {(given) => (
            <select {...given} value={mentioned} onChange={(event) => setMentioned(event.target.value)}>
              <option value="">{t('nobody')}</option>
              {known.data?.map((each) => (
                <option key={each.subject} value={each.subject}>
                  {`${each.subject} ${each.roles.join(' ')}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Refused error={note.error} />
        <button type="submit" className="btn" disabled={note.isPending || !text.trim()}>
          {t('write')}
        </button>
      </form>
    </section>
  );
}
