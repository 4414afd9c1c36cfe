import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { Failed } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import './designer.css';
import { Canvas } from './parts/Canvas';
import { Comparison } from './parts/Comparison';
import { SecondPerson } from './parts/SecondPerson';
import { viewerIn } from './parts/viewer';
import { approve, bpmn, processes, proposal, reject, withdraw } from './queries';
import { proposalStatus, proposalTone, useWords } from './words';

/** What is proposed, beside what is in force; a second person publishes it. */
export function ProposalPage() {
  const { proposalId } = useParams({ strict: false }) as { proposalId: string };
  const t = useWords(), cache = useQueryClient(), asked = useQuery(proposal(proposalId)), known = useQuery(processes), it = asked.data;
  const newest = Math.max(0, ...(known.data ?? []).filter((each) => each.code === it?.code).map((each) => each.version));
  const base = it?.published_version ? it.published_version - 1 : newest, before = useQuery({ ...bpmn(it?.code ?? '', base), enabled: known.isSuccess && it !== undefined && base > 0 });
  const refresh = () => void cache.invalidateQueries({ queryKey: ['workflow'] });
  useTitle(it?.name, t('proposals'));
  if (asked.error ?? known.error) return <Failed error={asked.error ?? known.error} onRetry={() => (void asked.refetch(), void known.refetch())} />;
  if (!it || !known.data) return <Skeleton lines={8} />;
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
        <SecondPerson of={it} label={t('approve')} what={t('publishWhat', { code: it.code })} approve={approve} reject={reject} withdraw={withdraw} onDone={refresh} />
      </div>
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
