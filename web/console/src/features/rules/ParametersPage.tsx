import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { DataTable } from '@/shared/DataTable';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Propose } from './parts/Propose';
import { WaitingChanges } from './parts/WaitingChanges';
import { parameters, services } from './queries';
import { useWords } from './words';

const PROPOSES = new Set(['process-designer', 'product-manager', 'risk-officer']);

/** What a service is told by dates, and the changes that a second person decides. */
export function ParametersPage() {
  const t = useWords(), me = useMe(), navigate = useNavigate(), cache = useQueryClient();
  const { service = services[0]! } = useSearch({ strict: false }) as { service?: string };
  const held = useQuery(parameters(service)), refresh = () => void cache.invalidateQueries({ queryKey: ['parameters'] });
  useTitle(t('parameters'));
  return (
    <>
      <div className="head">
        <h1>{t('parameters')}</h1>
        <span className="fill" />
        {me.roles.some((role) => PROPOSES.has(role)) && <Propose key={service} service={service} onDone={refresh} />}
      </div>
      <div className="bar">
        <label>
          {t('service')}
          <select value={service} onChange={(event) => void navigate({ to: '/parameters', search: { service: event.target.value } as never })}>
            {services.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      </div>
      <WaitingChanges service={service} />
      <h2 className="above">{t('parameters')}</h2>
      <DataTable
        caption={t('parameters')}
        rows={held.data?.filter((it) => !it.replaced) ?? []}
        rowKey={(it) => `${it.code}-${it.valid_from}-${it.recorded_at}`}
        pending={held.isPending}
        error={held.error}
        onRetry={() => void held.refetch()}
        empty={t('noParameters')}
        columns={[
          { key: 'code', title: t('code'), cell: (it) => it.code },
          { key: 'value', title: t('value'), align: 'right', cell: (it) => <span title={it.value}>{`${it.value} ${it.unit}`}</span> },
          { key: 'from', title: t('validFrom'), cell: (it) => it.valid_from },
          { key: 'to', title: t('validTo'), cell: (it) => it.valid_to ?? '—' },
          { key: 'source', title: t('source'), cell: (it) => <span title={it.source}>{it.source}</span> },
          { key: 'by', title: t('approvedBy'), cell: (it) => it.approved_by },
        ]}
      />
    </>
  );
}
