import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Confirm } from '@/shared/Confirm';
import { DataTable, type Column } from '@/shared/DataTable';
import { Dialog } from '@/shared/Dialog';
import { moment, yuan } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { useState } from 'react';
import { checkCondition, loan, payOuts, refusePayOut, releasePayOut, type PayOut } from './queries';
import { releaseStatus, useWords } from './words';

const STATUSES = ['WAITING', 'RELEASED', 'REFUSED'] as const;

/** Pay-outs that a person releases: the conditions first, then the money, by somebody who had no part in the loan. */
export function PayOutsPage() {
  const t = useWords(), navigate = useNavigate(), cache = useQueryClient();
  const { status = 'WAITING' } = useSearch({ strict: false }) as { status?: PayOut['status'] };
  const list = useCursor(['postloan', 'pay-outs', status], (cursor) => payOuts(status, cursor), 5_000);
  const [open, setOpen] = useState<string>(), shown = list.rows.find((row) => row.id === open);
  const refresh = () => void cache.invalidateQueries({ queryKey: ['postloan'] });
  useTitle(t('payOuts'));
  const columns: Column<PayOut>[] = [
    { key: 'since', title: t('since'), cell: (it) => moment(it.waiting_since) },
    { key: 'loan', title: t('loanNo'), cell: (it) => <LoanLink id={it.loan_id} /> },
    { key: 'branch', title: t('branch'), cell: (it) => it.branch },
    { key: 'amount', title: t('amount'), align: 'right', cell: (it) => yuan(it.amount_minor) },
    { key: 'conditions', title: t('conditions'), cell: (it) => told(it, t) },
    { key: 'by', title: t('by'), cell: (it) => it.decided_by ?? it.asked_by ?? '—' },
    {
      key: 'act',
      title: '',
      align: 'right',
      cell: (it) =>
        it.status === 'WAITING' ? (
          <button type="button" className="btn small" onClick={() => setOpen(it.id)}>
            {t('release')}…
          </button>
        ) : (
          (it.reason ?? '')
        ),
    },
  ];
  return (
    <>
      <div className="head">
        <h1>{t('payOuts')}</h1>
      </div>
      <div className="bar">
        <label>
          {t('status')}
          <select value={status} onChange={(event) => void navigate({ to: '/pay-outs', search: { status: event.target.value } as never })}>
            {STATUSES.map((each) => (
              <option key={each} value={each}>
                {releaseStatus(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <DataTable caption={t('payOuts')} columns={columns} rowKey={(it) => it.id} empty={t('noPayOuts')} {...list.table} />
      {shown && (
        <Dialog title={`${t('release')} ${yuan(shown.amount_minor)}`} onClose={() => setOpen(undefined)}>
          <p className="muted">{t('releaseWhy')}</p>
          <h3>{t('conditions')}</h3>
          {shown.conditions.length === 0 && <p>{t('noConditions')}</p>}
          <ul className="plain-list">
            {shown.conditions.map((condition) => (
              <li key={condition.code}>
                <b>{condition.code}</b>{' '}
                {condition.checked_at ? (
                  <span className="muted">
                    ✓ {condition.evidence} · {condition.checked_by} · {moment(condition.checked_at)}
                  </span>
                ) : (
                  <Confirm label={t('check')} words={t('evidence')} small act={(key, words) => checkCondition(shown.id, condition.code, words, key)} onDone={refresh} />
                )}
              </li>
            ))}
          </ul>
          <p className="actions">
            <Confirm label={t('release')} primary disabled={shown.conditions.some((each) => !each.checked_at)} act={(key) => releasePayOut(shown.id, key)} onDone={refresh}>
              <p>
                {t('release')} <b>{yuan(shown.amount_minor)}</b>
              </p>
            </Confirm>
            <Confirm label={t('refuse')} danger words={t('reason')} act={(key, words) => refusePayOut(shown.id, words, key)} onDone={refresh} />
          </p>
        </Dialog>
      )}
    </>
  );
}

function told(it: PayOut, t: ReturnType<typeof useWords>) {
  return it.conditions.length ? t('checked', { n: it.conditions.filter((each) => each.checked_at).length, of: it.conditions.length }) : t('noConditions');
}

function LoanLink({ id }: { id: string }) {
  const known = useQuery(loan(id));
  return (
    <Link to="/loans/$loanId" params={{ loanId: id } as never}>
      {known.data?.loan_no ?? '…'}
    </Link>
  );
}
