import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Chip, type Tone } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { Field } from '@/shared/Field';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useCursor } from '@/shared/useCursor';
import { addCommunication, communications, type Talk } from '../queries';
import { medium, outcome, useTalkWords } from './talkWords';

const MEDIA: readonly Talk['medium'][] = ['PHONE', 'VISIT', 'LETTER', 'SMS', 'MAIL', 'OTHER'];
const TONE: Record<string, Tone> = { DELIVERED: 1, TALKED: 2, REFUSED: 5, WITHHELD: 3 };
const ADDS = new Set(['customer-manager', 'collector']);

/** What a customer was told and what was talked about with him, newest first; nothing of it is changed later. */
export function Communications({ customerId }: { customerId: string }) {
  const t = useTalkWords(), me = useMe(), cache = useQueryClient(), list = useCursor(['gateway', 'communications', customerId], (cursor) => communications(customerId, cursor));
  const [by, setBy] = useState<Talk['medium']>('PHONE'), [direction, setDirection] = useState<Talk['direction']>('OUT'), [at, setAt] = useState(''), [opened] = useState(() => new Date().toISOString());
  const talk = (note: string): Talk => ({ medium: by, direction, at: at ? new Date(`${at}:00+08:00`).toISOString() : opened, note });
  return (
    <section className="card" aria-labelledby="communications">
      <div className="head">
        <h2 id="communications">{t('title')}</h2>
        <span className="fill" />
        {me.roles.some((role) => ADDS.has(role)) && (
          <Confirm
            label={t('add')}
            small
            words={t('note')}
            content={[by, direction, at]}
            act={(key, note) => addCommunication(customerId, talk(note), key)}
            onDone={() => void cache.invalidateQueries({ queryKey: ['gateway', 'communications', customerId] })}
          >
            <p className="muted">{t('addWhy')}</p>
            <Field label={t('medium')}>
              {(given) => (
                <select {...given} value={by} onChange={(event) => setBy(event.target.value as Talk['medium'])}>
                  {MEDIA.map((each) => (
                    <option key={each} value={each}>
                      {medium(each)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t('direction')}>
              {(given) => (
                <select {...given} value={direction} onChange={(event) => setDirection(event.target.value as Talk['direction'])}>
                  <option value="OUT">{t('OUT')}</option>
                  <option value="IN">{t('IN')}</option>
                </select>
              )}
            </Field>
            <Field label={t('at')}>{(given) => <input {...given} type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />}</Field>
          </Confirm>
        )}
      </div>
      <DataTable
        caption={t('title')}
        rowKey={(it) => it.id}
        empty={t('none')}
        columns={[
          { key: 'at', title: t('at'), cell: (it) => moment(it.at) },
          { key: 'medium', title: t('medium'), cell: (it) => `${medium(it.medium)} · ${t(it.direction)}` },
          { key: 'what', title: t('note'), cell: (it) => <span className="wraps">{it.note ?? it.template ?? '—'}</span> },
          { key: 'outcome', title: t('outcome'), cell: (it) => <Chip tone={TONE[it.outcome] ?? 'grey'} title={it.code}>{outcome(it.outcome)}</Chip> },
          { key: 'by', title: t('by'), cell: (it) => it.made_by },
        ]}
        {...list.table}
      />
    </section>
  );
}
