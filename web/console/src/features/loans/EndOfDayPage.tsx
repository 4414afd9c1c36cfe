import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { Failed } from '@/shared/Failed';
import { count, exact } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { useCursor } from '@/shared/useCursor';
import { approveClosing, askClosing, businessDay, closing, rejectClosing, setAside } from './queries';
import { closingStatus, closingStep, useWords } from './words';

const STEPS = ['ACCRUE', 'ADVANCE', 'END', 'POST', 'DONE'];

/** The close of the business day: asked for by one, begun by another, followed step by step. */
export function EndOfDayPage() {
  const t = useWords(), cache = useQueryClient(), open = useQuery(businessDay);
  const refresh = () => void cache.invalidateQueries({ queryKey: ['postloan'] });
  useTitle(t('endOfDay'));
  if (open.isPending) return <Skeleton />;
  if (!open.data) return <Failed error={open.error} onRetry={() => void open.refetch()} />;
  const { business_date: day, closing: run, closing_asked_by: askedBy } = open.data;
  return (
    <>
      <div className="head">
        <h1>{t('endOfDay')}</h1>
        <span className="muted">
          {t('openDay')} <b>{day}</b>
        </span>
      </div>
      <section className="card spaced">
        {!run && !askedBy && (
          <>
            <p>{t('notAsked')}</p>
            <p className="muted">{t('askWhy')}</p>
            <Confirm label={t('ask')} primary title={`${t('ask')} ${day}`} act={(key) => askClosing(day, key)} onDone={refresh} />
          </>
        )}
        {askedBy && run?.status !== 'RUNNING' && (
          <>
            <p>{t('waitsFor', { who: askedBy })}</p>
            <p className="actions">
              <Confirm label={t('approve')} primary title={`${t('endOfDay')} ${day}`} act={(key) => approveClosing(day, key)} onDone={refresh} />
              <Confirm label={t('reject')} act={(key) => rejectClosing(day, key)} onDone={refresh} />
            </p>
          </>
        )}
        {run?.status === 'RUNNING' && <Run of={run} />}
      </section>
      <Before day={dayBefore(day)} />
    </>
  );
}

type Closing = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof closing>['queryFn']>>>>;

function Run({ of }: { of: Closing }) {
  const t = useWords(), at = STEPS.indexOf(of.step);
  return (
    <>
      <p>
        <Chip tone={of.status === 'DONE' ? 1 : 2}>{closingStatus(of.status)}</Chip> {t('progress', { accruals: count(of.accruals), due: count(of.due), missed: count(of.missed), setAside: count(of.set_aside) })}
      </p>
      <ol className="steps">
        {STEPS.map((step, number) => (
          <li key={step} aria-current={number === at && of.status !== 'DONE' ? 'step' : undefined} className={number < at || of.status === 'DONE' ? 'done' : ''}>
            {closingStep(step)}
          </li>
        ))}
      </ol>
      <p className="muted">
        {t('began')} {exact(of.started_at)} · {t('ended')} {exact(of.closed_at)} · {t('by')} {of.requested_by}
      </p>
    </>
  );
}

function Before({ day }: { day: string }) {
  const t = useWords(), run = useQuery({ ...closing(day), retry: false, refetchInterval: false });
  const aside = useCursor(['postloan', 'set-aside', day], (cursor) => setAside(day, cursor));
  if (!run.data) return null;
  return (
    <section className="card">
      <h2>
        {t('lastDay')} {day}
      </h2>
      <Run of={run.data} />
      <h3>{t('setAside')}</h3>
      <DataTable
        caption={t('setAside')}
        rowKey={(it) => it.loan_id}
        empty={t('noSetAside')}
        columns={[
          {
            key: 'loan',
            title: t('loanNo'),
            cell: (it) => (
              <Link to="/loans/$loanId" params={{ loanId: it.loan_id } as never}>
                {it.loan_id}
              </Link>
            ),
          },
          { key: 'problem', title: t('problem'), cell: (it) => it.problem },
        ]}
        {...aside.table}
      />
    </section>
  );
}

const dayBefore = (day: string) => new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
