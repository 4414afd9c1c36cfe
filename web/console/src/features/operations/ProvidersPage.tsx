import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { count, percent } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { providers, turnProvider } from './queries';
import { circuitState, circuitTone, useWords } from './words';

const HELD = 'held-open';

/** How each provider answers, and the switch by which a person has it called no more. */
export function ProvidersPage() {
  const t = useWords(), cache = useQueryClient(), found = useQuery(providers), turns = useMe().roles.includes('operations');
  const refresh = () => void cache.invalidateQueries({ queryKey: ['gateway', 'providers'] });
  useTitle(t('providers'));
  return (
    <>
      <div className="head">
        <h1>{t('providers')}</h1>
      </div>
      <DataTable
        caption={t('providers')}
        rows={found.data ?? []}
        rowKey={(it) => it.provider}
        pending={found.isPending}
        error={found.error}
        onRetry={() => void found.refetch()}
        empty={t('noProviders')}
        columns={[
          { key: 'provider', title: t('provider'), cell: (it) => it.provider },
          { key: 'circuit', title: t('circuit'), cell: (it) => <Chip tone={circuitTone[it.circuit] ?? 'grey'}>{circuitState(it.circuit)}</Chip> },
          { key: 'calls', title: t('calls'), align: 'right', cell: (it) => count(it.calls) },
          { key: 'failures', title: t('failures'), align: 'right', cell: (it) => count(it.failures) },
          { key: 'rate', title: t('failureRate'), align: 'right', cell: (it) => (it.calls ? percent(it.failures / it.calls) : '—') },
          { key: 'errors', title: t('errors'), cell: (it) => Object.entries(it.errors).map(([name, n]) => `${name} ${n}`).join(' · ') || '—' },
          { key: 'latency', title: t('latency'), align: 'right', cell: (it) => `${[it.p50_ms, it.p95_ms, it.p99_ms].map((each) => each.toFixed(0)).join(' / ')} ms` },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) =>
              turns && (
                <Confirm
                  label={it.circuit === HELD ? t('letGo') : t('hold')}
                  title={`${it.circuit === HELD ? t('letGo') : t('hold')} ${it.provider}`}
                  small
                  danger={it.circuit !== HELD}
                  words={t('holdReason')}
                  content={it.circuit}
                  act={(key, why) => turnProvider(it.provider, it.circuit !== HELD, why, key)}
                  onDone={refresh}
                >
                  <p className="muted">{t('holdWhy')}</p>
                </Confirm>
              ),
          },
        ]}
      />
    </>
  );
}
