import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Failed } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { exact } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { Scroll } from '@/shared/Scroll';
import { Skeleton } from '@/shared/Skeleton';
import { trace, type Message, type Span } from './queries';
import { useWords } from './words';

/** One application's way through all services: its messages as a tree, its spans as a waterfall. */
export function TracePage() {
  const t = useWords(), navigate = useNavigate(), { application } = useSearch({ strict: false }) as { application?: string };
  const [typed, setTyped] = useState(application ?? ''), found = useQuery(trace(application));
  useTitle(t('traces'));
  return (
    <>
      <div className="head">
        <h1>{t('traces')}</h1>
      </div>
      <form
        className="bar"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/ops/traces', search: { application: typed.trim() } as never });
        }}
      >
        <Field label={t('application')}>
          {(given) => <input {...given} className="long" required pattern="[0-9a-fA-F\-]{36}" value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <button type="submit" className="btn primary">
          {t('look')}
        </button>
      </form>
      {!application && <p className="empty">{t('ask')}</p>}
      {application && found.isPending && <Skeleton lines={8} />}
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <div className="grid">
          <section className="card" aria-labelledby="messages">
            <h2 id="messages">
              {t('messages')} <span className="muted">{found.data.messages.length}</span>
            </h2>
            <Messages of={found.data.messages} />
          </section>
          {found.data.traces.length === 0 && <p className="muted">{t('noSpans')}</p>}
          {found.data.traces.map((each) => (
            <section className="card" key={each.trace_id} aria-label={each.trace_id}>
              <h2>
                {t('spans')} <span className="muted">{`${each.duration_ms.toFixed(0)} ms · ${each.services.join(' · ')} · ${each.trace_id}`}</span>
              </h2>
              <Spans of={each.spans} whole={each.duration_ms} />
            </section>
          ))}
        </div>
      )}
    </>
  );
}

const ms = (n: number) => (n < 1000 ? `${n.toFixed(n < 10 ? 1 : 0)} ms` : `${(n / 1000).toFixed(2)} s`);

function Messages({ of }: { of: readonly Message[] }) {
  const t = useWords(), whole = Math.max(1, ...of.map((each) => each.offset_ms));
  return (
    <Scroll label={t('messages')}>
      <table className="data">
        <caption className="sr">{t('messages')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('service')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('at')}</th>
            <th scope="col" className="num">
              {t('took')}
            </th>
            <th scope="col">{t('course')}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((each) => (
            <tr key={each.message_id}>
              <td style={{ paddingLeft: 16 + each.depth * 14 }}>{each.type}</td>
              <td>{each.source}</td>
              <td>{each.actor ?? '—'}</td>
              <td>{exact(each.occurred_at)}</td>
              <td className="num">{each.waited_ms === null ? '—' : ms(each.waited_ms)}</td>
              <td>
                <Bar from={(each.offset_ms - (each.waited_ms ?? 0)) / whole} to={each.offset_ms / whole} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Spans({ of, whole }: { of: readonly Span[]; whole: number }) {
  const t = useWords();
  return (
    <Scroll label={t('spans')}>
      <table className="data">
        <caption className="sr">{t('spans')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('service')}</th>
            <th scope="col" className="num">
              {t('took')}
            </th>
            <th scope="col">{t('course')}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((each) => (
            <tr key={each.span_id}>
              <td style={{ paddingLeft: 16 + each.depth * 14 }}>{each.name}</td>
              <td>{each.service}</td>
              <td className="num">{ms(each.duration_ms)}</td>
              <td>
                <Bar from={each.offset_ms / whole} to={(each.offset_ms + each.duration_ms) / whole} bad={each.status === 'ERROR'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Bar({ from, to, bad }: { from: number; to: number; bad?: boolean }) {
  const begin = Math.max(0, Math.min(1, from)), end = Math.max(begin, Math.min(1, to));
  return (
    <span className="waterfall" aria-hidden="true">
      <i className={bad ? 'bad' : ''} style={{ left: `${begin * 100}%`, width: `max(2px, ${(end - begin) * 100}%)` }} />
    </span>
  );
}
