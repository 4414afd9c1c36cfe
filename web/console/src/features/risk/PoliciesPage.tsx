import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { approvePolicy, models, policies, proposals, rejectPolicy } from './queries';
import { proposalStatus, proposalTone, useWords } from './words';

const DECIDES = new Set(['risk-officer', 'management']);

/** Which policy and model decide, which changes wait for a second person. */
export function PoliciesPage() {
  const t = useWords(), me = useMe(), cache = useQueryClient(), inForce = useQuery(policies), scoring = useQuery(models);
  const list = useCursor(['risk', 'proposals'], proposals), refresh = () => void cache.invalidateQueries({ queryKey: ['risk'] });
  const decides = me.roles.some((role) => DECIDES.has(role));
  useTitle(t('policies'));
  return (
    <>
      <div className="head">
        <h1>{t('policies')}</h1>
      </div>
      <DataTable
        caption={t('policies')}
        rows={inForce.data ?? []}
        rowKey={(it) => it.version}
        pending={inForce.isPending}
        error={inForce.error}
        onRetry={() => void inForce.refetch()}
        empty="—"
        columns={[
          { key: 'name', title: t('name'), cell: (it) => it.name },
          { key: 'version', title: t('version'), cell: (it) => <Link to="/policies/$version" params={{ version: it.version } as never}>{it.version}</Link> },
          { key: 'active', title: t('inForce'), cell: (it) => (it.active ? <Chip tone={1}>{t('inForce')}</Chip> : '—') },
          { key: 'registered', title: t('registered'), cell: (it) => moment(it.registered_at) },
          { key: 'by', title: t('approvedBy'), cell: (it) => it.approved_by },
        ]}
      />
      <h2 className="above">{t('proposals')}</h2>
      <DataTable
        caption={t('proposals')}
        rowKey={(it) => it.id}
        empty={t('noProposals')}
        columns={[
          { key: 'at', title: t('registered'), cell: (it) => moment(it.proposed_at) },
          { key: 'version', title: t('version'), cell: (it) => it.policy_version },
          { key: 'reason', title: t('reason'), cell: (it) => it.reason },
          { key: 'status', title: t('status'), cell: (it) => <Chip tone={proposalTone[it.status] ?? 'grey'}>{proposalStatus(it.status)}</Chip> },
          { key: 'by', title: t('by'), cell: (it) => `${it.proposed_by} / ${it.decided_by ?? '—'}` },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) =>
              decides &&
              it.status === 'PROPOSED' && (
                <>
                  <Confirm label={t('approve')} small act={(key) => approvePolicy(it.id, key)} onDone={refresh}>
                    <p>{it.reason}</p>
                  </Confirm>{' '}
                  <Confirm label={t('reject')} small words={t('reason')} act={(key, words) => rejectPolicy(it.id, words, key)} onDone={refresh} />
                </>
              ),
          },
        ]}
        {...list.table}
      />
      <h2 className="above">{t('models')}</h2>
      <DataTable
        caption={t('models')}
        rows={scoring.data ?? []}
        rowKey={(it) => it.version}
        pending={scoring.isPending}
        error={scoring.error}
        onRetry={() => void scoring.refetch()}
        empty={t('noModels')}
        columns={[
          { key: 'version', title: t('version'), cell: (it) => <Link to="/models/$version" params={{ version: it.version } as never}>{it.version}</Link> },
          { key: 'scorecard', title: t('scorecard'), cell: (it) => it.scorecard_version },
          { key: 'active', title: t('inForce'), cell: (it) => (it.active ? <Chip tone={1}>{t('inForce')}</Chip> : '—') },
          { key: 'registered', title: t('registered'), cell: (it) => moment(it.registered_at) },
        ]}
      />
    </>
  );
}
