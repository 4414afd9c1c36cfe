import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { applicationStatus, applicationTone, product } from '@/shared/business';
import { Chip } from '@/shared/Chip';
import { DataTable, type Column } from '@/shared/DataTable';
import { moment, yuan } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { usePeopleOf } from '@/shared/people';
import { decided, type Task } from './queries';
import { choice, choiceTone, useWords } from './words';

/** What somebody has decided, and what became of it. */
export function DecidedPage() {
  const t = useWords(), navigate = useNavigate(), list = useInfiniteQuery(decided);
  const pages = list.data?.pages.map((page) => page.items) ?? [], rows = pages.flat(), { applications, customers } = usePeopleOf(pages);
  useTitle(t('decided'));
  const columns: Column<Task>[] = [
    { key: 'at', title: t('at'), cell: (task) => moment(task.completed_at) },
    { key: 'number', title: t('number'), cell: (task) => applications.get(task.application_id)?.application_no ?? '…' },
    { key: 'customer', title: t('customer'), cell: (task) => customers.get(applications.get(task.application_id)?.customer_id ?? '')?.name ?? '…' },
    { key: 'product', title: t('product'), cell: (task) => product(task.product_code) },
    { key: 'amount', title: t('amount'), align: 'right', cell: (task) => yuan(task.amount_minor) },
    { key: 'stage', title: t('stage'), cell: (task) => task.name },
    { key: 'outcome', title: t('outcome'), cell: (task) => <Chip tone={choiceTone[task.outcome ?? ''] ?? 'grey'}>{choice(task.outcome)}</Chip> },
    {
      key: 'since',
      title: t('since'),
      cell: (task) => {
        const status = applications.get(task.application_id)?.status;
        return status ? <Chip tone={applicationTone[status] ?? 'grey'}>{applicationStatus(status)}</Chip> : '…';
      },
    },
  ];
  return (
    <>
      <div className="head">
        <h1>{t('decided')}</h1>
      </div>
      <DataTable
        caption={t('decided')}
        columns={columns}
        rows={rows}
        rowKey={(task) => task.id}
        pending={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <>
            {t('emptyDecided')} <Link to="/inbox">{t('toInbox')}</Link>
          </>
        }
        onOpen={(task) => void navigate({ to: '/cases/$caseId', params: { caseId: task.case_id } as never })}
        more={{ has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      />
    </>
  );
}
