import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { count, exact, moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { consumers, resume, services } from './queries';
import { consumerState, useWords } from './words';

/** Each service: who handles its messages, how far behind he is, and what was set aside. */
export function HealthPage() {
  const t = useWords(), cache = useQueryClient(), resumes = useMe().roles.includes('operations');
  const found = useQueries({ queries: services.map(consumers) });
  const rows = services.flatMap((service, at) => {
    const told = found[at]?.data;
    const shown = told?.consumers.length ? told.consumers : [null];
    return shown.map((each) => ({ process: each === null || each.instance === told?.process.instance ? told?.process : undefined, rates: told?.rates ?? null, service, key: `${service} ${each?.instance ?? ''}`, each, dead: told?.dead ?? null, error: found[at]?.error ?? null, pending: !told }));
  });
  const refresh = () => void cache.invalidateQueries({ queryKey: ['consumers'] });
  useTitle(t('health'));
  return (
    <>
      <div className="head">
        <h1>{t('health')}</h1>
      </div>
      <DataTable
        caption={t('health')}
        rows={rows}
        rowKey={(it) => it.key}
        empty="—"
        columns={[
          { key: 'service', title: t('service'), cell: (it) => it.service },
          {
            key: 'state',
            title: t('consumer'),
            cell: (it) =>
              it.error ? <Chip tone={5}>{t('down')}</Chip> : it.each ? <Chip tone={it.each.state === 'RUNNING' ? 1 : 5}>{consumerState(it.each.state)}</Chip> : it.pending ? '…' : <Chip tone={4}>{t('nobody')}</Chip>,
          },
          { key: 'lag', title: t('lag'), align: 'right', cell: (it) => (it.each ? count(it.each.lag) : '—') },
          { key: 'handled', title: t('handledRate'), align: 'right', cell: (it) => rate(it.process && it.rates?.handled) },
          { key: 'answered', title: t('answeredRate'), align: 'right', cell: (it) => rate(it.process && it.rates?.answered) },
          { key: 'memory', title: t('memory'), align: 'right', cell: (it) => (it.process ? `${(it.process.memory_bytes / 1_048_576).toFixed(0)} MB` : '—') },
          { key: 'up', title: t('up'), cell: (it) => moment(it.process?.since) },
          { key: 'instance', title: t('instance'), cell: (it) => it.each?.instance ?? '—' },
          { key: 'seen', title: t('seen'), cell: (it) => exact(it.each?.seen_at) },
          { key: 'reason', title: t('reason'), cell: (it) => [it.each?.reason, ...(it.each?.missing ?? [])].filter(Boolean).join(' · ') || '—' },
          {
            key: 'dead',
            title: t('dead'),
            align: 'right',
            cell: (it) =>
              it.dead === null ? (
                '—'
              ) : (
                <Link to="/ops/dead-letters" search={{ service: it.service, state: 'DEAD' } as never}>
                  {it.dead}
                </Link>
              ),
          },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) => resumes && it.each?.state === 'STOPPED' && <Confirm label={t('resume')} small act={(key) => resume(it.service, key)} onDone={refresh} />,
          },
        ]}
      />
    </>
  );
}

const rate = (a: number | undefined) => (a === undefined ? '—' : a.toFixed(1));
