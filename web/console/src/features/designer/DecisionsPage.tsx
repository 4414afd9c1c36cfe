import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { changeKind, useDecisionWords } from './decisionWords';
import { written } from './drafts';
import { Drafts, NewOne } from './parts/Begun';
import { emptyDecision } from './parts/decision';
import { newestOf } from './parts/grouped';
import { changes, decisions } from './queries';
import { proposalStatus, proposalTone, useWords } from './words';

/** Decision tables in force, what is being written, and every change of definitions that waits for a second person. */
export function DecisionsPage() {
  const t = useDecisionWords(), words = useWords(), me = useMe(), navigate = useNavigate(), published = useQuery(decisions), kept = written.use();
  const waiting = useCursor(['workflow', 'changes'], changes), writes = me.roles.includes('process-designer');
  const open = (code: string) => void navigate({ to: '/decisions/$code', params: { code } as never });
  useTitle(t('decisions'));
  return (
    <>
      <div className="head">
        <h1>{t('decisions')}</h1>
        <span className="fill" />
        {writes && <NewOne title={t('newDecision')} onCreate={(code, name) => (written.keep({ code, base: null, text: JSON.stringify(emptyDecision(code, name)) }), open(code))} />}
      </div>
      {writes && <Drafts of={written} onOpen={open} />}
      <h2 className={kept.length && writes ? 'above' : undefined}>{t('inForce')}</h2>
      <DataTable
        caption={t('inForce')}
        rows={newestOf(published.data ?? [])}
        rowKey={(it) => it.code}
        pending={published.isPending}
        error={published.error}
        onRetry={() => void published.refetch()}
        empty={t('noDecisions')}
        columns={[
          { key: 'name', title: t('name'), cell: (it) => it.name },
          { key: 'code', title: words('code'), cell: (it) => it.code },
          { key: 'version', title: words('version'), cell: (it) => `v${it.version}` },
          { key: 'by', title: words('publishedBy'), cell: (it) => it.published_by.replace(',', ' · ') },
          { key: 'at', title: words('publishedAt'), cell: (it) => moment(it.published_at) },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) =>
              writes && (
                <button type="button" className="btn small" onClick={() => open(it.code)}>
                  {t('write')}
                </button>
              ),
          },
        ]}
      />
      <h2 className="above">{t('changes')}</h2>
      <DataTable
        caption={t('changes')}
        rowKey={(it) => it.id}
        empty={t('noChanges')}
        onOpen={(it) => void navigate({ to: '/definition-changes/$changeId', params: { changeId: it.id } as never })}
        columns={[
          { key: 'kind', title: t('kind'), cell: (it) => changeKind(it.kind) },
          {
            key: 'name',
            title: t('name'),
            cell: (it) => (
              <Link to="/definition-changes/$changeId" params={{ changeId: it.id } as never}>
                {it.name}
              </Link>
            ),
          },
          { key: 'status', title: t('status'), cell: (it) => <Chip tone={proposalTone[it.status] ?? 'grey'}>{proposalStatus(it.status)}</Chip> },
          { key: 'by', title: t('proposedBy'), cell: (it) => `${it.proposed_by} · ${moment(it.proposed_at)}` },
          { key: 'decided', title: t('decidedBy'), cell: (it) => (it.decided_by ? `${it.decided_by} · ${moment(it.decided_at!)}` : '—') },
        ]}
        {...waiting.table}
      />
    </>
  );
}
