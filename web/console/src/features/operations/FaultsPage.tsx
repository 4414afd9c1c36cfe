import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '@/shared/DataTable';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { useTitle } from '@/shared/page';
import { faults, FAULTY, switchOff, switchOn, type ActiveFault, type Fault } from './queries';
import { fault, provider, useWords } from './words';

const KINDS: Record<string, Partial<Fault>> = {
  slow: { delay_ms: 3_000 },
  hang: { hang: true },
  error: { status: 500 },
  busy: { status: 503 },
  malformed: { malformed: true },
};

/** How the simulated outside world misbehaves: for a development system alone, which has no other outside. */
export function FaultsPage() {
  const t = useWords(), cache = useQueryClient(), found = useQuery(faults), [who, setWho] = useState<string>(FAULTY[0]), [kind, setKind] = useState('slow'), [times, setTimes] = useState('');
  const after = { onSettled: () => cache.invalidateQueries({ queryKey: ['faults'] }) };
  const on = useMutation({ mutationFn: () => switchOn(who, { ...KINDS[kind], ...(times && { times: Number(times) }) }), ...after });
  const off = useMutation({ mutationFn: (name: string) => switchOff(name), ...after });
  useTitle(t('faults'));
  return (
    <>
      <div className="head">
        <h1>{t('faults')}</h1>
      </div>
      <p className="muted">{t('faultsWhy')}</p>
      <form
        className="bar"
        onSubmit={(event) => {
          event.preventDefault();
          on.mutate();
        }}
      >
        <Field label={t('provider')}>
          {(given) => (
            <select {...given} value={who} onChange={(event) => setWho(event.target.value)}>
              {FAULTY.map((each) => (
                <option key={each} value={each}>
                  {provider(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('fault')}>
          {(given) => (
            <select {...given} value={kind} onChange={(event) => setKind(event.target.value)}>
              {Object.keys(KINDS).map((each) => (
                <option key={each} value={each}>
                  {fault(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('times')}>{(given) => <input {...given} inputMode="numeric" pattern="[1-9][0-9]{0,4}" value={times} onChange={(event) => setTimes(event.target.value)} />}</Field>
        <button type="submit" className="btn primary" disabled={on.isPending}>
          {t('switchOn')}
        </button>
        <button type="button" className="btn" disabled={off.isPending} onClick={() => off.mutate('')}>
          {t('allOff')}
        </button>
      </form>
      <Refused error={on.error ?? off.error} />
      <DataTable
        caption={t('faults')}
        rows={found.data ?? []}
        rowKey={(it) => `${it.provider} ${it.for_one_person}`}
        pending={found.isPending}
        error={found.error}
        onRetry={() => void found.refetch()}
        empty={t('noFaults')}
        columns={[
          { key: 'provider', title: t('provider'), cell: (it) => provider(it.provider) },
          { key: 'fault', title: t('fault'), cell: (it) => told(it) },
          { key: 'struck', title: t('struck'), align: 'right', cell: (it) => `${it.struck} / ${it.calls}` },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) => (
              <button type="button" className="btn small" onClick={() => off.mutate(it.provider)}>
                {t('switchOff')}
              </button>
            ),
          },
        ]}
      />
    </>
  );
}

function told({ fault: it }: ActiveFault) {
  const parts = [it.delay_ms ? `${fault('slow')} ${it.delay_ms} ms` : '', it.hang ? fault('hang') : '', it.status ? `HTTP ${it.status}` : '', it.malformed ? fault('malformed') : '', it.times ? `× ${it.times}` : ''];
  return parts.filter(Boolean).join(' · ') || '—';
}
