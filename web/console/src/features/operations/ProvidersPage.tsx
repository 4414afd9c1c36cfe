import { useQuery } from '@tanstack/react-query';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { count, percent } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { providers } from './queries';
import { circuitState, circuitTone, useWords } from './words';

export function ProvidersPage() {
  const t = useWords(), found = useQuery(providers);
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
          { key: 'p95', title: t('p95'), align: 'right', cell: (it) => `${it.p95_ms.toFixed(0)} ms` },
        ]}
      />
    </>
  );
}
