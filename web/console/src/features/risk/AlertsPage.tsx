import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Chip, type Tone } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { Refused } from '@/shared/Failed';
import { finding, fraudOutcome } from '@/shared/findings';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { usePeopleOf } from '@/shared/people';
import { useCursor } from '@/shared/useCursor';
import { Propose } from './parts/Propose';
import { ALERTS, alerts, caseOf, type Alert } from './queries';
import { useWords } from './words';

const TONE: Record<string, Tone> = { REVIEW: 3, DECLINE: 5, STOP: 4 };
const PAGE = 100;

/** What the screening did not let pass, and why; whoever looks goes to its case, or puts somebody on the list. */
export function AlertsPage() {
  const t = useWords(), me = useMe(), navigate = useNavigate(), { outcome } = useSearch({ strict: false }) as { outcome?: Alert };
  const list = useCursor(['antifraud', 'alerts', outcome ?? ''], (cursor) => alerts(outcome, cursor), 10_000);
  const { applications, customers } = usePeopleOf(Array.from({ length: Math.ceil(list.rows.length / PAGE) }, (_, at) => list.rows.slice(at * PAGE, (at + 1) * PAGE)));
  const open = useMutation({ mutationFn: (applicationId: string) => caseOf(applicationId), onSuccess: (found) => void navigate({ to: '/cases/$caseId', params: { caseId: found.id } as never }) });
  useTitle(t('alerts'));
  return (
    <>
      <div className="head">
        <h1>{t('alerts')}</h1>
      </div>
      <div className="bar">
        <label>
          {t('outcome')}
          <select value={outcome ?? ''} onChange={({ target }) => void navigate({ to: '/alerts', search: (target.value ? { outcome: target.value } : {}) as never })}>
            <option value="">{t('anyAlert')}</option>
            {ALERTS.map((each) => (
              <option key={each} value={each}>
                {fraudOutcome(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Refused error={open.error} />
      <DataTable
        caption={t('alerts')}
        rowKey={(it) => it.id}
        empty={t('noAlerts')}
        onOpen={(it) => open.mutate(it.application_id)}
        columns={[
          { key: 'at', title: t('screenedAt'), cell: (it) => moment(it.screened_at) },
          { key: 'number', title: t('application'), cell: (it) => applications.get(it.application_id)?.application_no ?? '…' },
          { key: 'customer', title: t('customer'), cell: (it) => customers.get(applications.get(it.application_id)?.customer_id ?? '')?.name ?? '…' },
          { key: 'outcome', title: t('outcome'), cell: (it) => <Chip tone={TONE[it.outcome] ?? 'grey'}>{fraudOutcome(it.outcome)}</Chip> },
          { key: 'why', title: t('reason'), cell: (it) => <span className="wraps">{[...new Set(it.reasons.map((each) => `${finding(each.code)} ${each.code}`))].join('；') || '—'}</span> },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) => me.roles.includes('risk-officer') && <Propose of={it.application_id} small onDone={() => void navigate({ to: '/watch-list' })} />,
          },
        ]}
        {...list.table}
      />
      <p className="muted">
        <Link to="/watch-list">{t('watchList')}</Link>
      </p>
    </>
  );
}
