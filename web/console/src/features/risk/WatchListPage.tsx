import { useQueryClient } from '@tanstack/react-query';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { Propose } from './parts/Propose';
import { confirm, confirmRemoval, proposeRemoval, rejectRemoval, watchList, withdraw, type Entry } from './queries';
import { useWords, watchKind, watchStatus, watchTone } from './words';

/** Who is on the list; each entry and each removal by two people. */
export function WatchListPage() {
  const t = useWords(), me = useMe(), cache = useQueryClient(), list = useCursor(['antifraud', 'watch-list'], watchList, 10_000);
  const refresh = () => void cache.invalidateQueries({ queryKey: ['antifraud'] }), changes = me.roles.includes('risk-officer');
  useTitle(t('watchList'));
  return (
    <>
      <div className="head">
        <h1>{t('watchList')}</h1>
        <span className="fill" />
        {changes && <Propose onDone={refresh} />}
      </div>
      <DataTable
        caption={t('watchList')}
        rowKey={(it) => it.id}
        empty={t('empty')}
        columns={[
          { key: 'at', title: t('at'), cell: (it) => moment(it.proposed_at) },
          { key: 'kind', title: t('kind'), cell: (it) => watchKind(it.kind) },
          { key: 'token', title: '#', cell: (it) => <code title={it.token}>{it.token.slice(0, 12)}</code> },
          { key: 'reason', title: t('reason'), cell: (it) => it.reason },
          { key: 'status', title: t('status'), cell: (it) => <Chip tone={watchTone[it.status] ?? 'grey'}>{watchStatus(it.status)}</Chip> },
          { key: 'by', title: t('by'), cell: (it) => `${it.proposed_by} / ${it.confirmed_by ?? '—'}` },
          { key: 'act', title: '', align: 'right', cell: (it) => changes && <Acts of={it} me={me.subject} onDone={refresh} /> },
        ]}
        {...list.table}
      />
    </>
  );
}

function Acts({ of, me, onDone }: { of: Entry; me: string; onDone: () => void }) {
  const t = useWords();
  if (of.status === 'PROPOSED')
    return of.proposed_by === me ? (
      <Confirm label={t('withdraw')} small act={(key) => withdraw(of.id, key)} onDone={onDone} />
    ) : (
      <Confirm label={t('confirm')} small act={(key) => confirm(of.id, key)} onDone={onDone}>
        <p>{of.reason}</p>
      </Confirm>
    );
  if (of.status !== 'ACTIVE') return null;
  if (!of.removal) return <Confirm label={t('remove')} small words={t('reason')} act={(key, words) => proposeRemoval(of.id, words, key)} onDone={onDone} />;
  return (
    <>
      <Confirm label={t('confirmRemoval')} small act={(key) => confirmRemoval(of.id, key)} onDone={onDone}>
        <p>{of.removal.reason}</p>
      </Confirm>{' '}
      <Confirm label={t('keep')} small act={(key) => rejectRemoval(of.id, key)} onDone={onDone} />
    </>
  );
}
