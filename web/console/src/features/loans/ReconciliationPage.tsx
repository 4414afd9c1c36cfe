import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { Dialog } from '@/shared/Dialog';
import { Failed } from '@/shared/Failed';
import { count, exact, moment, today, yuan } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { useCursor } from '@/shared/useCursor';
import { Clear } from './parts/Clear';
import { ledgerBreaks, payment, reconciliation, settlementDay } from './queries';
import { clearing, settlementBreak, usePaymentWords } from './paymentWords';

const shifted = (day: string, by: number) => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** A day's money three ways: the channel's file, our orders, and the books. */
export function ReconciliationPage() {
  const t = usePaymentWords(), navigate = useNavigate(), { day = shifted(today(), -1) } = useSearch({ strict: false }) as { day?: string };
  const to = (next: string) => void navigate({ to: '/reconciliation', search: { day: next } as never });
  useTitle(t('reconciliation'), day);
  return (
    <>
      <div className="head">
        <h1>{t('reconciliation')}</h1>
      </div>
      <div className="bar">
        <label>
          {t('day')}
          <input type="date" max={today()} value={day} onChange={(event) => event.target.value && to(event.target.value)} />
        </label>
        <button type="button" className="btn" onClick={() => to(shifted(day, -1))}>
          {t('before')}
        </button>
        <button type="button" className="btn" disabled={day >= today()} onClick={() => to(shifted(day, 1))}>
          {t('after')}
        </button>
      </div>
      <div className="grid">
        <Channel day={day} />
        <Books day={day} />
      </div>
    </>
  );
}

const absent = (error: unknown) => error instanceof Problem && error.status === 404;

function Channel({ day }: { day: string }) {
  const t = usePaymentWords(), found = useQuery(settlementDay(day)), [looked, setLooked] = useState<string>(), finance = useMe().roles.includes('finance');
  const open = found.data?.breaks.filter((each) => !each.cleared).length;
  return (
    <section className="card" aria-labelledby="channel">
      <h2 id="channel">{t('channel')}</h2>
      {found.isPending && <Skeleton />}
      {found.error && (absent(found.error) ? <p className="muted">{t('channelNone', { day })}</p> : <Failed error={found.error} onRetry={() => void found.refetch()} />)}
      {found.data && (
        <>
          <p>
            {t('orders', { n: count(found.data.orders), amount: yuan(found.data.amount_minor), when: moment(found.data.compared_at) })}{' '}
            {found.data.breaks.length ? <Chip tone={open ? 5 : 1}>{open ? t('open', { n: open }) : t('done')}</Chip> : <Chip tone={1}>{t('allAgree')}</Chip>}
          </p>
          {found.data.breaks.length > 0 && (
            <DataTable
              caption={t('channel')}
              rows={found.data.breaks}
              rowKey={(it) => it.order_id}
              empty=""
              columns={[
                { key: 'order', title: t('order'), cell: (it) => it.order_id },
                { key: 'kind', title: t('kind'), cell: (it) => <Chip tone={5}>{settlementBreak(it.kind)}</Chip> },
                { key: 'ours', title: t('ours'), align: 'right', cell: (it) => yuan(it.ours_minor) },
                { key: 'theirs', title: t('theirs'), align: 'right', cell: (it) => yuan(it.theirs_minor) },
                { key: 'difference', title: t('difference'), align: 'right', cell: (it) => <b>{yuan((it.theirs_minor ?? 0) - (it.ours_minor ?? 0))}</b> },
                { key: 'cleared', title: t('state'), cell: (it) => (it.cleared ? <Chip tone={1} title={`${it.cleared.reference} · ${it.cleared.note} · ${it.cleared.cleared_by}`}>{clearing(it.cleared.outcome)}</Chip> : <Chip tone={4}>{t('waits')}</Chip>) },
                {
                  key: 'payment',
                  title: t('payment'),
                  align: 'right',
                  cell: (it) => (
                    <>
                      {it.payment_id && (
                        <button type="button" className="btn small" onClick={() => setLooked(it.payment_id!)}>
                          {t('look')}
                        </button>
                      )}{' '}
                      {!it.cleared && finance && <Clear day={day} order={it.order_id} onDone={() => void found.refetch()} />}
                    </>
                  ),
                },
              ]}
            />
          )}
        </>
      )}
      {looked && <Payment id={looked} onClose={() => setLooked(undefined)} />}
    </section>
  );
}

function Payment({ id, onClose }: { id: string; onClose: () => void }) {
  const t = usePaymentWords(), found = useQuery(payment(id));
  return (
    <Dialog title={t('payment')} onClose={onClose} wide>
      {found.isPending && <Skeleton />}
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <p>
            <b>{yuan(found.data.amount_minor)}</b> {found.data.direction} · {found.data.state} · {moment(found.data.requested_at)} ·{' '}
            <Link to="/loans/$loanId" params={{ loanId: found.data.loan_id } as never}>
              {t('loan')}
            </Link>
          </p>
          <DataTable
            caption={t('attempts')}
            rows={found.data.attempts}
            rowKey={(it) => String(it.number)}
            empty="—"
            columns={[
              { key: 'order', title: t('order'), cell: (it) => it.order_id },
              { key: 'sent', title: t('sentAt'), cell: (it) => exact(it.ordered_at) },
              { key: 'absent', title: t('absent'), cell: (it) => exact(it.absent_at) },
            ]}
          />
        </>
      )}
    </Dialog>
  );
}

function Books({ day }: { day: string }) {
  const t = usePaymentWords(), found = useQuery(reconciliation(day)), list = useCursor(['postloan', 'ledger-breaks', day], (cursor) => ledgerBreaks(day, cursor));
  return (
    <section className="card" aria-labelledby="books">
      <h2 id="books">{t('books')}</h2>
      {found.isPending && <Skeleton />}
      {found.error && (absent(found.error) ? <p className="muted">{t('booksNone', { day })}</p> : <Failed error={found.error} onRetry={() => void found.refetch()} />)}
      {found.data && (
        <DataTable
          caption={t('books')}
          rows={found.data.accounts}
          rowKey={(it) => it.account}
          empty="—"
          columns={[
            { key: 'account', title: t('account'), cell: (it) => it.account },
            { key: 'books', title: t('subledger'), align: 'right', cell: (it) => yuan(it.loans_minor) },
            { key: 'ledger', title: t('ledger'), align: 'right', cell: (it) => yuan(it.ledger_minor) },
            { key: 'difference', title: t('difference'), align: 'right', cell: (it) => <b>{yuan(it.ledger_minor - it.loans_minor)}</b> },
          ]}
        />
      )}
      {list.rows.length > 0 && (
        <>
          <h3>{t('loanDiffers')}</h3>
          <DataTable
            caption={t('loanDiffers')}
            rowKey={(it) => `${it.loan_id} ${it.account}`}
            empty=""
            columns={[
              {
                key: 'loan',
                title: t('loan'),
                cell: (it) => (
                  <Link to="/loans/$loanId" params={{ loanId: it.loan_id } as never}>
                    {it.loan_id}
                  </Link>
                ),
              },
              { key: 'account', title: t('account'), cell: (it) => it.account },
              { key: 'books', title: t('gaveBooks'), align: 'right', cell: (it) => yuan(it.books_minor) },
              { key: 'own', title: t('gaveLoan'), align: 'right', cell: (it) => yuan(it.loan_minor) },
            ]}
            {...list.table}
          />
        </>
      )}
    </section>
  );
}
