import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { product } from '@/shared/business';
import { Chip } from '@/shared/Chip';
import { DataTable, type Column } from '@/shared/DataTable';
import { percent, yuan } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { businessDay, loans, type Loan } from './queries';
import { loanStatus, loanTone, useWords } from './words';

const STATUSES = ['PENDING', 'DISBURSING', 'FAILED', 'ACTIVE', 'OVERDUE', 'SETTLED', 'WRITTEN_OFF', 'TRANSFERRED'];

export function LoansPage() {
  const t = useWords(), navigate = useNavigate(), { status, no } = useSearch({ strict: false }) as { status?: string; no?: string };
  const list = useCursor(['postloan', 'loans', status ?? '', no ?? ''], (cursor) => loans(status, no, cursor)), day = useQuery(businessDay);
  useTitle(t('loans'));
  const columns: Column<Loan>[] = [
    { key: 'no', title: t('loanNo'), cell: (it) => it.loan_no },
    { key: 'status', title: t('status'), cell: (it) => <Chip tone={loanTone[it.status] ?? 'grey'}>{loanStatus(it.status)}</Chip> },
    { key: 'product', title: t('product'), cell: (it) => product(it.product_code) },
    { key: 'principal', title: t('principal'), align: 'right', cell: (it) => yuan(it.principal_minor) },
    { key: 'outstanding', title: t('outstanding'), align: 'right', cell: (it) => yuan(it.outstanding_principal_minor) },
    { key: 'due', title: t('dueNow'), align: 'right', cell: (it) => yuan(it.due_minor) },
    { key: 'dpd', title: t('dpd'), align: 'right', cell: (it) => it.dpd },
    { key: 'rate', title: t('rate'), align: 'right', cell: (it) => percent(it.annual_rate) },
    { key: 'value', title: t('valueDate'), cell: (it) => it.value_date ?? '—' },
    { key: 'maturity', title: t('maturity'), cell: (it) => it.maturity_date ?? '—' },
  ];
  return (
    <>
      <div className="head">
        <h1>{t('loans')}</h1>
        {day.data && (
          <span className="muted">
            {t('openDay')} {day.data.business_date}
          </span>
        )}
      </div>
      <div className="bar">
        <label>
          {t('status')}
          <select value={status ?? ''} onChange={(event) => void navigate({ to: '/loans', search: (event.target.value ? { status: event.target.value } : {}) as never })}>
            <option value="">{t('all')}</option>
            {STATUSES.map((each) => (
              <option key={each} value={each}>
                {loanStatus(each)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('find')}
          <input
            type="search"
            defaultValue={no ?? ''}
            onKeyDown={(event) => event.key === 'Enter' && void navigate({ to: '/loans', search: (event.currentTarget.value.trim() ? { no: event.currentTarget.value.trim() } : {}) as never })}
          />
        </label>
      </div>
      <DataTable
        caption={t('loans')}
        columns={columns}
        rowKey={(it) => it.id}
        empty={t('noLoans')}
        onOpen={(it) => void navigate({ to: '/loans/$loanId', params: { loanId: it.id } as never })}
        {...list.table}
      />
    </>
  );
}
