import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { applicationStatus, applicationTone, product } from '@/shared/business';
import { Chip } from '@/shared/Chip';
import { DataTable, type Column } from '@/shared/DataTable';
import { moment, yuan } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { customersOf, unique } from '@/shared/people';
import { useCursor } from '@/shared/useCursor';
import { applications, type Line } from './queries';
import { useWords, waitsFor } from './words';

const STATUSES = ['DRAFT', 'SUBMITTED', 'SUPPLEMENT', 'REVIEW', 'APPROVAL', 'APPROVED', 'CONDITIONAL', 'DECLINED', 'WITHDRAWN', 'EXPIRED'];

export function ApplicationsPage() {
  const t = useWords(), navigate = useNavigate(), { status, customer } = useSearch({ strict: false }) as { status?: string; customer?: string };
  const list = useCursor(['application', 'list', status ?? '', customer ?? ''], (cursor) => applications(status, customer, cursor), 10_000);
  const customers = useQuery(customersOf(unique(list.rows.map((row) => row.customer_id)).slice(0, 200))).data;
  useTitle(t('applications'));
  const columns: Column<Line>[] = [
    { key: 'created', title: t('created'), cell: (it) => moment(it.created_at) },
    { key: 'no', title: t('number'), cell: (it) => it.application_no },
    {
      key: 'customer',
      title: t('customer'),
      cell: (it) => (
        <Link to="/customers/$customerId" params={{ customerId: it.customer_id } as never}>
          {customers?.get(it.customer_id)?.name ?? '…'}
        </Link>
      ),
    },
    { key: 'product', title: t('product'), cell: (it) => product(it.product_code) },
    { key: 'amount', title: t('amount'), align: 'right', cell: (it) => yuan(it.amount_minor) },
    { key: 'term', title: t('term'), align: 'right', cell: (it) => t('months', { n: it.term_months }) },
    { key: 'status', title: t('status'), cell: (it) => <Chip tone={applicationTone[it.status] ?? 'grey'}>{applicationStatus(it.status)}</Chip> },
    { key: 'waits', title: t('waits'), cell: (it) => <span className="muted">{it.disbursed_at ? '—' : waitsFor(it.status)}</span> },
  ];
  return (
    <>
      <div className="head">
        <h1>{t('applications')}</h1>
        <span className="fill" />
        <Link to="/applications/new" className="btn primary">
          {t('newApplication')}
        </Link>
      </div>
      <div className="bar">
        <label>
          {t('status')}
          <select value={status ?? ''} onChange={({ target }) => void navigate({ to: '/applications', search: { ...(target.value && { status: target.value }), ...(customer && { customer }) } as never })}>
            <option value="">{t('all')}</option>
            {STATUSES.map((each) => (
              <option key={each} value={each}>
                {applicationStatus(each)}
              </option>
            ))}
          </select>
        </label>
        {(status || customer) && (
          <button type="button" className="btn quiet" onClick={() => void navigate({ to: '/applications', search: {} as never })}>
            {t('clear')}
          </button>
        )}
      </div>
      <DataTable
        caption={t('applications')}
        columns={columns}
        rowKey={(it) => it.id}
        empty={
          <>
            {t('none')} <Link to="/applications/new">{t('begin')}</Link>
          </>
        }
        onOpen={(it) => void navigate({ to: '/applications/$applicationId', params: { applicationId: it.id } as never })}
        {...list.table}
      />
    </>
  );
}
