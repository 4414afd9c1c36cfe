import { useQueryClient } from '@tanstack/react-query';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useCursor } from '@/shared/useCursor';
import { approveChange, changes, rejectChange } from '../queries';
import { useWords } from '../words';

const DECIDES = new Set(['management', 'product-manager', 'risk-officer']);

/** Changes of a service's parameters that a second person decides; `only`: those whose code begins so. */
export function WaitingChanges({ service, only = '' }: { service: string; only?: string }) {
  const t = useWords(), me = useMe(), cache = useQueryClient(), list = useCursor(['parameters', service, 'changes'], (cursor) => changes(service, cursor));
  const refresh = () => void cache.invalidateQueries({ queryKey: ['parameters'] }), decides = me.roles.some((role) => DECIDES.has(role));
  return (
    <>
      <h2>{t('waiting')}</h2>
      <DataTable
        caption={t('waiting')}
        rowKey={(it) => it.id}
        empty={t('noWaiting')}
        columns={[
          { key: 'code', title: t('code'), cell: (it) => it.code },
          { key: 'value', title: t('value'), align: 'right', cell: (it) => <span className="wraps">{`${it.value} ${it.unit}`}</span> },
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
        {...list.table}
        rows={list.rows.filter((it) => it.code.startsWith(only))}
      />
    </>
  );
}
