import { useQuery } from '@tanstack/react-query';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { moment, percent, yuan } from '@/shared/format';
import { useMe } from '@/shared/me';
import { changes, decideChange, type Change } from '../queries';
import { changeKind, requestStatus, requestTone, term, useWords } from '../words';

const DECIDES = new Set(['approver', 'risk-officer']);

/** What was changed about a loan, by whom, and what waits for a second person. */
export function Changes({ loanId, onDone }: { loanId: string; onDone: () => void }) {
  const t = useWords(), me = useMe(), found = useQuery(changes(loanId)), decides = me.roles.some((role) => DECIDES.has(role));
  return (
    <DataTable
      caption={t('changes')}
      rows={found.data ?? []}
      rowKey={(it) => it.id}
      pending={found.isPending}
      error={found.error}
      onRetry={() => void found.refetch()}
      empty={t('noChanges')}
      columns={[
        { key: 'what', title: t('what'), cell: (it) => changeKind(it.kind) },
        { key: 'terms', title: t('terms'), cell: (it) => <span className="wraps">{told(it)}</span> },
        { key: 'effective', title: t('effective'), cell: (it) => it.value_date },
        { key: 'reason', title: t('reason'), cell: (it) => <span className="wraps">{it.reason}</span> },
        { key: 'by', title: t('by'), cell: (it) => `${it.requested_by} · ${moment(it.requested_at)}` },
        { key: 'status', title: t('status'), cell: (it) => <Chip tone={requestTone[it.status] ?? 'grey'}>{requestStatus(it.status)}</Chip> },
        {
          key: 'act',
          title: '',
          align: 'right',
          cell: (it) =>
            decides &&
            it.status === 'REQUESTED' && (
              <>
                <Confirm label={t('approve')} small act={(key) => decideChange(it.id, true, key)} onDone={onDone}>
                  <p>{`${changeKind(it.kind)} ${told(it)}`}</p>
                </Confirm>{' '}
                <Confirm label={t('reject')} small act={(key) => decideChange(it.id, false, key)} onDone={onDone} />
              </>
            ),
        },
      ]}
    />
  );
}

function told({ change }: Change) {
  const shown = ([name, value]: [string, unknown]) => `${term(name)} ${name.endsWith('_minor') ? yuan(Number(value)) : name === 'annual_rate' ? percent(String(value)) : String(value)}`;
  const given = Object.entries(change as Record<string, unknown>).filter(([name, value]) => name !== 'kind' && value !== null && value !== false && value !== 0);
  return given.map(shown).join(' · ') || '—';
}
