import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { product } from '@/shared/business';
import { DueChip } from '@/shared/Chip';
import { DataTable, type Column } from '@/shared/DataTable';
import { Refused } from '@/shared/Failed';
import { count, urgency, yuan } from '@/shared/format';
import { useKeys } from '@/shared/keys';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { usePeopleOf } from '@/shared/people';
import { useLang, type Lang } from '@/shared/words';
import { claimTask, counts, inbox, releaseTask, type Filters, type Task } from './queries';
import { useWords } from './words';

export function InboxPage() {
  const t = useWords(), me = useMe(), navigate = useNavigate(), cache = useQueryClient();
  const filters = useSearch({ strict: false }) as Filters, filter = useRef<HTMLSelectElement>(null);
  const list = useInfiniteQuery(inbox(filters)), waiting = useQuery(counts(filters)), lang = useLang(), pages = usePages(list.data), rows = useMemo(() => pages.flat(), [pages]);
  const { applications, customers } = usePeopleOf(pages), [refused, setRefused] = useState<unknown>(null);
  const fresh = useFresh(waiting.data?.all, list.dataUpdatedAt);
  useTitle(t('inbox'));

  const set = (change: Filters) => void navigate({ to: '/inbox', search: { ...filters, ...change } as never });
  const reload = useCallback(() => Promise.all([cache.invalidateQueries({ queryKey: ['workflow', 'tasks'] }), cache.invalidateQueries({ queryKey: ['workflow', 'task-counts'] })]), [cache]);
  /** What a claim gave, in its row; the list stays as it is. After a refusal it is read anew: somebody else was faster. */
  const done = useCallback(
    async (changed: Task | null) => {
      if (!changed) return reload();
      await cache.invalidateQueries({ queryKey: ['workflow', 'task-counts'] });
      cache.setQueriesData<Pages>({ queryKey: ['workflow', 'tasks'] }, (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.map((each) => (each.id === changed.id ? changed : each)) })) });
    },
    [cache, reload],
  );
  useKeys({ '/': () => filter.current?.focus() });

  const open = useCallback((task: Task) => void navigate({ to: '/cases/$caseId', params: { caseId: task.case_id } as never }), [navigate]);
  const columns = useMemo(() => columnsOf({ t, lang, applications, customers, me: me.subject, onDone: done, onRefused: setRefused }), [t, lang, applications, customers, me.subject, done]);
  const group = useMemo(() => groupBy({ t, lang }), [t, lang]);
  // Thousands of rows are drawn behind what the hand asks for: a key or a click is answered first.
  const shownRows = useDeferredValue(rows), shownColumns = useDeferredValue(columns);
  const total = waiting.data?.all, filtered = Object.keys(filters).length > 0;
  return (
    <>
      <div className="head">
        <h1>{t('inbox')}</h1>
        <span className="muted" role="status">
          {total && `${t('open')} ${count(total.open)} · ${t('claimed')} ${count(total.claimed)} · ${t('overdue')} ${count(total.overdue)}`}
        </span>
      </div>
      <div className="bar">
        <label>
          {t('stage')}
          <select ref={filter} value={filters.stage ?? ''} onChange={(event) => set({ stage: event.target.value })}>
            <option value="">{t('all')}</option>
            {waiting.data?.by_stage.map((each) => (
              <option key={each.value} value={each.value}>
                {rows.find((row) => row.stage === each.value)?.name ?? each.value}（{each.open + each.claimed}）
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('product')}
          <select value={filters.product ?? ''} onChange={(event) => set({ product: event.target.value })}>
            <option value="">{t('all')}</option>
            {waiting.data?.by_product.filter((each) => each.value).map((each) => (
              <option key={each.value} value={each.value}>
                {product(each.value)}（{each.open + each.claimed}）
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('whose')}
          <select
            value={filters.mine ? 'mine' : (filters.status ?? '')}
            onChange={({ target }) => set(target.value === 'mine' ? { mine: '1', status: '' } : { mine: '', status: target.value })}
          >
            <option value="">{t('all')}</option>
            <option value="mine">{t('mine')}（{waiting.data ? waiting.data.mine.claimed : '…'}）</option>
            <option value="OPEN">{t('open')}</option>
            <option value="CLAIMED">{t('claimed')}</option>
          </select>
        </label>
        <label>
          {t('due')}
          <select value={filters.overdue ?? ''} onChange={(event) => set({ overdue: event.target.value })}>
            <option value="">{t('all')}</option>
            <option value="1">{t('overdue')}</option>
          </select>
        </label>
        {filtered && (
          <button type="button" className="btn quiet" onClick={() => void navigate({ to: '/inbox', search: {} as never })}>
            {t('clear')}
          </button>
        )}
      </div>
      <div aria-live="polite">
        {fresh !== null && (
          <button type="button" className="btn fresh" onClick={() => void reload()}>
            {fresh > 0 ? t('freshNew', { n: fresh }) : t('fresh')}
          </button>
        )}
      </div>
      <Refused error={refused} />
      <DataTable
        caption={t('inbox')}
        columns={shownColumns}
        rows={shownRows}
        rowKey={idOf}
        pending={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        stale={list.isPlaceholderData}
        empty={filtered ? t('emptyFiltered') : t('empty')}
        onOpen={open}
        groupOf={group}
        more={{ has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      />
    </>
  );
}

const idOf = (task: Task) => task.id;

type Pages = InfiniteData<{ items: Task[] }>;
const usePages = (data: Pages | undefined) => useMemo(() => data?.pages.map((page) => page.items) ?? [], [data]);

/** Said in one language: in another one they are other columns. */
type Said = { t: ReturnType<typeof useWords>; lang: Lang };
type Shown = Said & ReturnType<typeof usePeopleOf> & Pick<Asked, 'me' | 'onDone' | 'onRefused'>;

const columnsOf = ({ t, applications, customers, me, onDone, onRefused }: Shown): Column<Task>[] => [
  { key: 'due', title: t('due'), width: 116, cell: (task) => <DueChip due={task.due_at} /> },
  { key: 'number', title: t('number'), cell: (task) => applications.get(task.application_id)?.application_no ?? '…' },
  { key: 'customer', title: t('customer'), cell: (task) => customers.get(applications.get(task.application_id)?.customer_id ?? '')?.name ?? '…' },
  { key: 'product', title: t('product'), cell: (task) => product(task.product_code) },
  { key: 'amount', title: t('amount'), align: 'right', cell: (task) => yuan(task.amount_minor) },
  { key: 'stage', title: t('stage'), cell: (task) => task.name },
  { key: 'why', title: t('why'), cell: (task) => <span className="muted">{task.flows.map((flow) => flow.label || flow.flow).join('；') || '—'}</span> },
  { key: 'handler', title: t('handler'), width: 170, cell: (task) => <Handler task={task} me={me} t={t} onDone={onDone} onRefused={onRefused} /> },
];

const groupBy = ({ t }: Said) => (task: Task) => {
  const key = urgency(task.due_at);
  return { key, title: t(key) };
};

type Asked = { task: Task; me: string; t: ReturnType<typeof useWords>; onDone: (changed: Task | null) => Promise<unknown>; onRefused: (error: unknown) => void };

function Handler({ task, me, t, onDone, onRefused }: Asked) {
  const act = useMutation({ mutationFn: () => (task.assignee === me ? releaseTask(task.id) : claimTask(task.id)), onMutate: () => onRefused(null), onError: (error) => (onRefused(error), onDone(null)), onSuccess: onDone });
  if (task.quorum > 1) return <span className="muted">{t('votes', { n: task.votes, of: task.quorum })}</span>;
  if (task.assignee && task.assignee !== me) return <span className="muted">{task.assignee}</span>;
  return (
    <>
      <button type="button" className="btn small" onClick={() => act.mutate()} disabled={act.isPending}>
        {task.assignee ? t('release') : t('claim')}
      </button>{' '}
      {task.assignee && <span className="muted">{t('me')}</span>}
    </>
  );
}

type Waiting = { open: number; claimed: number };

/** How many tasks came since the list was read; 0: something else has changed; null: nothing. Rows never move by themselves. */
function useFresh(now: Waiting | undefined, readAt: number): number | null {
  const [seen, setSeen] = useState<Waiting & { readAt: number }>();
  if (now && seen?.readAt !== readAt) setSeen({ open: now.open, claimed: now.claimed, readAt });
  if (!now || !seen || (now.open === seen.open && now.claimed === seen.claimed)) return null;
  return Math.max(0, now.open + now.claimed - seen.open - seen.claimed);
}
