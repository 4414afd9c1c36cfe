import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { applicationStatus, applicationTone, product, source } from '@/shared/business';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { Failed } from '@/shared/Failed';
import { day, moment, yuan } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { useCursor } from '@/shared/useCursor';
import { AllPapers } from './parts/AllPapers';
import { Communications } from './parts/Communications';
import { Visits } from './parts/Visits';
import { applications, consentsOf, loansOf, oneCustomer } from './queries';
import { useWords, waitsFor } from './words';

/** A customer and his history on one page: applications, papers, visits, what was said, loans, consents. */
export function CustomerPage() {
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  const t = useWords(), navigate = useNavigate(), known = useQuery(oneCustomer(customerId)), it = known.data;
  const list = useCursor(['application', 'list', '', customerId], (cursor) => applications(undefined, customerId, cursor));
  const loans = useQuery(loansOf(customerId)), consents = useQuery(consentsOf(customerId));
  useTitle(it?.name, t('customerPage'));
  if (known.isPending) return <Skeleton lines={8} />;
  if (!it) return <Failed error={known.error} onRetry={() => void known.refetch()} />;
  return (
    <>
      <div className="head">
        <h1>{it.name}</h1>
        <span className="muted">
          {[it.sex === 'M' ? t('male') : it.sex === 'F' ? t('female') : '', t('born', { year: it.birth_year }), it.identity_number, it.mobile, it.card_number].filter(Boolean).join(' · ')}
        </span>
        <span className="fill" />
        <Link to="/applications/new" search={{ customer: it.id } as never} className="btn primary">
          {t('newApplication')}
        </Link>
      </div>
      <div className="grid">
        <section className="card" aria-labelledby="his-applications">
          <h2 id="his-applications">{t('hisApplications')}</h2>
          <DataTable
            caption={t('applications')}
            rowKey={(row) => row.id}
            empty={t('none')}
            onOpen={(row) => void navigate({ to: '/applications/$applicationId', params: { applicationId: row.id } as never })}
            columns={[
              { key: 'created', title: t('created'), cell: (row) => moment(row.created_at) },
              { key: 'no', title: t('number'), cell: (row) => row.application_no },
              { key: 'product', title: t('product'), cell: (row) => product(row.product_code) },
              { key: 'amount', title: t('amount'), align: 'right', cell: (row) => yuan(row.amount_minor) },
              { key: 'status', title: t('status'), cell: (row) => <Chip tone={applicationTone[row.status] ?? 'grey'}>{applicationStatus(row.status)}</Chip> },
              { key: 'waits', title: t('waits'), cell: (row) => (row.disbursed_at ? '—' : waitsFor(row.status)) },
            ]}
            {...list.table}
          />
        </section>
        <AllPapers applications={list.rows} />
        <Visits customerId={it.id} applications={list.rows} />
        <Communications customerId={it.id} />
        <div className="grid even">
          <section className="card" aria-labelledby="his-loans">
            <h2 id="his-loans">{t('loans')}</h2>
            {loans.data?.length === 0 && <p className="muted">{t('noLoans')}</p>}
            <ul className="plain-list">
              {loans.data?.map((loan) => (
                <li key={loan.id}>
                  <Link to="/loans/$loanId" params={{ loanId: loan.id } as never}>
                    {loan.loan_no}
                  </Link>{' '}
                  {yuan(loan.outstanding_principal_minor)} <span className="muted">/ {yuan(loan.principal_minor)}</span>
                </li>
              ))}
            </ul>
          </section>
          <section className="card" aria-labelledby="his-consents">
            <h2 id="his-consents">{t('consents')}</h2>
            <ul className="plain-list">
              {consents.data?.map((each) => (
                <li key={each.id}>
                  {source(each.source)} <Chip tone={each.in_force ? 1 : 'grey'}>{each.in_force ? t('inForce', { until: day(each.valid_until) }) : t('ended')}</Chip>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}
