import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { yuan } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { Move } from './parts/Move';
import { retryRefund, unapplied, type Loan } from './queries';
import { usePaymentWords } from './paymentWords';
import { loanStatus, loanTone } from './words';

const SETTLED: ReadonlySet<Loan['status']> = new Set(['SETTLED']);

/** Money of borrowers that pays no debt yet: how much, whose, and where it goes. */
export function UnappliedPage() {
  const t = usePaymentWords(), navigate = useNavigate(), cache = useQueryClient(), finance = useMe().roles.includes('finance');
  const list = useCursor(['postloan', 'loans', 'unapplied'], unapplied);
  useTitle(t('unapplied'));
  return (
    <>
      <div className="head">
        <h1>{t('unapplied')}</h1>
      </div>
      <p className="muted">{t('unappliedWhy')}</p>
      <DataTable
        caption={t('unapplied')}
        rowKey={(it) => it.id}
        onOpen={(it) => void navigate({ to: '/loans/$loanId', params: { loanId: it.id } as never, search: { part: 'repayments' } as never })}
        empty={t('noUnapplied')}
        columns={[
          { key: 'loan', title: t('loanNo'), cell: (it) => it.loan_no },
          { key: 'status', title: t('state'), cell: (it) => <Chip tone={loanTone[it.status] ?? 'grey'}>{loanStatus(it.status)}</Chip> },
          { key: 'amount', title: t('unapplied'), align: 'right', cell: (it) => <b>{yuan(it.suspense_minor)}</b> },
          { key: 'next', title: t('next'), cell: (it) => (SETTLED.has(it.status) ? t('refunds') : t('pays')) },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) =>
              finance && (
                <>
                  <Move of={it} onDone={() => void navigate({ to: '/loans/$loanId', params: { loanId: it.id } as never })} />{' '}
                  {SETTLED.has(it.status) && (
                    <Confirm label={t('refund')} small act={(key) => retryRefund(it.id, key)} onDone={() => void cache.invalidateQueries({ queryKey: ['postloan'] })}>
                      <p>{t('refundWhy')}</p>
                    </Confirm>
                  )}
                </>
              ),
          },
        ]}
        {...list.table}
      />
      <p className="muted">{t('split')}</p>
    </>
  );
}
