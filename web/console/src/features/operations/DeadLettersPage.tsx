import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { Failed } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { useCursor } from '@/shared/useCursor';
import { useState } from 'react';
import { confirmDiscard, discard, letters, rehearsal, rejectDiscard, replay, services, type Discard, type Letter, type LetterState } from './queries';
import { discardReason, fate, FATE_TONE, letterState, useWords } from './words';

const REASONS = ['SUPERSEDED', 'SETTLED_OTHERWISE', 'NOT_OURS', 'TEST'] as const;
const STATES: readonly LetterState[] = ['DEAD', 'DISCARDING', 'RETRYING', 'HANDLED', 'DISCARDED'];
const ENDED = new Set<string>(['HANDLED', 'DISCARDED']);

export function DeadLettersPage() {
  const t = useWords(), navigate = useNavigate(), cache = useQueryClient();
  const { service = services[0]!, state } = useSearch({ strict: false }) as { service?: string; state?: LetterState };
  const list = useCursor(['dead-letters', service, state ?? ''], (cursor) => letters(service, state, cursor), 5_000);
  const refresh = () => void cache.invalidateQueries({ queryKey: ['dead-letters'] });
  useTitle(t('deadLetters'));
  const set = (change: Record<string, string>) => void navigate({ to: '/ops/dead-letters', search: { service, state, ...change } as never });
  return (
    <>
      <div className="head">
        <h1>{t('deadLetters')}</h1>
      </div>
      <div className="bar">
        <label>
          {t('service')}
          <select value={service} onChange={(event) => set({ service: event.target.value })}>
            {services.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <label>
          {t('state')}
          <select value={state ?? ''} onChange={(event) => set({ state: event.target.value })}>
            <option value="">{t('waiting')}</option>
            {STATES.map((each) => (
              <option key={each} value={each}>
                {letterState(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <DataTable
        caption={t('deadLetters')}
        rowKey={(it) => it.id}
        empty={t('none')}
        columns={[
          { key: 'failed', title: t('failedAt'), cell: (it) => moment(it.last_failed_at ?? it.created_at) },
          { key: 'topic', title: t('topic'), cell: (it) => `${it.topic} / ${it.partition} / ${it.offset}` },
          { key: 'reason', title: t('reason'), cell: (it) => <span title={it.detail}>{`${it.reason} · ${it.detail}`}</span> },
          { key: 'attempts', title: t('attempts'), align: 'right', cell: (it) => it.attempts },
          { key: 'state', title: t('state'), cell: (it) => <Chip tone={ENDED.has(it.state) ? 'grey' : 4}>{letterState(it.state)}</Chip> },
          { key: 'act', title: '', align: 'right', cell: (it) => <Acts service={service} of={it} onDone={refresh} /> },
        ]}
        {...list.table}
      />
    </>
  );
}

function Acts({ service, of, onDone }: { service: string; of: Letter; onDone: () => void }) {
  const t = useWords(), me = useMe(), [reason, setReason] = useState<Discard['reason']>('SUPERSEDED');
  if (ENDED.has(of.state) || !me.roles.includes('operations')) return null;
  if (of.discard_by)
    return (
      <>
        <Confirm label={t('confirm')} small danger act={(key) => confirmDiscard(service, of.id, key)} onDone={onDone}>
          <p>{`${discardReason(of.discard_reason)} · ${of.discard_note} · ${of.discard_by}`}</p>
        </Confirm>{' '}
        <Confirm label={t('reject')} small act={(key) => rejectDiscard(service, of.id, key)} onDone={onDone} />
      </>
    );
  return (
    <>
      <Confirm label={t('replay')} small act={(key) => replay(service, of.id, key)} onDone={onDone}>
        <p>{t('replayWhy')}</p>
        <p>
          <code>{`${of.topic} / ${of.partition} / ${of.offset}`}</code>
        </p>
        <Rehearsed service={service} of={of} />
      </Confirm>{' '}
      <Confirm label={t('discard')} small words={t('note')} content={reason} act={(key, note) => discard(service, of.id, { reason, note }, key)} onDone={onDone}>
        <p>{t('discardWhy')}</p>
        <Field label={t('why')}>
          {(given) => (
            <select {...given} value={reason} onChange={(event) => setReason(event.target.value as Discard['reason'])}>
              {REASONS.map((each) => (
                <option key={each} value={each}>
                  {discardReason(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </Confirm>
    </>
  );
}

/** What a replay would do now, found out before it is asked for. */
function Rehearsed({ service, of }: { service: string; of: Letter }) {
  const t = useWords(), found = useQuery(rehearsal(service, of.id)), it = found.data;
  if (found.isPending) return <Skeleton lines={3} />;
  if (!it) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const lines = (counted: Record<string, number>) => Object.entries(counted).map(([name, n]) => `${name} × ${n}`).join('、') || t('nothing');
  return (
    <section className="card spaced" aria-label={t('rehearsal')}>
      <h3>
        {t('rehearsal')} <Chip tone={FATE_TONE[it.fate] ?? 'grey'}>{fate(it.fate)}</Chip>
      </h3>
      {it.code && (
        <p className="wraps">
          <code>{it.code}</code> {it.detail}
        </p>
      )}
      {it.fate === 'done' && (
        <dl className="facts">
          <div>
            <dt>{t('writes')}</dt>
            <dd>{lines(it.writes)}</dd>
          </div>
          <div>
            <dt>{t('sends')}</dt>
            <dd>{lines(it.sends)}</dd>
          </div>
        </dl>
      )}
      <p className="muted">{t('rehearsalWhy')}</p>
    </section>
  );
}
