import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { product, repaymentMethod } from '@/shared/business';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable, type Column } from '@/shared/DataTable';
import { Failed } from '@/shared/Failed';
import { Facts } from '@/shared/Facts';
import { moment, percent, yuan } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { useCursor } from '@/shared/useCursor';
import { Changes } from './parts/Changes';
import { Papers } from './parts/Papers';
import { Record } from './parts/Record';
import { decideRequest, ledger, loan, repayments, requestReversal, requests, retryPayOut, schedule, version, versions, type Loan, type Repayment } from './queries';
import { changeKind, component, eventKind, loanStatus, loanTone, money, requestKind, useWords } from './words';

const PARTS = ['schedule', 'repayments', 'ledger', 'changes', 'papers'] as const;
type Part = (typeof PARTS)[number];

export function LoanPage() {
  const { loanId } = useParams({ strict: false }) as { loanId: string }, { part = 'schedule' } = useSearch({ strict: false }) as { part?: Part };
  const t = useWords(), navigate = useNavigate(), known = useQuery(loan(loanId)), me = useMe(), cache = useQueryClient();
  const refresh = () => void cache.invalidateQueries({ queryKey: ['postloan'] });
  useTitle(known.data?.loan_no, t('loans'));
  if (known.isPending) return <Skeleton lines={8} />;
  if (!known.data) return <Failed error={known.error} onRetry={() => void known.refetch()} />;
  const it = known.data, finance = me.roles.includes('finance');
  return (
    <>
      <div className="head">
        <h1>{it.loan_no}</h1>
        <Chip tone={loanTone[it.status] ?? 'grey'}>{loanStatus(it.status)}</Chip>
        <span className="muted">
          {product(it.product_code)} · {repaymentMethod(it.repayment_method)} · {t('contract')} {it.contract_no}
        </span>
        <span className="fill" />
        {finance && ['ACTIVE', 'OVERDUE'].includes(it.status) && <Record of={it} onDone={refresh} />}
        {finance && it.status === 'FAILED' && <Confirm label={t('retry')} primary act={(key) => retryPayOut(it.id, key)} onDone={refresh} />}
      </div>
      <Figures of={it} />
      {finance && <Waiting loanId={it.id} onDone={refresh} />}
      <div className="tabs" role="group" aria-label={t('loans')}>
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            className="btn quiet"
            aria-current={part === each}
            onClick={() => void navigate({ to: '/loans/$loanId', params: { loanId } as never, search: { part: each } as never })}
          >
            {t(each)}
          </button>
        ))}
      </div>
      {part === 'schedule' && <Schedule loanId={loanId} />}
      {part === 'repayments' && <Repayments of={it} mayReverse={finance} onDone={refresh} />}
      {part === 'ledger' && <Ledger loanId={loanId} />}
      {part === 'changes' && <Changes loanId={loanId} onDone={refresh} />}
      {part === 'papers' && <Papers of={it} onDone={refresh} />}
    </>
  );
}

function Figures({ of }: { of: Loan }) {
  const t = useWords();
  const figures: [string, string][] = [
    [t('principal'), yuan(of.principal_minor)],
    [t('outstanding'), yuan(of.outstanding_principal_minor)],
    [t('dueNow'), yuan(of.due_minor)],
    [t('accrued'), yuan(of.accrued_interest_minor)],
    [t('dpd'), String(of.dpd)],
    [t('unapplied'), yuan(of.suspense_minor)],
    [t('rate'), percent(of.annual_rate)],
    [t('term'), t('months', { n: of.term_months })],
    [t('valueDate'), of.value_date ?? '—'],
    [t('maturity'), of.maturity_date ?? '—'],
  ];
  return (
    <section className="card spaced">
      <Facts rows={figures} />
    </section>
  );
}

/** What a first person asked for and a second one decides. */
function Waiting({ loanId, onDone }: { loanId: string; onDone: () => void }) {
  const t = useWords(), list = useQuery(requests(loanId)), open = list.data?.filter((each) => each.status === 'REQUESTED') ?? [];
  if (!open.length) return null;
  return (
    <section className="card spaced">
      <h2>{t('requests')}</h2>
      {open.map((each) => (
        <div key={each.id} className="head">
          <b>{requestKind(each.kind)}</b> {yuan(each.amount_minor)} {each.to_loan_id && <Target of={each.to_loan_id} />} <span className="muted">{t('askedBy', { who: each.requested_by, when: moment(each.requested_at) })}</span>
          <span className="muted">{each.reason}</span>
          <span className="fill" />
          <Confirm label={t('approve')} primary act={(key) => decideRequest(each.id, true, key)} onDone={onDone} />
          <Confirm label={t('reject')} act={(key) => decideRequest(each.id, false, key)} onDone={onDone} />
        </div>
      ))}
    </section>
  );
}

function Target({ of }: { of: string }) {
  const t = useWords(), known = useQuery(loan(of));
  return (
    <Link to="/loans/$loanId" params={{ loanId: of } as never}>
      {t('movedTo', { loan: known.data?.loan_no ?? '…' })}
    </Link>
  );
}

