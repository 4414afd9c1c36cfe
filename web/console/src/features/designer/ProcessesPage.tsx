import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { blank, codeIn, drawn } from './drafts';
import { Drafts, NewOne } from './parts/Begun';
import { newestOf } from './parts/grouped';
import { processes, proposals } from './queries';
import { proposalStatus, proposalTone, useWords } from './words';

/** What runs, what is being drawn, and what waits for a second person. */
export function ProcessesPage() {
  const t = useWords(), me = useMe(), navigate = useNavigate(), published = useQuery(processes), kept = drawn.use();
  const waiting = useCursor(['workflow', 'proposals'], proposals), draws = me.roles.includes('process-designer');
  const design = (code: string, version?: number) => void navigate({ to: '/processes/$code/design', params: { code } as never, search: (version ? { version } : {}) as never });
  const newest = newestOf(published.data ?? []);
  useTitle(t('processes'));
  return (
    <>
      <div className="head">
        <h1>{t('processes')}</h1>
        <span className="fill" />
        {draws && <Import onRead={(code, xml) => (drawn.keep({ code, base: newest.find((it) => it.code === code)?.version ?? null, text: xml }), design(code))} />}
        {draws && <NewOne title={t('newProcess')} onCreate={(code, name) => (drawn.keep({ code, base: null, text: blank(code, name) }), design(code))} />}
      </div>
      {draws && <Drafts of={drawn} onOpen={design} />}
      <h2 className={kept.length && draws ? 'above' : undefined}>{t('inForce')}</h2>
      <DataTable
        caption={t('inForce')}
        rows={newest}
        rowKey={(it) => it.code}
        pending={published.isPending}
        error={published.error}
        onRetry={() => void published.refetch()}
        empty={t('noProcesses')}
        columns={[
          { key: 'name', title: t('name'), cell: (it) => it.name },
          { key: 'code', title: t('code'), cell: (it) => it.code },
          { key: 'version', title: t('version'), cell: (it) => `v${it.version}` },
          { key: 'by', title: t('publishedBy'), cell: (it) => it.published_by.replace(',', ' · ') },
          { key: 'at', title: t('publishedAt'), cell: (it) => moment(it.published_at) },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) => (
              <>
                {draws && !kept.some((each) => each.code === it.code) && (
                  <button type="button" className="btn small" onClick={() => design(it.code, it.version)}>
                    {t('draw')}
                  </button>
                )}{' '}
                <Link className="btn small" to="/processes/$code/map" params={{ code: it.code } as never}>
                  {t('heat')}
                </Link>{' '}
                {it.version > 1 && (
                  <Link className="btn small" to="/processes/$code/compare" params={{ code: it.code } as never} search={{ before: it.version - 1, after: it.version } as never}>
                    {t('compare')}
                  </Link>
                )}
              </>
            ),
          },
        ]}
      />
      <h2 className="above">{t('proposals')}</h2>
      <DataTable
        caption={t('proposals')}
        rowKey={(it) => it.id}
        empty={t('noProposals')}
        onOpen={(it) => void navigate({ to: '/process-proposals/$proposalId', params: { proposalId: it.id } as never })}
        columns={[
          {
            key: 'name',
            title: t('name'),
            cell: (it) => (
              <Link to="/process-proposals/$proposalId" params={{ proposalId: it.id } as never}>
                {it.name}
              </Link>
            ),
          },
          { key: 'code', title: t('code'), cell: (it) => it.code },
          { key: 'status', title: t('status'), cell: (it) => <Chip tone={proposalTone[it.status] ?? 'grey'}>{proposalStatus(it.status)}</Chip> },
          { key: 'version', title: t('version'), cell: (it) => (it.published_version ? `v${it.published_version}` : '—') },
          { key: 'by', title: t('proposedBy'), cell: (it) => `${it.proposed_by} · ${moment(it.proposed_at)}` },
          { key: 'decided', title: t('decidedBy'), cell: (it) => (it.decided_by ? `${it.decided_by} · ${moment(it.decided_at!)}` : '—') },
        ]}
        {...waiting.table}
      />
    </>
  );
}

/** A file of Camunda Modeler, or one that was drawn here. */
function Import({ onRead }: { onRead: (code: string, xml: string) => void }) {
  const t = useWords(), field = useRef<HTMLInputElement>(null), [wrong, setWrong] = useState(false);
  const read = async (file: File | undefined) => {
    const xml = (await file?.text()) ?? '', code = codeIn(xml);
    setWrong(!code);
    if (code) onRead(code, xml);
  };
  return (
    <>
      {wrong && (
        <span className="refused" role="alert">
          {t('notBpmn')}
        </span>
      )}
      <input ref={field} className="sr" type="file" accept=".bpmn,.xml" aria-label={t('importFile')} tabIndex={-1} onChange={({ target }) => void read(target.files?.[0])} />
      <button type="button" className="btn" onClick={() => field.current?.click()}>
        {t('importFile')}
      </button>
    </>
  );
}
