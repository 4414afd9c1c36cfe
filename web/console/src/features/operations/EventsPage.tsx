import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { DataTable } from '@/shared/DataTable';
import { eventName, eventTypes } from '@/shared/events';
import { Field } from '@/shared/Field';
import { exact } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { events } from './queries';
import { useWords } from './words';

/** What the services have said, the newest first; it goes on by itself until somebody holds it. */
export function EventsPage() {
  const t = useWords(), navigate = useNavigate(), { type, application } = useSearch({ strict: false }) as { type?: string; application?: string };
  const [held, setHeld] = useState(false), [typed, setTyped] = useState(application ?? '');
  const list = useCursor(['reporting', 'events', type ?? '', application ?? ''], (cursor) => events(type, application, cursor), held ? undefined : 2_000);
  const set = (change: Record<string, string | undefined>) => void navigate({ to: '/ops/events', search: { type, application, ...change } as never });
  useTitle(t('events'));
  return (
    <>
      <div className="head">
        <h1>{t('events')}</h1>
        <span className="fill" />
        <button type="button" className="btn" aria-pressed={held} onClick={() => setHeld(!held)}>
          {held ? t('goOn') : t('pause')}
        </button>
      </div>
      <form
        className="bar"
        onSubmit={(event) => {
          event.preventDefault();
          set({ application: typed.trim() || undefined });
        }}
      >
        <label>
          {t('type')}
          <select value={type ?? ''} onChange={(event) => set({ type: event.target.value || undefined })}>
            <option value="">{t('all')}</option>
            {eventTypes.map((each) => (
              <option key={each} value={each}>
                {`${each} ${eventName(each)}`}
              </option>
            ))}
          </select>
        </label>
        <Field label={t('application')}>
          {(given) => <input {...given} className="long" pattern="[0-9a-fA-F\-]{36}" value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <button type="submit" className="btn">
          {t('filter')}
        </button>
      </form>
      <DataTable
        caption={t('events')}
        rowKey={(it) => String(it.seq)}
        empty={list.table.error instanceof Problem ? '' : t('noEvents')}
        columns={[
          { key: 'seq', title: '#', align: 'right', width: 72, cell: (it) => it.seq },
          { key: 'at', title: t('at'), cell: (it) => exact(it.occurred_at) },
          { key: 'type', title: t('what'), cell: (it) => <span title={it.type}>{eventName(it.type)}</span> },
          { key: 'code', title: t('type'), cell: (it) => <code>{it.type}</code> },
          { key: 'source', title: t('service'), cell: (it) => it.source },
          { key: 'actor', title: t('who'), cell: (it) => <span title={it.actor ?? undefined}>{it.actor && it.actor.length > 24 ? `…${it.actor.slice(-12)}` : (it.actor ?? '—')}</span> },
          {
            key: 'application',
            title: t('trace'),
            cell: (it) =>
              it.application_id ? (
                <Link to="/ops/traces" search={{ application: it.application_id } as never}>
                  {it.application_id.slice(-12)}
                </Link>
              ) : (
                <span className="muted" title={it.subject}>{it.subject.length > 16 ? `…${it.subject.slice(-12)}` : it.subject}</span>
              ),
          },
        ]}
        {...list.table}
      />
    </>
  );
}