/** The schedule as it is paid, or a version of before as it was made, with the event that made it. */
function Schedule({ loanId }: { loanId: string }) {
  const t = useWords(), made = useQuery(versions(loanId)).data ?? [], [chosen, setChosen] = useState(0);
  return (
    <>
      {made.length > 1 && (
        <div className="bar">
          <label>
            {t('version')}
            <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
              <option value={0}>{t('asPaid')}</option>
              {made.map((each) => (
                <option key={each.number} value={each.number}>
                  {t('versionOf', { n: each.number, day: each.effective_from, why: each.made_by ? (each.made_by.change ? changeKind(each.made_by.change) : eventKind(each.made_by.kind)) : t('contract') })}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {chosen ? <Version loanId={loanId} number={chosen} /> : <Current loanId={loanId} />}
    </>
  );
}

type Row = { number: number; due_on: string; principal_minor: number; interest_minor: number; fee_minor: number };
/** What a row of a schedule asks. */
const asked = (t: ReturnType<typeof useWords>): Column<Row>[] => [
  { key: 'number', title: t('number'), align: 'right', width: 64, cell: (it) => it.number },
  { key: 'due', title: t('dueOn'), cell: (it) => it.due_on },
  { key: 'principal', title: t('principal'), align: 'right', cell: (it) => yuan(it.principal_minor) },
  { key: 'interest', title: t('interest'), align: 'right', cell: (it) => yuan(it.interest_minor) },
  { key: 'fee', title: t('fee'), align: 'right', cell: (it) => yuan(it.fee_minor) },
];

function Version({ loanId, number }: { loanId: string; number: number }) {
  const t = useWords();
  return <Instalments found={useQuery(version(loanId, number))} columns={[...asked(t), balance(t)]} />;
}

function Current({ loanId }: { loanId: string }) {
  const t = useWords();
  return (
    <Instalments
      found={useQuery(schedule(loanId))}
      columns={[
        ...asked(t),
        { key: 'total', title: t('total'), align: 'right', cell: (it) => <b>{yuan(it.total_minor)}</b> },
        balance(t),
        { key: 'unpaid', title: t('unpaid'), align: 'right', cell: (it) => yuan(it.unpaid_minor) },
        { key: 'settled', title: t('settledOn'), cell: (it) => it.settled_on ?? '—' },
      ]}
    />
  );
}

const balance = (t: ReturnType<typeof useWords>): Column<{ balance_minor: number }> => ({ key: 'balance', title: t('balance'), align: 'right', cell: (it) => yuan(it.balance_minor) });

function Instalments<Line extends Row>({ found, columns }: { found: UseQueryResult<{ instalments: Line[] }>; columns: readonly Column<Line>[] }) {
  const t = useWords();
  return (
    <DataTable
      caption={t('schedule')}
      rows={found.data?.instalments ?? []}
      rowKey={(it) => `${it.number}-${it.due_on}`}
      pending={found.isPending}
      error={found.error}
      onRetry={() => void found.refetch()}
      empty="—"
      columns={columns}
    />
  );
}

function Repayments({ of, mayReverse, onDone }: { of: Loan; mayReverse: boolean; onDone: () => void }) {
  const t = useWords(), list = useCursor(['postloan', 'loan', of.id, 'repayments'], () => repayments(of.id));
  return (
    <DataTable
      caption={t('repayments')}
      rowKey={(it) => `${it.repayment_id}-${it.version}`}
      empty={t('noRepayments')}
      columns={[
        { key: 'received', title: t('received'), cell: (it) => it.received_on },
        { key: 'amount', title: t('amount'), align: 'right', cell: (it) => yuan(it.amount_minor) },
        { key: 'source', title: t('source'), cell: (it) => money(it.source) },
        { key: 'reference', title: t('reference'), cell: (it) => it.reference ?? '—' },
        {
          key: 'allocation',
          title: t('allocation'),
          cell: (it) => (
            <span className="wraps">
              {allocated(it, t)}
            </span>
          ),
        },
        {
          key: 'act',
          title: '',
          align: 'right',
          cell: (it) =>
            it.reversed ? (
              <Chip tone="grey">{requestKind('REVERSAL')}</Chip>
            ) : (
              mayReverse && <Confirm label={t('reverse')} words={t('reason')} small act={(key, words) => requestReversal(of.id, it.repayment_id, words, key)} onDone={onDone} />
            ),
        },
      ]}
      {...list.table}
    />
  );
}

/** What the money paid, and what of it waits because nothing was due. */
function allocated(it: Repayment, t: ReturnType<typeof useWords>) {
  const paid = it.allocation.map((line) => t('line', { n: line.instalment_no, what: component(line.component), amount: yuan(line.amount_minor) }));
  const left = it.amount_minor - it.allocation.reduce((sum, line) => sum + line.amount_minor, 0);
  return [...paid, ...(left > 0 ? [`${t('unapplied')} ${yuan(left)}`] : [])].join('；') || '—';
}

function Ledger({ loanId }: { loanId: string }) {
  const t = useWords(), list = useCursor(['postloan', 'loan', loanId, 'ledger'], () => ledger(loanId));
  return (
    <DataTable
      caption={t('ledger')}
      rowKey={(it) => String(it.id)}
      empty="—"
      columns={[
        { key: 'day', title: t('day'), cell: (it) => it.business_date },
        { key: 'posting', title: t('postingNo'), align: 'right', cell: (it) => it.posting_no },
        { key: 'kind', title: t('kind'), cell: (it) => it.kind },
        { key: 'account', title: t('account'), cell: (it) => it.account },
        { key: 'amount', title: t('amount'), align: 'right', cell: (it) => yuan(it.amount_minor) },
        { key: 'value', title: t('valueDate'), cell: (it) => it.value_date },
      ]}
      {...list.table}
    />
  );
}
