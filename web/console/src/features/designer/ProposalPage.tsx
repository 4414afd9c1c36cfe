import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { Failed } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import './designer.css';
import { Canvas } from './parts/Canvas';
import { Comparison } from './parts/Comparison';
import { viewerIn } from './parts/viewer';
import { approve, bpmn, processes, proposal, reject, withdraw } from './queries';
import { proposalStatus, proposalTone, useWords } from './words';

const DECIDES = new Set(['management', 'process-designer']);

/** What is proposed, beside what is in force; a second person publishes it. */
export function ProposalPage() {
  const { proposalId } = useParams({ strict: false }) as { proposalId: string };
  const t = useWords(), me = useMe(), cache = useQueryClient(), asked = useQuery(proposal(proposalId)), known = useQuery(processes), it = asked.data;
  const newest = Math.max(0, ...(known.data ?? []).filter((each) => each.code === it?.code).map((each) => each.version));
  const base = it?.published_version ? it.published_version - 1 : newest, before = useQuery({ ...bpmn(it?.code ?? '', base), enabled: known.isSuccess && it !== undefined && base > 0 });
  const refresh = () => void cache.invalidateQueries({ queryKey: ['workflow'] });
  useTitle(it?.name, t('proposals'));
  if (asked.error ?? known.error) return <Failed error={asked.error ?? known.error} onRetry={() => (void asked.refetch(), void known.refetch())} />;
  if (!it || !known.data) return <Skeleton lines={8} />;
  const own = it.proposed_by === me.subject, open = it.status === 'PROPOSED', decides = me.roles.some((each) => DECIDES.has(each));
  return (
    <>
      <div className="head">
        <h1>{it.name}</h1>
        <Chip tone={proposalTone[it.status] ?? 'grey'}>{it.published_version ? t('publishedAs', { n: it.published_version }) : proposalStatus(it.status)}</Chip>
        <span className="muted">
          {it.code} · {it.proposed_by} {moment(it.proposed_at)}
          {it.decided_by && ` · ${it.decided_by} ${moment(it.decided_at!)}`}
          {it.reason && ` · ${it.reason}`}
        </span>
        <span className="fill" />
        {open && own && <Confirm label={t('withdraw')} act={(key) => withdraw(it.id, key, '')} onDone={refresh} />}
        {open && decides && !own && (
          <>
            <Confirm label={t('reject')} words={t('reason')} act={(key, words) => reject(it.id, key, words)} onDone={refresh} />
            <Confirm label={t('approve')} primary act={(key) => approve(it.id, key, '')} onDone={refresh}>
              <p>{t('publishWhat', { code: it.code })}</p>
              <label className="check">
                <input type="checkbox" required />
                {t('looked')}
              </label>
            </Confirm>
          </>
        )}
      </div>
      {open && own && <p className="muted">{t('ownProposal')}</p>}
      {before.error && <Failed error={before.error} onRetry={() => void before.refetch()} />}
      {base === 0 && (
        <>
          <p className="muted">{t('firstVersion')}</p>
          <Canvas label={t('afterDrawn')} xml={it.bpmn} make={viewerIn} tall />
        </>
      )}
      {before.data !== undefined && <Comparison before={before.data} after={it.bpmn} beforeTitle={t('beforeDrawn', { n: base })} afterTitle={it.published_version ? t('beforeDrawn', { n: it.published_version }) : t('afterDrawn')} />}
    </>
  );
}
