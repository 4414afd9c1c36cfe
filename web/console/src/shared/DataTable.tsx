// A real <table>: screen readers, find in page, copy and print work; rows outside the window cost nothing (content-visibility).
import { memo, useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Failed } from './Failed';
import { Scroll } from './Scroll';
import { Skeleton } from './Skeleton';
import { defineWords } from './words';

export type Column<Row> = { key: string; title: string; align?: 'right'; width?: number | string; cell: (row: Row) => ReactNode };
export type Group = { key: string; title: ReactNode };

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Loading, failed, or there; `stale` dims rows that are about to be replaced and takes no click on them. */
  pending?: boolean;
  error?: unknown;
  onRetry?: () => void;
  stale?: boolean;
  empty: ReactNode;
  onOpen?: (row: Row) => void;
  groupOf?: (row: Row) => Group;
  more?: { has: boolean; loading: boolean; load: () => void };
  selected?: string;
};

const useWords = defineWords({
  more: ['显示更多', 'Show more'],
  loading: ['载入中…', 'Loading…'],
});

export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, pending, error, stale, onOpen, groupOf, more, selected } = props;
  const t = useWords();
  // A long list is drawn anew only where its rows or columns are others: who shows one keeps them (useMemo).
  const lines = useMemo(
    () =>
      rows.flatMap((row, at) => {
        const key = rowKey(row), of = groupOf?.(row), before = rows[at - 1];
        const begins = of !== undefined && (before === undefined || groupOf?.(before).key !== of.key);
        return [
          begins && (
            <tr key={`group-${of.key}`} className="group">
              <th colSpan={columns.length} scope="colgroup">
                {of.title}
              </th>
            </tr>
          ),
          <Line key={key} id={key} row={row} columns={columns as readonly Column<never>[]} first={at === 0} selected={selected === key} onOpen={(stale ? undefined : onOpen) as Open} opens={onOpen !== undefined} />,
        ];
      }),
    [rows, columns, rowKey, groupOf, selected, stale, onOpen],
  );
  if (error && !rows.length) return <Failed error={error} onRetry={props.onRetry} />;
  if (pending && !rows.length) return <Skeleton lines={6} />;
  if (!rows.length) return <div className="empty">{props.empty}</div>;
  return (
    <Box label={onOpen ? undefined : caption}>
      <table className="data" aria-busy={stale || undefined}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={numbers(column)} style={{ width: column.width }}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={(event) => move(event, rows, rowKey, stale ? undefined : onOpen)}>{lines}</tbody>
      </table>
      {more?.has && <More {...more} words={more.loading ? t('loading') : t('more')} />}
    </Box>
  );
}

const numbers = ({ align }: { align?: 'right' }) => (align === 'right' ? 'num' : undefined);
type Open = ((row: unknown) => void) | undefined;
type LineProps = { id: string; row: unknown; columns: readonly Column<never>[]; first: boolean; selected: boolean; opens: boolean; onOpen: Open };

const Line = memo(function Line({ id, row, columns, first, selected, opens, onOpen }: LineProps) {
  return (
    <tr
      data-key={id}
      tabIndex={opens ? (first ? 0 : -1) : undefined}
      className={opens ? 'opens' : undefined}
      aria-selected={selected || undefined}
      onClick={onOpen ? (event) => isOwn(event.target) && onOpen(row) : undefined}
    >
      {columns.map((column) => (
        <td key={column.key} className={numbers(column)}>
          {column.cell(row as never)}
        </td>
      ))}
    </tr>
  );
});

/** Rows that open take the focus themselves; where none does, the box itself is scrolled by keyboard. */
const Box = ({ label, children }: { label: string | undefined; children: ReactNode }) => (label ? <Scroll label={label}>{children}</Scroll> : <div className="table-box">{children}</div>);

/** A click on the row itself: one on a button or link inside is that one's own. */
const isOwn = (target: EventTarget) => !(target as HTMLElement).closest('a, button, input, label') && !getSelection()?.toString();

function move<Row>(event: KeyboardEvent<HTMLElement>, rows: readonly Row[], rowKey: (row: Row) => string, onOpen?: (row: Row) => void) {
  const at = event.target as HTMLElement;
  if (at.tagName !== 'TR' || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step) {
    event.preventDefault();
    let next: Element | null = at;
    do next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
    while (next && !(next as HTMLElement).dataset.key);
    (next as HTMLElement | null)?.focus();
  } else if (event.key === 'Enter' && onOpen) {
    const row = rows.find((each) => rowKey(each) === at.dataset.key);
    if (row) onOpen(row);
  }
}

/** The next page: by a button, or as it comes into sight. */
function More({ loading, load, words }: { loading: boolean; load: () => void; words: string }) {
  const button = useRef<HTMLButtonElement>(null), seen = useEffectEvent(() => load());
  useEffect(() => {
    if (loading || !button.current) return;
    const watching = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen(), { rootMargin: '600px' });
    watching.observe(button.current);
    return () => watching.disconnect();
  }, [loading]);
  return (
    <p className="more">
      <button ref={button} type="button" className="btn" onClick={load} disabled={loading}>
        {words}
      </button>
    </p>
  );
}
