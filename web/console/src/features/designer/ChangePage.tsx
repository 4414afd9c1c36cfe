import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { Failed } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { changeKind, useDecisionWords } from './decisionWords';
import { documentDifferences } from './parts/decision';
import { SecondPerson } from './parts/SecondPerson';
import { approveChange, change, decision, decisions, rejectChange, withdrawChange } from './queries';
import { proposalStatus, proposalTone } from './words';

/** A change of what cases run on, beside what is in force; a second person decides it. */
export function ChangePage() {
  const { changeId } = useParams({ strict: false }) as { changeId: string };
  const t = useDecisionWords(), cache = useQueryClient(), asked = useQuery(change(changeId)), known = useQuery(decisions), it = asked.data;
  const isDecision = it?.kind === 'DECISION', versions = (known.data ?? []).filter((each) => each.code === it?.code), newest = Math.max(0, ...versions.map((each) => each.version));
  const own = versions.find((each) => each.sha256 === it?.sha256)?.version, base = own ? own - 1 : newest;
  const before = useQuery({ ...decision(it?.code ?? '', base), enabled: isDecision && known.isSuccess && base > 0 });
  const refresh = () => void cache.invalidateQueries({ queryKey: ['workflow'] });
  useTitle(it?.name, t('changes'));
  const error = asked.error ?? known.error ?? before.error;
  if (error) return <Failed error={error} onRetry={() => (void asked.refetch(), void known.refetch(), void before.refetch())} />;
  if (!it || !known.data || (isDecision && base > 0 && !before.data)) return <Skeleton lines={8} />;
  return (
    <>
      <div className="head">
        <h1>{it.name}</h1>
        <Chip tone="grey">{changeKind(it.kind)}</Chip>
        <Chip tone={proposalTone[it.status] ?? 'grey'}>{proposalStatus(it.status)}</Chip>
        <span className="muted">
          {it.code} · {it.proposed_by} {moment(it.proposed_at)}
          {it.decided_by && ` · ${it.decided_by} ${moment(it.decided_at!)}`}
          {it.decision_reason && ` · ${it.decision_reason}`}
        </span>
        <span className="fill" />
        <SecondPerson of={it} label={t('approve')} what={t('approveWhat', { name: it.name })} approve={approveChange} reject={rejectChange} withdraw={withdrawChange} onDone={refresh} />
      </div>
      {Object.keys(it.report).length > 0 && (
        <p className="muted">
          {t('report')}：{Object.entries(it.report).map(([name, value]) => `${name} ${JSON.stringify(value)}`).join('；')}
        </p>
      )}
      <h2>{before.data ? t('difference') : t('content')}</h2>
      <DataTable
        caption={t('difference')}
        rows={documentDifferences(before.data?.content ?? {}, it.content)}
        rowKey={(each) => each.part}
        empty="—"
        columns={[
          { key: 'part', title: t('part'), cell: (each) => <span className="wraps">{each.part}</span> },
          ...(before.data ? [{ key: 'was', title: t('was'), cell: (each: { before: string }) => <span className="wraps">{each.before || '—'}</span> }] : []),
          { key: 'is', title: t('is'), cell: (each) => <span className="wraps">{each.after || '—'}</span> },
        ]}
      />
    </>
  );
}
