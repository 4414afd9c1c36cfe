import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { Propose } from './parts/Propose';
import { approveChange, changes, parameters, rejectChange, services } from './queries';
import { useWords } from './words';

const PROPOSES = new Set(['process-designer', 'product-manager', 'risk-officer']);
const DECIDES = new Set(['management', 'product-manager', 'risk-officer']);

/** What a service is told by dates, and the changes that a second person decides. */
export function ParametersPage() {
  const t = useWords(), me = useMe(), navigate = useNavigate(), cache = useQueryClient();
  const { service = services[0]! } = useSearch({ strict: false }) as { service?: string };
  const held = useQuery(parameters(service)), waiting = useCursor(['parameters', service, 'changes'], (cursor) => changes(service, cursor));
  const refresh = () => void cache.invalidateQueries({ queryKey: ['parameters'] }), decides = me.roles.some((role) => DECIDES.has(role));
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
      <h2>{t('waiting')}</h2>
      <DataTable
        caption={t('waiting')}
        rowKey={(it) => it.id}
        empty={t('noWaiting')}
        columns={[
          { key: 'code', title: t('code'), cell: (it) => it.code },
          { key: 'value', title: t('value'), align: 'right', cell: (it) => `${it.value} ${it.unit}` },
          { key: 'from', title: t('validFrom'), cell: (it) => it.valid_from },
          { key: 'reason', title: t('reason'), cell: (it) => it.reason },
          { key: 'by', title: t('by'), cell: (it) => `${it.proposed_by} · ${moment(it.proposed_at)}` },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) =>
              decides && (
                <>
                  <Confirm label={t('approve')} small act={(key) => approveChange(service, it.id, key)} onDone={refresh}>
                    <p>{`${it.code} = ${it.value} ${it.unit} · ${it.valid_from}`}</p>
                  </Confirm>{' '}
                  <Confirm label={t('reject')} small words={t('reason')} act={(key, words) => rejectChange(service, it.id, words, key)} onDone={refresh} />
                </>
              ),
          },
        ]}
        {...waiting.table}
      />
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
