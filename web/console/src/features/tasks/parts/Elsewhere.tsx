import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/shared/Confirm';
import { Field } from '@/shared/Field';
import { colleagues, handOver, snooze, type CaseTask } from '../queries';
import { useCaseWords } from './words';

/** A task that is mine: to somebody else, or aside until a day. */
export function Elsewhere({ of, onDone }: { of: CaseTask; onDone: () => void }) {
  const t = useCaseWords(), known = useQuery(colleagues).data ?? [], [to, setTo] = useState(''), [until, setUntil] = useState('');
  return (
    <>
      <Confirm label={t('handOver')} content={to} act={(key) => handOver(of.id, to, key)} onDone={onDone}>
        <Field label={t('colleague')}>
          {(given) => (
            <select {...given} required value={to} onChange={({ target }) => setTo(target.value)}>
              <option value="">—</option>
              {known
                .filter((each) => each.roles.includes(of.role) && each.subject !== of.assignee)
                .map((each) => (
                  <option key={each.subject} value={each.subject}>
                    {t('load', { who: each.subject, n: each.load })}
                  </option>
                ))}
            </select>
          )}
        </Field>
      </Confirm>
      <Confirm label={t('snooze')} content={until} act={(key) => snooze(of.id, new Date(until).toISOString(), key)} onDone={onDone}>
        <p className="muted">{t('snoozeWhy')}</p>
        <Field label={t('until')}>{(given) => <input {...given} type="datetime-local" required value={until} onChange={({ target }) => setUntil(target.value)} />}</Field>
      </Confirm>
    </>
  );
}
