import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Problem } from '@/api/problem';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { moment, yuan } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { Fetch } from '@/shared/Fetch';
import { glFile, trialBalance } from './queries';
import { useWords } from './words';

export function TrialBalancePage() {
  const t = useWords(), navigate = useNavigate(), { day } = useSearch({ strict: false }) as { day?: string }, found = useQuery(trialBalance(day));
  useTitle(t('trialBalance'));
  const it = found.data, none = found.error instanceof Problem && found.error.status === 404;
  return (
    <>
      <div className="head">
        <h1>{t('trialBalance')}</h1>
        {it && (
          <>
            <Chip tone={it.debit_minor === it.credit_minor ? 1 : 5}>{it.debit_minor === it.credit_minor ? t('balanced') : t('unbalanced')}</Chip>
            <span className="muted">
              {t('asOf', { day: it.business_date })} · {moment(it.posted_at)} · {t('debit')} {yuan(it.debit_minor)} · {t('credit')} {yuan(it.credit_minor)}
            </span>
          </>
        )}
      </div>
      <div className="bar">
        <label>
          {t('day')}
          <input type="date" value={day ?? it?.business_date ?? ''} onChange={(event) => void navigate({ to: '/trial-balance', search: (event.target.value ? { day: event.target.value } : {}) as never })} />
        </label>
        <Fetch label={t('glFile')} disabled={!it} read={() => glFile(it!.business_date)} name={`gl-${it?.business_date}.csv`} />
      </div>
      <DataTable
        caption={t('trialBalance')}
        rows={it?.lines ?? []}
        rowKey={(line) => line.number}
        pending={found.isPending}
        error={none ? undefined : found.error}
        onRetry={() => void found.refetch()}
        empty={t('noBalance')}
        columns={[
          { key: 'number', title: t('account'), cell: (line) => line.number },
          { key: 'name', title: t('name'), cell: (line) => line.name_zh },
          { key: 'debited', title: t('debited'), align: 'right', cell: (line) => yuan(line.debited_minor) },
          { key: 'credited', title: t('credited'), align: 'right', cell: (line) => yuan(line.credited_minor) },
          { key: 'debit', title: t('debit'), align: 'right', cell: (line) => yuan(line.debit_minor) },
          { key: 'credit', title: t('credit'), align: 'right', cell: (line) => yuan(line.credit_minor) },
        ]}
      />
    </>
  );
}
