import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { titlesOf } from '@/shared/titles';
import { useCursor } from '@/shared/useCursor';
import { Propose } from './parts/Propose';
import { approveRoles, rejectRoles, roleChanges, staff, withdrawRoles, type RoleChange } from './queries';
import { standingOf, useWords } from './words';

const PROPOSES = 'system-administrator', DECIDES = new Set(['security-administrator', 'management']);

/** Who works here and with which roles; each change by two persons. */
export function StaffPage() {
  const t = useWords(), me = useMe(), cache = useQueryClient(), navigate = useNavigate(), { find = '' } = useSearch({ strict: false }) as { find?: string };
  const known = useQuery(staff), list = useCursor(['workflow', 'role-changes'], roleChanges, 5_000);
  const refresh = () => void cache.invalidateQueries({ queryKey: ['workflow'] }), proposes = me.roles.includes(PROPOSES);
  const sought = find.toLowerCase(), shown = (known.data ?? []).filter((each) => !sought || [each.subject, ...each.roles, titlesOf(each.roles), each.branch ?? ''].join(' ').toLowerCase().includes(sought));
  useTitle(t('title'));
  return (
    <>
      <div className="head">
        <h1>{t('title')}</h1>
        <span className="fill" />
        {proposes && <Propose onDone={refresh} />}
      </div>
      <p className="muted">{t('why')}</p>
      <h2>{t('changes')}</h2>
      <DataTable
        caption={t('changes')}
        rowKey={(it) => it.id}
        empty={t('noChanges')}
        columns={[
          { key: 'who', title: t('subject'), cell: (it) => it.subject },
          { key: 'before', title: t('before'), cell: (it) => titlesOf(it.before_roles) || t('nobody') },
          { key: 'after', title: t('after'), cell: (it) => <b>{titlesOf(it.roles) || t('left')}</b> },
          { key: 'branch', title: t('branch'), cell: (it) => (it.branch === it.before_branch ? (it.branch ?? '—') : `${it.before_branch ?? '—'} → ${it.branch ?? '—'}`) },
          { key: 'reason', title: t('reason'), cell: (it) => <span className="wraps">{it.reason}</span> },
          { key: 'by', title: t('by'), cell: (it) => `${it.proposed_by} · ${moment(it.proposed_at)}` },
          { key: 'decided', title: t('decided'), cell: (it) => (it.decided_by ? `${it.decided_by} · ${moment(it.decided_at)}` : '—') },
          { key: 'status', title: t('status'), cell: (it) => <Standing of={it} /> },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) =>
              it.status === 'PROPOSED' && (
                <>
                  {me.roles.some((role) => DECIDES.has(role)) && it.proposed_by !== me.subject && it.subject !== me.subject && (
                    <>
                      <Confirm label={t('approve')} small act={(key) => approveRoles(it.id, key)} onDone={refresh}>
                        <p>{`${it.subject}：${titlesOf(it.before_roles) || t('nobody')} → ${titlesOf(it.roles) || t('left')}`}</p>
                      </Confirm>{' '}
                      <Confirm label={t('reject')} small words={t('reason')} act={(key, words) => rejectRoles(it.id, words, key)} onDone={refresh} />
                    </>
                  )}
                  {it.proposed_by === me.subject && <Confirm label={t('withdraw')} small act={(key) => withdrawRoles(it.id, key)} onDone={refresh} />}
                </>
              ),
          },
        ]}
        {...list.table}
      />
      <div className="head above">
        <h2>{t('people')}</h2>
        <span className="fill" />
        <label>
          <span className="sr">{t('search')}</span>
          <input type="search" placeholder={t('search')} value={find} onChange={({ target }) => void navigate({ to: '/staff', search: (target.value ? { find: target.value } : {}) as never, replace: true })} />
        </label>
      </div>
      <DataTable
        caption={t('people')}
        rows={shown}
        rowKey={(it) => it.subject}
        pending={known.isPending}
        error={known.error}
        onRetry={() => void known.refetch()}
        empty={t('none')}
        columns={[
          { key: 'who', title: t('subject'), cell: (it) => it.subject },
          { key: 'roles', title: t('roles'), cell: (it) => (it.roles.length ? titlesOf(it.roles) : <Chip tone="grey">{t('left')}</Chip>) },
          { key: 'branch', title: t('branch'), cell: (it) => it.branch ?? '—' },
          { key: 'since', title: t('since'), cell: (it) => moment(it.reported_at) },
          { key: 'act', title: '', align: 'right', cell: (it) => proposes && it.subject !== me.subject && <Propose key={it.roles.join()} member={it} onDone={refresh} /> },
        ]}
      />
    </>
  );
}

function Standing({ of }: { of: RoleChange }) {
  const t = useWords(), [word, tone] = standingOf(of);
  return <Chip tone={tone}>{t(word)}</Chip>;
}
