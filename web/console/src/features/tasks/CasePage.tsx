import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { product, repaymentMethod } from '@/shared/business';
import { DueChip, GradeChip } from '@/shared/Chip';
import { Failed } from '@/shared/Failed';
import { yuan } from '@/shared/format';
import { useKeys } from '@/shared/keys';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Reveal } from '@/shared/Reveal';
import { Skeleton } from '@/shared/Skeleton';
import { Ballots } from './parts/Ballots';
import { Beside } from './parts/Beside';
import { Binds } from './parts/Binds';
import { Course, History } from './parts/Course';
import { Decide } from './parts/Decide';
import { Documents } from './parts/Documents';
import { Evidence } from './parts/Evidence';
import { Notes } from './parts/Notes';
import { Recommendation } from './parts/Recommendation';
import { Sources } from './parts/Sources';
import { WhatIf } from './parts/WhatIf';
import { useCaseWords } from './parts/words';
import { caseView, customer, nextTask, type Case } from './queries';

export function CasePage() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const view = useQuery(caseView(caseId));
  if (view.isPending) return <Skeleton lines={8} />;
  if (!view.data) return <Failed error={view.error} onRetry={() => void view.refetch()} />;
  return <Decision key={caseId} of={view.data} />;
}

const WAITING = new Set(['OPEN', 'CLAIMED']);

function Decision({ of }: { of: Case }) {
  const t = useCaseWords(), me = useMe(), navigate = useNavigate(), cache = useQueryClient(), [history, setHistory] = useState(false), [wish, setWish] = useState<number>();
  const task = of.tasks.find((each) => WAITING.has(each.status) && me.roles.includes(each.role));
  const next = async () => {
    const found = await cache.fetchQuery({ queryKey: ['workflow', 'next', of.id], queryFn: async () => (await nextTask(me.subject, of.id)) ?? null, staleTime: 0 });
    await navigate(found ? ({ to: '/cases/$caseId', params: { caseId: found.case_id } } as never) : { to: '/inbox' });
  };
  useTitle(of.application_no, t('case'));
  useKeys({ h: () => setHistory(true), n: () => void next() });
  return (
    <>
      <div className="head">
        <h1>{of.application_no}</h1>
        <Person of={of} taskId={task?.id} />
        {of.risk && <GradeChip grade={of.risk.grade} />}
        {task && <DueChip due={task.due_at} />}
        <span className="fill" />
        <button type="button" className="btn" onClick={() => setHistory(true)}>
          {t('history')} <kbd>h</kbd>
        </button>
        <button type="button" className="btn" onClick={() => void next()}>
          {t('nextCase')} <kbd>n</kbd>
        </button>
      </div>
      <p className="muted">
        {product(of.product_code)} · {t('requested')} <b>{yuan(of.amount_minor)}</b> / {t('months', { n: of.term_months })} · {repaymentMethod(of.repayment_method)} ·{' '}
        {t('process', { name: of.process_code, n: of.process_version })}
      </p>
      <div className="grid two">
        <div className="grid">
          <Recommendation of={of} />
          <WhatIf of={of} onTake={task ? setWish : undefined} />
          <Sources of={of} />
          <Ballots of={of} />
          <Course of={of} />
          {task && <Notes task={task} />}
        </div>
        <div className="grid">
          <Binds of={of} task={task} />
          {task && <Evidence of={of} task={task} />}
          <Decide of={of} task={task} wish={wish} />
          <Documents applicationId={of.application_id} />
          <Beside caseId={of.id} />
        </div>
      </div>
      {history && <History applicationId={of.application_id} onClose={() => setHistory(false)} />}
    </>
  );
}

function Person({ of, taskId }: { of: Case; taskId?: string }) {
  const t = useCaseWords(), known = useQuery(customer(of.customer_id)), me = useMe();
  if (!known.data) return <span className="muted">{known.error ? '—' : '…'}</span>;
  const { name, sex, birth_year, identity_number, mobile } = known.data;
  const masked = [name, ...(sex === 'M' ? [t('male')] : sex === 'F' ? [t('female')] : []), t('born', { year: birth_year }), identity_number, mobile].join(' · ');
  if (!me.roles.some((role) => role === 'approver' || role === 'risk-officer')) return <span>{masked}</span>;
  return (
    <span>
      <Reveal customerId={of.customer_id} taskId={taskId} masked={masked} />
    </span>
  );
}
